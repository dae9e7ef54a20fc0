import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article.js'
import type { TimtinError } from '../../src/errors.js'
import { type ReadProgress, readDocuments, readSourcedDocuments } from '../../src/node/index.js'
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
