import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { DOCUMENTS, ndjson } from './documents.js'
import { temporaryFolder, timtinIn } from './run.js'

const folder = temporaryFolder()
const timtin = (...args: string[]) => timtinIn(folder, ...args)
const json = (...args: string[]) => {
  const { code, stdout, stderr } = timtin(...args, '--json')
  expect(stderr).toBe('')
  return { code, value: JSON.parse(stdout) }
}
const ids = (hits: readonly { readonly id: string }[]) => hits.map(hit => hit.id).sort()

const PAGE = `Trang chủ  Thời sự  Liên hệ
Bàn giao mái ấm cho đoàn viên ở Tháp Mười
15:40, 22/05/2020
Chiều 22-5, LĐLĐ huyện Tháp Mười, tỉnh Đồng Tháp trao mái ấm công đoàn cho một đoàn viên khó khăn. Căn nhà rộng 40 mét vuông, do công nhân góp công xây trong một tháng.
Chủ nhà cho biết từ nay hai mẹ con không còn lo mưa dột, và sẽ trồng thêm rau quanh nhà để bán ở chợ xã.
Thúy Kiều
`

beforeAll(() => {
  writeFileSync(join(folder, 'documents.ndjson'), ndjson(DOCUMENTS))
  mkdirSync(join(folder, 'pages'))
  writeFileSync(join(folder, 'pages', 'mai-am.txt'), PAGE)
  writeFileSync(join(folder, 'pages', 'README.txt'), 'Hai trang lấy từ mạng.')
  const built = timtin('build', 'documents.ndjson', '-o', 'small.timtin')
  expect(built).toMatchObject({ code: 0, stderr: '' })
  expect(built.stdout).toMatch(/^4 documents from 1 file to small\.timtin, [\d.]+ (?:bytes|kB), in .+\n$/)
})

describe('ingest', () => {
  it('writes articles one a line and says so', () => {
    const { code, stdout, stderr } = timtin('ingest', 'pages', 'documents.ndjson', '-o', 'articles.ndjson')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^5 articles from 2 files to articles\.ndjson in /)
    const articles = readFileSync(join(folder, 'articles.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(articles.map(({ id }) => id)).toEqual(['mai-am', 'a1', 'a2', 'a3', 'a4'])
    expect(articles[0]).toMatchObject({ date: '2020-05-22T15:40+07:00', province: 'Đồng Tháp', author: 'Thúy Kiều' })
    expect(articles[1]).toEqual(DOCUMENTS[0])
  })

  it('writes to standard output without -o', () => {
    const { code, stdout } = timtin('ingest', 'documents.ndjson')
    expect(code).toBe(0)
    expect(
      stdout
        .trim()
        .split('\n')
        .map(line => JSON.parse(line)),
    ).toEqual(DOCUMENTS)
  })
})

describe('build', () => {
  it('takes pages directly, and fields, facets and what to store', () => {
    const { code, value } = json(
      ...[
        'build',
        'pages',
        '-o',
        'pages.timtin',
        '--fields',
        'title=2,body',
        '--facets',
        'province,author',
        '--store',
        'title',
      ],
    )
    expect({ code, value }).toMatchObject({
      code: 0,
      value: { documents: 1, files: 1, leftOut: 0, out: 'pages.timtin' },
    })
    expect(json('info', 'pages.timtin').value).toMatchObject({
      documents: 1,
      fields: { title: 2, body: 1 },
      facets: { province: 'province', author: 'keyword' },
      store: ['title'],
    })
  })
})

describe('search', () => {
  it('prints hits with title, date, province, source and a marked snippet, then facets', () => {
    const { code, stdout, stderr } = timtin(
      'search',
      'small.timtin',
      'ldld',
      'soc',
      'trang',
      '--facets',
      'province,date',
    )
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.split('\n')[0]).toMatch(/^\d documents? in /)
    expect(stdout).toContain('1. «LĐLĐ» tỉnh «Sóc Trăng» tổng kết năm 2019\n')
    expect(stdout).toContain('   2019-12-31 · Sóc Trăng · Báo Ven Sông · Thạch Sơn · a1\n')
    expect(stdout).toContain('«Liên đoàn Lao động» tỉnh thưởng 12 tập thể.')
    expect(stdout).toMatch(/\nprovince\n {2}Sóc Trăng {2}1\n/)
    expect(stdout).toMatch(/\ndate\n {2}2019 .* 1 {3}2019-12 1\n/)
    expect(stdout).not.toContain('\u001b')
  })

  it('gives the whole result as JSON', () => {
    const { code, value } = json('search', 'small.timtin', 'duong', '--facets', 'date', '--limit', '1', '--offset', '1')
    expect(code).toBe(0)
    expect(Object.keys(value).sort()).toEqual('corrected facets hits stats tookMs total understood warnings'.split(' '))
    expect(value).toMatchObject({ total: 2, hits: [{ document: { province: expect.any(String) } }] })
    expect(value.facets.date).toEqual([
      {
        value: '2021',
        count: 2,
        months: [
          { value: '2021-05', count: 1 },
          { value: '2021-06', count: 1 },
        ],
      },
    ])
    expect(value.hits[0].highlights.body.some((piece: { match: boolean }) => piece.match)).toBe(true)
  })

  it.each<[string, readonly string[], readonly string[]]>([
    ['a province', ['--filter', 'province=Trà Vinh'], ['a2']],
    ['two values of one facet', ['--filter', 'province=Trà Vinh', 'province=Hải Dương'], ['a2', 'a3']],
    ['a year', ['--filter', 'date=2021'], ['a2', 'a3']],
    ['a range', ['--filter', 'date=2021-06..2021-12'], ['a3']],
    ['an open range', ['--filter', 'date=..2021-05'], ['a2']],
    ['two facets', ['--filter', 'date=2021', 'province=Hải Dương'], ['a3']],
    ['marks that must agree', ['--accents', 'strict'], []],
  ])('filters by %s', (_, flags, expected) => {
    const { value, code } = json('search', ...flags, 'small.timtin', 'duong')
    expect({ ids: ids(value.hits), code }).toEqual({ ids: expected, code: expected.length > 0 ? 0 : 1 })
  })

  it('knows documents without a province', () => {
    expect(
      ids(json('search', 'small.timtin', 'liên đoàn lao động', '--filter', 'province=unknown').value.hits),
    ).toEqual(['a4'])
  })

  it('shows the first sentence where there is no title, and no snippet on request', () => {
    const { stdout } = timtin('search', 'small.timtin', 'người lao động nghỉ Tết', '--no-highlight', '--match', 'all')
    expect(stdout).toContain('1. Thông báo của liên đoàn lao động huyện.\n   a4\n')
    expect(stdout).not.toContain('«')
  })

  it('ends with 1 when nothing is found', () => {
    expect(timtin('search', 'small.timtin', 'xyzzy')).toEqual({ code: 1, stdout: 'nothing found\n', stderr: '' })
  })
})

describe('the other commands', () => {
  it('facets: all documents, or those of a query', () => {
    const { value } = json('facets', 'small.timtin', '--facets', 'province')
    expect(value.province).toHaveLength(4)
    expect(value.province[3]).toEqual({ value: null, count: 1 })
    const { stdout } = timtin('facets', 'small.timtin', 'ldld', '--facets', 'province')
    expect(stdout).toBe('\nprovince\n  Sóc Trăng  1\n  unknown    1\n')
    expect(timtin('facets', 'small.timtin', 'xyzzy').code).toBe(1)
  })

  it('info', () => {
    expect(json('info', 'small.timtin').value).toMatchObject({ documents: 4, formatVersion: expect.any(Number) })
    expect(timtin('info', 'small.timtin').stdout).toMatch(/^documents +4\n/)
  })

  it('verify', () => {
    expect(timtin('verify', 'small.timtin').stdout).toMatch(/^small\.timtin is sound: 4 documents, /)
    expect(json('verify', 'small.timtin')).toMatchObject({ code: 0, value: { sound: true, documents: 4 } })
  })

  it('analyze', () => {
    const { value } = json('analyze', 'LĐLĐ', 'hoà')
    expect(value.tokens.map(({ term }: { term: string }) => term)).toEqual(['lđlđ', 'hòa'])
    expect(timtin('analyze', 'LĐLĐ tỉnh').stdout).toMatch(/LĐLĐ +liên đoàn lao động\n/)
    expect(timtin('analyze', '…').code).toBe(1)
  })

  it('explain', () => {
    const { value } = json('explain', 'small.timtin', 'a1', 'ldld tra vinh')
    const [hit] = json('search', 'small.timtin', 'ldld tra vinh', '--match', 'any').value.hits.filter(
      ({ id }: { id: string }) => id === 'a1',
    )
    expect(value).toMatchObject({ id: 'a1', score: hit.score, missing: ['tra', 'vinh'] })
    expect(timtin('explain', 'small.timtin', 'a1', 'ldld').stdout).toMatch(/^a1: score [\d.]+, holds 100 % /)
    expect(timtin('explain', 'small.timtin', 'a1', 'xyzzy').code).toBe(1)
  })

  it('eval', () => {
    writeFileSync(
      join(folder, 'queries.ndjson'),
      ndjson([
        { id: 'q1', text: 'ldld soc trang' },
        { id: 'q2', text: 'xyzzy' },
        { id: 'q3', text: '?' },
        { id: 'q4', text: 'đường' },
      ]),
    )
    writeFileSync(join(folder, 'qrels.tsv'), 'q1\ta1\t1\nq2\ta2\t1\nq3\ta3\t1\nq9\ta1\t1\n')
    const { value } = json('eval', 'small.timtin', '--queries', 'queries.ndjson', '--qrels', 'qrels.tsv')
    expect(value).toMatchObject({ queries: 3, ndcg10: 1 / 3, mrr: 1 / 3, p1: 1 / 3 })
    expect(timtin('eval', 'small.timtin', '--queries', 'queries.ndjson', '--qrels', 'qrels.tsv').stdout).toMatch(
      /\nall +3 +33\.33 +33\.33 +33\.33\n/,
    )
  })

  it('bench', () => {
    const { code, value } = json('bench', 'small.timtin', '--queries', 'queries.ndjson', '--rounds', '2', '--snippets')
    expect(code).toBe(0)
    expect(value).toMatchObject({ all: { queries: 4 }, kinds: { 'short, unmarked': { queries: 1, answered: 1 } } })
    expect(timtin('bench', 'small.timtin', '--queries', 'queries.ndjson').stdout).toMatch(/\nall +4 +\d/)
    expect(timtin('bench', 'small.timtin', '--queries', 'queries.ndjson', '--rounds', '0').code).toBe(2)
    expect(timtin('bench', 'small.timtin', '--queries', 'nothing.ndjson').code).toBe(2)
  })

  it('help: every command has one with an example', () => {
    const { code, stdout } = timtin('--help')
    expect(code).toBe(0)
    const names = [...stdout.matchAll(/^ {2}(\w+) \[options\]/gm)].map(([, name]) => name)
    expect(names).toEqual([
      'ingest',
      'build',
      'search',
      'suggest',
      'facets',
      'info',
      'verify',
      'analyze',
      'explain',
      'eval',
      'bench',
    ])
    for (const name of names) {
      const help = timtin(name, '--help')
      expect({ name, code: help.code, example: help.stdout.includes(`\nExample:\n  timtin ${name} `) }).toEqual({
        name,
        code: 0,
        example: true,
      })
      expect(help.stdout).toContain('--json')
    }
  })

  it('version', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(timtin('--version').stdout).toBe(`${version}\n`)
  })
})
