import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildIndex, IndexFileError, type TimtinError } from '../../src/index.js'
import { AtomicFile, buildIndexFromFiles, openIndexFile, writeIndexFile } from '../../src/node/index.js'
import { temporaryFolder } from './folder.js'

const DOCUMENTS = [
  { id: 'a', title: 'Mở đường liên xã', date: '2021-05-04', province: 'Trà Vinh' },
  { id: 'b', title: 'LĐLĐ tỉnh họp', body: 'Hải Dương được mùa vải.' },
]

describe('writeIndexFile and openIndexFile', () => {
  it('give back what was written', async () => {
    const path = join(temporaryFolder(), 'news.timtin')
    await writeIndexFile(path, await buildIndex(DOCUMENTS))
    const index = openIndexFile(path)
    index.verify()
    expect(index.search('liên đoàn lao động').hits.map(({ id }) => id)).toEqual(['b'])
  })

  it('replace a file that is open, which goes on answering', async () => {
    const path = join(temporaryFolder(), 'news.timtin')
    await writeIndexFile(path, await buildIndex(DOCUMENTS))
    const old = openIndexFile(path)
    await writeIndexFile(path, await buildIndex([{ id: 'c', body: 'Bão số 3' }]))
    expect(old.search('đường').total).toBe(1)
    expect(
      openIndexFile(path)
        .search('bão')
        .hits.map(({ id }) => id),
    ).toEqual(['c'])
  })

  it('tell when the file was cut short or changed in place while it was open', async () => {
    const path = join(temporaryFolder(), 'news.timtin')
    const many = Array.from({ length: 500 }, (_, at) => ({ id: `${at}`, body: `Bão số ${at} đổ bộ vào Trà Vinh` }))
    const file = await buildIndex(many)
    await writeIndexFile(path, file)
    const short = openIndexFile(path)
    truncateSync(path, file.length - 4000)
    expect(() => short.verify()).toThrow(expect.objectContaining({ code: 'INDEX_TRUNCATED', file: path }))
    writeFileSync(path, file)
    const changed = openIndexFile(path)
    writeFileSync(
      path,
      file.map((byte, at) => (at > file.length - 100 ? byte ^ 1 : byte)),
    )
    expect(() => changed.verify()).toThrow(expect.objectContaining({ code: 'INDEX_DAMAGED' }))
  })

  it('leave nothing beside, whether written or given up', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'news.timtin')
    writeFileSync(path, 'old')
    const file = await AtomicFile.create(path)
    await file.write('half of ')
    expect(readFileSync(path, 'utf8')).toBe('old')
    await file.discard()
    await file.discard()
    expect(readdirSync(folder)).toEqual(['news.timtin'])
    const second = await AtomicFile.create(path)
    await second.write('the ')
    await second.write(new TextEncoder().encode('new'))
    await second.commit()
    expect(readFileSync(path, 'utf8')).toBe('the new')
    expect(readdirSync(folder)).toEqual(['news.timtin'])
  })

  it('refuse what cannot be written', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'folder'))
    for (const path of [join(folder, 'nowhere', 'x.timtin'), join(folder, 'folder')]) {
      await expect(writeIndexFile(path, new Uint8Array(3))).rejects.toMatchObject({ code: 'BAD_ARGUMENT', file: path })
    }
    expect(readdirSync(folder)).toEqual(['folder'])
  })

  it('say what is wrong with a file, with its path', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'x.timtin')
    expect(() => openIndexFile(path)).toThrow(expect.objectContaining({ code: 'FILE_NOT_FOUND', file: path }))
    writeFileSync(path, 'Đây không phải là tệp chỉ mục, chỉ là một dòng chữ dài hơn phần đầu của tệp.')
    expect(() => openIndexFile(path)).toThrow(IndexFileError)
    expect(() => openIndexFile(path)).toThrow(
      expect.objectContaining({ code: 'NOT_AN_INDEX', file: path, expected: expect.anything() }),
    )
    writeFileSync(path, '')
    expect(() => openIndexFile(path)).toThrow(expect.objectContaining({ code: 'NOT_AN_INDEX', file: path }))
  })
})

describe('buildIndexFromFiles', () => {
  const lines = (documents: readonly unknown[]) => documents.map(document => `${JSON.stringify(document)}\n`).join('')

  it('builds what buildIndex builds', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.ndjson'), lines(DOCUMENTS))
    const { bytes, ...facts } = await buildIndexFromFiles([folder])
    expect(facts).toMatchObject({ documents: 2, files: 1, leftOut: 0 })
    expect(Buffer.from(bytes).equals(await buildIndex(DOCUMENTS))).toBe(true)
  })

  it('tells where a document that cannot be indexed stands, and goes on', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.ndjson'), lines(DOCUMENTS))
    writeFileSync(
      join(folder, 'b.ndjson'),
      lines([{ id: 'x', body: 'Tin', date: '31/12' }, DOCUMENTS[1], { id: 'c', body: 'Tin' }]),
    )
    const errors: TimtinError[] = []
    const built = await buildIndexFromFiles([folder], { onError: error => errors.push(error) })
    expect(built).toMatchObject({ documents: 3, files: 2, leftOut: 2 })
    const file = join(folder, 'b.ndjson')
    expect(errors).toMatchObject([
      { code: 'BAD_DOCUMENT', file, line: 1, field: 'date' },
      {
        code: 'DUPLICATE_ID',
        file,
        line: 2,
        got: 'b',
        message: expect.stringContaining(`${join(folder, 'a.ndjson')}:2`),
      },
    ])
  })

  it.each([
    ['fields', { fields: { title: 1, summary: 1 } }],
    ['facets', { facets: { topic: 'keyword' } }],
    ['store', { store: ['title', 'image'] }],
  ] as const)('refuses a name in %s that no document has', async (option, options) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.ndjson'), lines(DOCUMENTS))
    await expect(buildIndexFromFiles([folder], options)).rejects.toMatchObject({
      code: 'UNKNOWN_OPTION',
      message: expect.stringContaining(option),
    })
  })

  it('throws the one error when it leaves nothing', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.ndjson'), '{')
    await expect(buildIndexFromFiles([folder], { onError: () => undefined })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      line: 1,
    })
    await expect(buildIndexFromFiles([folder])).rejects.toMatchObject({ code: 'BAD_INPUT', line: 1 })
  })
})
