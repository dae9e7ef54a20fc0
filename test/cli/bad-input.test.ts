import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { DOCUMENTS, ndjson } from './documents.js'
import { temporaryFolder, timtinIn } from './run.js'

const folder = temporaryFolder()
const timtin = (...args: string[]) => timtinIn(folder, ...args)
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)

beforeAll(() => {
  write('good.ndjson', ndjson(DOCUMENTS))
  expect(timtin('build', 'good.ndjson', '-o', 'good.timtin').code).toBe(0)
  const index = readFileSync(join(folder, 'good.timtin'))
  mkdirSync(join(folder, 'empty'))
  mkdirSync(join(folder, 'about'))
  write('about/README.txt', 'Không có trang nào.')
  write(
    'binary.txt',
    Uint8Array.from({ length: 2000 }, (_, at) => (at * 97) & 255),
  )
  write('broken.ndjson', '{"id":"x","body":')
  write('broken.json', '[{"id"]')
  write('gzip.ndjson.gz', Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3]))
  write('no-text.ndjson', '{"id":"x","title":" "}\n')
  write('no-id.ndjson', '{"body":"Tin"}\n')
  write('bad-date.ndjson', '{"id":"x","body":"Tin","date":"hôm qua"}\n')
  write('bad-type.ndjson', '{"id":"x","body":["Tin"]}\n')
  write('nothing.ndjson', '\n\n')
  write('twice.ndjson', ndjson([DOCUMENTS[0], DOCUMENTS[0]]))
  write('cut.timtin', index.subarray(0, index.length - 40))
  write('stub.timtin', index.subarray(0, 5))
  write('foreign.timtin', 'PK\u0003\u0004 không phải chỉ mục, dài hơn phần đầu của một tệp chỉ mục thật')
  const damaged = Uint8Array.from(index)
  damaged[index.length >> 1] ^= 1
  write('damaged.timtin', damaged)
  write('queries.ndjson', '{"id":"q1"}\n')
  write('qrels.tsv', 'q1\ta1\t1\n')
})

describe('one clear line, exit code 2, and a stable code', () => {
  it.each<[string, string, RegExp, readonly string[]]>([
    ['an empty query', 'EMPTY_QUERY', /no word/, ['search', 'good.timtin', '']],
    ['a query of punctuation', 'EMPTY_QUERY', /no word/, ['search', 'good.timtin', '?!']],
    ['an empty folder', 'EMPTY_INPUT', /^timtin: empty: /, ['build', 'empty', '-o', 'out.timtin']],
    ['a folder with nothing but a README', 'EMPTY_INPUT', /^timtin: about: /, ['ingest', 'about', '-o', 'out.ndjson']],
    ['an empty file', 'EMPTY_INPUT', /nothing\.ndjson/, ['build', 'nothing.ndjson', '-o', 'out.timtin']],
    ['a missing page', 'FILE_NOT_FOUND', /nowhere\.txt/, ['ingest', 'nowhere.txt', '-o', 'out.ndjson']],
    ['a missing index', 'FILE_NOT_FOUND', /nowhere\.timtin/, ['search', 'nowhere.timtin', 'tin']],
    ['a folder in place of an index', 'FILE_NOT_FOUND', /is a folder/, ['info', 'empty']],
    ['a binary file', 'BAD_INPUT', /binary\.txt: binary/, ['build', 'binary.txt', '-o', 'out.timtin']],
    [
      'an index in place of pages',
      'BAD_INPUT',
      /a timtin index, not text/,
      ['build', 'good.timtin', '-o', 'out.timtin'],
    ],

    [
      'a broken JSON line',
      'BAD_INPUT',
      /broken\.ndjson:1: broken JSON/,
      ['build', 'broken.ndjson', '-o', 'out.timtin'],
    ],
    ['a broken JSON array', 'BAD_INPUT', /broken\.json.*broken JSON/, ['build', 'broken.json', '-o', 'out.timtin']],
    ['broken gzip', 'BAD_INPUT', /gzip\.ndjson\.gz: broken gzip/, ['build', 'gzip.ndjson.gz', '-o', 'out.timtin']],
    ['a document without text', 'BAD_DOCUMENT', /no-text\.ndjson:1: /, ['build', 'no-text.ndjson', '-o', 'out.timtin']],
    ['a document without id', 'BAD_DOCUMENT', /no-id\.ndjson:1: id/, ['build', 'no-id.ndjson', '-o', 'out.timtin']],
    [
      'a field of the wrong type',
      'BAD_DOCUMENT',
      /bad-type\.ndjson:1: body/,
      ['ingest', 'bad-type.ndjson', '-o', 'out.ndjson'],
    ],
    [
      'a date that is none',
      'BAD_DOCUMENT',
      /bad-date\.ndjson:1: .*hôm qua/,
      ['build', 'bad-date.ndjson', '-o', 'out.timtin'],
    ],
    ['a truncated index', 'INDEX_TRUNCATED', /cut\.timtin/, ['search', 'cut.timtin', 'tin']],
    ['a stub of an index', 'INDEX_TRUNCATED', /stub\.timtin/, ['info', 'stub.timtin']],
    ['a foreign file', 'NOT_AN_INDEX', /foreign\.timtin/, ['search', 'foreign.timtin', 'tin']],
    ['a damaged index', 'INDEX_DAMAGED', /./, ['verify', 'damaged.timtin']],
    [
      'an unknown field',
      'UNKNOWN_OPTION',
      /"titel"/,
      ['build', 'good.ndjson', '-o', 'out.timtin', '--fields', 'titel=3,body'],
    ],
    [
      'an unknown facet',
      'UNKNOWN_OPTION',
      /"provinc".*"province"/,
      ['search', 'good.timtin', 'tin', '--facets', 'provinc'],
    ],
    [
      'a filter by an unknown facet',
      'UNKNOWN_OPTION',
      /"provinc"/,
      ['search', 'good.timtin', 'tin', '--filter', 'provinc=Huế'],
    ],
    ['an unknown option', 'UNKNOWN_OPTION', /--limits.*--limit/, ['search', 'good.timtin', 'tin', '--limits', '3']],
    ['an unknown command', 'UNKNOWN_OPTION', /'serch'.*search/, ['serch', 'good.timtin', 'tin']],
    ['a limit below zero', 'BAD_ARGUMENT', /limit.*-1/, ['search', 'good.timtin', 'tin', '--limit', '-1']],
    ['a limit that is no number', 'BAD_ARGUMENT', /--limit.*"ten"/, ['search', 'good.timtin', 'tin', '--limit', 'ten']],
    [
      'a filter without a value',
      'BAD_ARGUMENT',
      /facet=value/,
      ['search', 'good.timtin', 'tin', '--filter', 'province'],
    ],
    [
      'a date filter that is no date',
      'BAD_ARGUMENT',
      /YYYY/,
      ['search', 'good.timtin', 'tin', '--filter', 'date=hôm qua'],
    ],
    [
      'an accents mode that is none',
      'BAD_ARGUMENT',
      /accents.*strict/,
      ['search', 'good.timtin', 'tin', '--accents', 'none'],
    ],
    [
      'a facet kind that is none',
      'BAD_ARGUMENT',
      /keyword\|province\|date/,
      ['build', 'good.ndjson', '-o', 'out.timtin', '--facets', 'date=day'],
    ],
    ['a missing argument', 'BAD_ARGUMENT', /missing required argument/, ['search', 'good.timtin']],
    ['a missing option', 'BAD_ARGUMENT', /--out/, ['build', 'good.ndjson']],
    [
      'a folder that is not there to write to',
      'BAD_ARGUMENT',
      /cannot write/,
      ['build', 'good.ndjson', '-o', 'nowhere/out.timtin'],
    ],
    ['a document that is not there', 'BAD_ARGUMENT', /"a9"/, ['explain', 'good.timtin', 'a9', 'tin']],
    [
      'queries without text',
      'BAD_INPUT',
      /queries\.ndjson:1/,
      ['eval', 'good.timtin', '--queries', 'queries.ndjson', '--qrels', 'qrels.tsv'],
    ],
  ])('%s', (_, code, words, args) => {
    const run = timtin(...args)
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: '' })
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(run.stderr).toMatch(words)
    expect(run.stderr).toContain(`(${code})`)
    expect(readdirSync(folder).filter(name => name.startsWith('out.') || name.endsWith('.tmp'))).toEqual([])
  })

  it('says it in JSON on request', () => {
    const { code, stderr } = timtin('search', 'good.timtin', 'tin', '--limit', '-1', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(stderr)).toEqual({
      error: {
        code: 'BAD_ARGUMENT',
        field: 'limit',
        expected: expect.any(String),
        got: -1,
        message: expect.any(String),
      },
    })
  })
})

describe('one bad document among many', () => {
  it('is reported with file and line, and the others are kept', () => {
    const [first, second, third, fourth] = DOCUMENTS.map(document => JSON.stringify(document))
    write('mixed.ndjson', [first, '{broken', second, '', first, third, '{"id":"x"}', fourth, ''].join('\n'))
    const run = timtin('build', 'mixed.ndjson', '-o', 'mixed.timtin')
    expect(run.code).toBe(2)
    expect(run.stdout).toMatch(/^4 documents from 1 file to mixed\.timtin, .*, 3 left out\n$/)
    const lines = run.stderr.trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^timtin: mixed\.ndjson:2: broken JSON.*\(BAD_INPUT\)$/)
    expect(lines[1]).toMatch(/^timtin: mixed\.ndjson:5: .*"a1".*mixed\.ndjson:1 \(DUPLICATE_ID\)$/)
    expect(lines[2]).toMatch(/^timtin: mixed\.ndjson:7: .*\(BAD_DOCUMENT\)$/)
    expect(JSON.parse(timtin('info', 'mixed.timtin', '--json').stdout)).toMatchObject({ documents: 4 })
    expect(timtin('ingest', 'mixed.ndjson').stdout.trimEnd().split('\n')).toHaveLength(4)
  })

  it('is one of two with the same id', () => {
    const run = timtin('build', 'twice.ndjson', '-o', 'twice.timtin')
    expect(run).toMatchObject({ code: 2, stderr: expect.stringMatching(/twice\.ndjson:2: .*\(DUPLICATE_ID\)\n$/) })
  })

  it('does not flood the terminal', () => {
    write('flood.ndjson', `${JSON.stringify(DOCUMENTS[0])}\n${'{broken\n'.repeat(1000)}`)
    const { stderr } = timtin('build', 'flood.ndjson', '-o', 'flood.timtin')
    expect(stderr.trimEnd().split('\n')).toHaveLength(21)
    expect(stderr).toContain('and 980 more')
  })
})

it('leaves the old index as it was when a build fails', () => {
  const before = readFileSync(join(folder, 'good.timtin'))
  expect(timtin('build', 'broken.ndjson', '-o', 'good.timtin').code).toBe(2)
  expect(readFileSync(join(folder, 'good.timtin')).equals(before)).toBe(true)
})
