import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article.js'
import type { TimtinError } from '../../src/errors.js'
import { type ReadProgress, readDocuments, readOutcomes, readSourcedDocuments } from '../../src/node/index.js'
import { temporaryFolder } from './folder.js'

const PAGE =
  'Mở đường về xã\n15:40, 22/05/2020\nChiều 22-5, xã làm lễ thông xe con đường dài 6 km, có cầu qua kênh và đèn chiếu sáng.\n'

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

async function read(...paths: string[]): Promise<{ ids: string[]; documents: Article[]; errors: TimtinError[] }> {
  const documents: Article[] = []
  const errors: TimtinError[] = []
  for await (const document of readDocuments(paths, { onError: error => errors.push(error) })) documents.push(document)
  return { ids: documents.map(({ id }) => id), documents, errors }
}

const line = (id: string, body = 'Tin trong ngày') => `${JSON.stringify({ id, body })}\n`

describe('which files are read', () => {
  it('those of known endings, sorted by name, without hidden ones and files about the collection', async () => {
    const folder = folderWith({
      'b.ndjson': line('b'),
      'a/z.txt': PAGE,
      'a/B.HTML': `<html><body><h1>Mở cầu mới</h1><p>${PAGE}</p></body></html>`,
      'a/10.txt': PAGE,
      'c.json': '[{"id":"c1","body":"Một"},{"id":"c2","body":"Hai"}]',
      'd.jsonl': line('d'),
      '.hidden/x.txt': PAGE,
      '.x.txt': PAGE,
      'README.txt': PAGE,
      'readme.html': PAGE,
      'LICENSE.txt': PAGE,
      'image.png': 'PNG',
      'notes.md': PAGE,
    })
    const { ids, errors } = await read(folder)
    expect(errors).toEqual([])
    expect(ids).toEqual(['a/10', 'a/B', 'a/z', 'b', 'c1', 'c2', 'd', 'notes'])
  })

  it('a file that is named, whatever it is called, and each only once', async () => {
    const folder = folderWith({ 'README.txt': PAGE, 'page.data': PAGE, 'documents.data': line('d') })
    const named = ['README.txt', 'page.data', 'documents.data'].map(name => join(folder, name))
    expect((await read(...named, named[0])).ids).toEqual(['README', 'page', 'd'])
  })

  it('and loops of links end', async () => {
    const folder = folderWith({ 'a/1.txt': PAGE, 'b.ndjson': line('b') })
    symlinkSync(folder, join(folder, 'a', 'back'))
    symlinkSync(join(folder, 'b.ndjson'), join(folder, 'a', 'same.ndjson'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'broken.txt'))
    expect((await read(folder)).ids).toEqual(['a/1', 'b'])
  })
})

describe('globs', () => {
  it('give the files that match, in order', async () => {
    const folder = folderWith({ 'a/1.txt': PAGE, 'a/b/2.txt': PAGE, 'a/b/3.dat': PAGE, 'c/4.txt': PAGE })
    expect((await read(join(folder, '**/*.txt'))).ids).toEqual(['a/1', 'a/b/2', 'c/4'])
    expect((await read(join(folder, 'a/*.txt'))).ids).toEqual(['1'])
    expect((await read(join(folder, 'a/b/*.{dat,txt}'))).ids).toEqual(['2', '3'])
    await expect(read(join(folder, '*.html'))).rejects.toMatchObject({ code: 'EMPTY_INPUT' })
  })

  it('but a file of that very name is itself', async () => {
    const folder = folderWith({ '[tin].txt': PAGE, 't.txt': PAGE })
    expect((await read(join(folder, '[tin].txt'))).ids).toEqual(['[tin]'])
  })
})

describe('what the file system has of the strange', () => {
  it('names that are not UTF-8 are read, and shown with their bytes', async () => {
    const folder = folderWith({ 'a.txt': PAGE })
    const name = Buffer.concat([Buffer.from(`${folder}/tr`), Buffer.from([0xe0]), Buffer.from('.txt')])
    writeFileSync(name, PAGE)
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/m`), Buffer.from([0xf9])]))
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/m`), Buffer.from([0xf9]), Buffer.from('/b.txt')]), PAGE)
    expect(await read(folder)).toMatchObject({ ids: ['a', 'm\\xF9/b', 'tr\\xE0'], errors: [] })
  })

  it('links that lead to themselves are told, the rest goes on', async () => {
    const folder = folderWith({ 'a.txt': PAGE, 'c.txt': PAGE })
    symlinkSync(join(folder, 'b.txt'), join(folder, 'b.txt'))
    symlinkSync('e', join(folder, 'd'))
    symlinkSync('d', join(folder, 'e'))
    const { ids, errors } = await read(folder)
    expect(ids).toEqual(['a', 'c'])
    expect(errors.map(({ code, file }) => [code, file])).toEqual(
      ['b.txt', 'd', 'e'].map(name => ['FILE_NOT_FOUND', join(folder, name)]),
    )
  })

  it('a file that goes away is told, the rest goes on', async () => {
    const folder = folderWith({ 'a.txt': PAGE, 'b.txt': PAGE, 'c.txt': PAGE })
    const ids: string[] = []
    const errors: TimtinError[] = []
    for await (const { id } of readDocuments([folder], { onError: error => errors.push(error) })) {
      ids.push(id)
      if (id === 'a') rmSync(join(folder, 'b.txt'))
    }
    expect(ids).toEqual(['a', 'c'])
    expect(errors).toMatchObject([{ code: 'FILE_NOT_FOUND', file: join(folder, 'b.txt') }])
  })
})

describe('sitemaps', () => {
  const sitemap = `<?xml version="1.0"?><urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc>https://bao.example/tin/mo-duong.html</loc><lastmod>2024-01-01</lastmod>
      <news:news><news:publication><news:name>Báo Ven Sông</news:name><news:language>vi</news:language></news:publication>
      <news:publication_date>2020-05-22T15:40:00+07:00</news:publication_date><news:title>Mở đường về xã</news:title></news:news></url>
    <url><loc>https://bao.example/tin/b%C3%A3o.html</loc></url></urlset>`
  const page =
    '<html><body><h1>Mở đường về xã</h1><p>Xã làm lễ thông xe con đường dài 6 km, có cầu qua kênh và đèn.</p><p>Bà con hiến đất làm đường.</p></body></html>'

  it('say of the pages saved beside them what those do not say', async () => {
    const folder = folderWith({
      'sitemap.xml': sitemap,
      'bao.example/tin/mo-duong.html': page,
      'bão.html': page.replaceAll('đường', 'cầu'),
      'khac.html': page.replaceAll('đường', 'kênh'),
    })
    const { documents, errors } = await read(folder)
    expect(errors).toEqual([])
    expect(documents).toMatchObject([
      {
        id: 'bao.example/tin/mo-duong',
        url: 'https://bao.example/tin/mo-duong.html',
        date: '2020-05-22T15:40+07:00',
        source: 'Báo Ven Sông',
      },
      { id: 'bão', url: 'https://bao.example/tin/b%C3%A3o.html' },
      { id: 'khac' },
    ])
    expect(documents[2].url).toBeUndefined()
  })
})

it('lines that most pages of a folder share are no text', async () => {
  const pages = ['cầu', 'đường', 'kênh', 'chợ', 'trường'].map(what => [
    `${what}.html`,
    `<html><body><h1>Xã khánh thành ${what} mới</h1><p>Cỡ chữ nhỏ, cỡ chữ lớn, bản in của trang này.</p><p>Sáng nay, xã khánh thành ${what} mới trước sự vui mừng của bà con.</p><p>Bà con góp ${what.length} triệu đồng để làm ${what} này.</p></body></html>`,
  ])
  const { documents } = await read(folderWith(Object.fromEntries(pages)))
  expect(documents).toHaveLength(5)
  for (const { body } of documents) expect(body).not.toContain('Cỡ chữ')
  const [one] = (await read(join(folderWith(Object.fromEntries(pages.slice(0, 1))), 'cầu.html'))).documents
  expect(one.body).toContain('Cỡ chữ')
})

describe('threads', () => {
  it('give the same as none, in the same order', async () => {
    const folder = temporaryFolder()
    const page = (n: number) =>
      `Mở đường về xã ${n}\n15:40, 22/05/2020\n${`Chiều 22-5, xã ${n} làm lễ thông xe con đường dài 6 km, có cầu qua kênh và đèn chiếu sáng.\n`.repeat(200)}`
    for (let n = 0; n < 220; n++)
      writeFileSync(join(folder, `${n}.txt`), n % 50 === 7 ? Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d]) : page(n))
    writeFileSync(join(folder, '5.ndjson'), `${line('giua')}{\n`)
    const runs = []
    for (const jobs of [1, 2]) {
      const seen: unknown[] = []
      for await (const { file, items } of readOutcomes([folder], { jobs }))
        for (const item of items)
          seen.push(
            item instanceof Error ? [file, item.constructor, item.message, { ...item, cause: 0 }] : [file, item],
          )
      runs.push(seen)
    }
    expect(runs[0]).toHaveLength(222)
    expect(runs[1]).toEqual(runs[0])
  })
})

describe('ids of pages', () => {
  it('keep what tells two pages apart', async () => {
    const page = { '001.txt': PAGE }
    const [one, two] = [folderWith(page), folderWith(page)]
    expect((await read(one)).ids).toEqual(['001'])
    const { ids } = await read(one, two)
    expect(new Set(ids).size).toBe(2)
    expect(ids[0]).toMatch(/\/001\.txt$/)
    const mixed = folderWith({ '001.txt': PAGE, '001.html': `<h1>Tin</h1><p>${PAGE}</p>`, '002.txt': PAGE })
    expect((await read(mixed)).ids).toEqual(['001.html', '001.txt', '002'])
  })
})

describe('gzip', () => {
  it('is unpacked: lines, arrays and pages', async () => {
    const folder = folderWith({
      'a.ndjson.gz': gzipSync(line('a1') + line('a2')),
      'b.json.gz': gzipSync('[{"id":"b","body":"Tin"}]'),
      'c.txt.gz': gzipSync(PAGE),
    })
    expect(await read(folder)).toMatchObject({ ids: ['a1', 'a2', 'b', 'c'], errors: [] })
  })

  it('that ends early keeps what came before', async () => {
    const many = Array.from({ length: 20_000 }, (_, at) => line(`d${at}`, `Tin số ${(at * 7919) % 10_007}`)).join('')
    const packed = gzipSync(many)
    const folder = folderWith({ 'cut.ndjson.gz': packed.subarray(0, packed.length - 2000) })
    const { ids, errors } = await read(folder)
    expect(ids.length).toBeGreaterThan(1000)
    const file = join(folder, 'cut.ndjson.gz')
    expect(errors).toMatchObject([
      { code: 'BAD_INPUT', file, line: ids.length + 1 },
      { code: 'BAD_INPUT', file, expected: 'gzip' },
    ])
  })
})

describe('lines', () => {
  it('may be long, end with CR LF, and need no end at the last', async () => {
    const long = 'đường '.repeat(200_000)
    const folder = folderWith({ 'a.ndjson': `${line('a').trim()}\r\n\r\n${line('b', long)}${line('c').trim()}` })
    const { documents, errors } = await read(folder)
    expect(errors).toEqual([])
    expect(documents.map(({ id, body }) => [id, body?.length])).toEqual([
      ['a', 14],
      ['b', long.length],
      ['c', 14],
    ])
  })

  it('that are bad are told by number, and the others kept', async () => {
    const folder = folderWith({
      'a.ndjson': Buffer.concat([
        Buffer.from(`${line('a')}{\n[]\n{"id":"x"}\n`),
        Buffer.from([0x7b, 0xe1, 0xba, 0x7d, 0x0a]),
        Buffer.from(line('b')),
      ]),
    })
    const file = join(folder, 'a.ndjson')
    const { ids, errors } = await read(file)
    expect(ids).toEqual(['a', 'b'])
    expect(errors).toMatchObject([
      { code: 'BAD_INPUT', file, line: 2 },
      { code: 'BAD_DOCUMENT', file, line: 3 },
      { code: 'BAD_DOCUMENT', file, line: 4 },
      { code: 'BAD_INPUT', file, line: 5 },
    ])
  })

  it('are numbered in the source of a document', async () => {
    const file = join(folderWith({ 'a.ndjson': `${line('a')}\n${line('b')}` }), 'a.ndjson')
    const places: unknown[] = []
    for await (const sourced of readSourcedDocuments([file])) places.push([sourced.file, sourced.line])
    expect(places).toEqual([
      [file, 1],
      [file, 3],
    ])
  })

  it('of a binary file give one error', async () => {
    const folder = folderWith({ 'a.ndjson': Uint8Array.from({ length: 5000 }, (_, at) => at & 255) })
    expect(await read(folder)).toMatchObject({ ids: [], errors: [{ code: 'BAD_INPUT' }] })
  })
})

describe('what ends the reading', () => {
  it.each([
    ['no path', [] as string[], 'BAD_ARGUMENT'],
    ['a missing path', ['nowhere/at/all'], 'FILE_NOT_FOUND'],
  ])('%s', async (_, paths, code) => {
    await expect(read(...paths)).rejects.toMatchObject({ code })
  })

  it('an empty folder', async () => {
    const folder = folderWith({ 'image.png': 'PNG' })
    await expect(read(folder)).rejects.toMatchObject({ code: 'EMPTY_INPUT', file: folder })
  })

  it('the first bad line, when nobody listens', async () => {
    const folder = folderWith({ 'a.ndjson': `${line('a')}{\n` })
    const reading = async () => {
      for await (const _ of readDocuments([folder]));
    }
    await expect(reading()).rejects.toMatchObject({ code: 'BAD_INPUT', line: 2 })
  })

  it('the caller’s signal', async () => {
    const folder = folderWith({ 'a.ndjson': line('a'), 'b.ndjson': line('b') })
    const controller = new AbortController()
    const ids: string[] = []
    const reading = async () => {
      for await (const { id } of readDocuments([folder], { signal: controller.signal })) {
        ids.push(id)
        controller.abort(new Error('enough'))
      }
    }
    await expect(reading()).rejects.toThrow('enough')
    expect(ids).toEqual(['a'])
  })
})

it('says how far it is', async () => {
  const folder = folderWith({ 'a.ndjson': line('a'), 'b.ndjson': line('b') })
  const seen: ReadProgress[] = []
  for await (const _ of readDocuments([folder], { onProgress: progress => seen.push(progress) }));
  expect(seen.at(-1)).toEqual({
    documents: 2,
    file: 2,
    files: 2,
    bytes: expect.any(Number),
    totalBytes: expect.any(Number),
  })
  expect(seen.at(-1)?.bytes).toBe(seen.at(-1)?.totalBytes)
})
