import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, IndexFileError, openIndex, type SearchIndex, type SearchOptions } from '../../src/index.js'
import { damage, wholeNumbers } from './damaged-files.js'
import { randomOf } from './random.js'
import { SAMPLE } from './sample.js'

const QUERIES: readonly (readonly [string, SearchOptions])[] = [
  ['ldld tinh', { facets: ['province', 'date', 'category'] }],
  ['công đoàn cơ sở', { limit: 3, filter: { province: 'Sóc Trăng' } }],
  ['đường 145/2020/NĐ-CP', { match: 'any', facets: ['date'], filter: { date: { from: '2019', to: '2020-12' } } }],
  ['hoc sinh tro lai', { match: 'any', offset: 2, accents: 'ignore' }],
]

/** Damaged files altogether, of which these are three quarters: `npm run test:long` tries 100,000. */
const FILES = Math.ceil((Number(process.env.TIMTIN_DAMAGED_FILES ?? 1600) * 3) / 4)

/** Everything that an index says, as text. */
function answers(index: SearchIndex): string {
  const results = QUERIES.map(([query, options]) => {
    const { total, hits, facets } = index.search(query, options)
    return {
      total,
      facets,
      hits: hits.map(({ id, score, document, highlights }) => ({ id, score, document, highlights })),
    }
  })
  return JSON.stringify([
    results,
    index.facets(['province', 'date', 'category']),
    index.explain('tin-0', 'ldld'),
    index.info(),
  ])
}

let bytes: Uint8Array
let right: string

beforeAll(async () => {
  bytes = await buildIndex(SAMPLE)
  const index = openIndex(bytes)
  right = answers(index)
  index.verify()
  expect(right).toContain('"match":true')
})

/** What came of a damaged file: an error of the right class, or the right answers. Anything else fails the test. */
function outcome(damaged: Uint8Array, what: string, ask: (index: SearchIndex) => void): 'error' | 'right' {
  try {
    ask(openIndex(damaged))
    return 'right'
  } catch (error) {
    if (!(error instanceof IndexFileError)) {
      expect.fail(`${what}: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`)
    }
    return 'error'
  }
}

function expectRightOrError(damaged: Uint8Array, what: string): 'error' | 'right' {
  const verified = outcome(damaged, `${what}, verify`, index => index.verify())
  const answered = outcome(damaged, `${what}, search`, index => {
    if (answers(index) !== right) expect.fail(`${what}: another answer`)
  })
  if (verified === 'right' && answered === 'error') expect.fail(`${what}: verify found nothing, a search did`)
  return verified
}

describe('a damaged index', () => {
  it('that is truncated anywhere is refused when it is opened', () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(outcome(bytes.subarray(0, length), `${length} bytes`, () => {})).toBe('error')
    }
  })

  it('that is truncated says by how much', () => {
    for (const length of [40, 1000, bytes.length - 1]) {
      try {
        openIndex(bytes.subarray(0, length))
        expect.fail('opened')
      } catch (error) {
        expect(error).toBeInstanceOf(IndexFileError)
        expect(error).toMatchObject({ code: 'INDEX_TRUNCATED', expected: bytes.length, got: length })
      }
    }
  })

  it(`gives an error or the right answer, ${FILES} times`, async ({ annotate }) => {
    const random = wholeNumbers(randomOf(2024))
    let errors = 0
    for (let round = 0; round < FILES; round++) {
      const { bytes: damaged, what } = damage(bytes, random)
      if (expectRightOrError(damaged, what) === 'error') errors++
      else expect(Buffer.compare(damaged, bytes), what).toBe(0)
    }
    expect(errors).toBeGreaterThan(FILES * 0.99)
    await annotate(`${errors} errors, ${FILES - errors} files as they were`)
  }, 3_600_000)

  it('gives an error for each bit of the head', () => {
    for (let bit = 0; bit < 64 * 8; bit++) {
      const damaged = bytes.slice()
      damaged[bit >> 3] ^= 1 << (bit & 7)
      expect(expectRightOrError(damaged, `bit ${bit}`)).toBe('error')
    }
  })

  it('may be longer than it should be: an error', () => {
    const longer = new Uint8Array(bytes.length + 8)
    longer.set(bytes)
    expect(expectRightOrError(longer, 'eight bytes more')).toBe('error')
  })

  it('is told from foreign files and from other versions', () => {
    const code = (given: Uint8Array) => {
      try {
        openIndex(given)
        return 'opened'
      } catch (error) {
        return error instanceof IndexFileError ? error.code : String(error)
      }
    }
    expect(code(new Uint8Array())).toBe('NOT_AN_INDEX')
    expect(code(new Uint8Array(100_000))).toBe('NOT_AN_INDEX')
    expect(code(new TextEncoder().encode('{"id":"a","body":"một tờ báo"}'))).toBe('NOT_AN_INDEX')
    expect(code(Uint8Array.of(0x50, 0x4b, 3, 4))).toBe('NOT_AN_INDEX')
    const newer = bytes.slice()
    new DataView(newer.buffer).setUint32(8, 0xffff, true)
    expect(code(newer)).toBe('INDEX_TOO_NEW')
    const older = bytes.slice()
    new DataView(older.buffer).setUint32(8, 0, true)
    expect(code(older)).toBe('INDEX_TOO_OLD')
    const changed = bytes.slice()
    changed[bytes.length - 9] ^= 1
    try {
      openIndex(changed).verify()
      expect.fail('verified')
    } catch (error) {
      expect(error).toMatchObject({ code: 'INDEX_DAMAGED' })
      expect(error).toHaveProperty('section')
      expect(error).toHaveProperty('expected')
      expect(error).toHaveProperty('got')
    }
  })

  it('answers what the damage does not touch', async () => {
    const many = Array.from({ length: 20 }, (_, round) =>
      SAMPLE.map(document => ({ ...document, id: `${document.id}-${round}` })),
    )
    const whole = await buildIndex(many.flat())
    const damaged = whole.slice()
    damaged[whole.length - 9] ^= 1
    const index = openIndex(damaged)
    expect(() => index.verify()).toThrow(IndexFileError)
    const ids = (asked: SearchIndex) => asked.search('công đoàn', { highlight: false }).hits.map(hit => hit.id)
    expect(ids(index)).toEqual(ids(openIndex(whole)))
  })
})

describe('an index', () => {
  it('may lie anywhere in a larger buffer', () => {
    for (let shift = 1; shift < 9; shift++) {
      const buffer = new Uint8Array(bytes.length + 20)
      buffer.set(bytes, shift)
      const index = openIndex(buffer.subarray(shift, shift + bytes.length))
      index.verify()
      expect(answers(index)).toBe(right)
    }
  })

  it('is the same bytes for the same documents in the same order', async () => {
    expect(Buffer.compare(await buildIndex(SAMPLE), bytes)).toBe(0)
    async function* later() {
      for (const document of SAMPLE) yield document
    }
    expect(Buffer.compare(await buildIndex(later()), bytes)).toBe(0)
    expect(Buffer.compare(await buildIndex([...SAMPLE].reverse()), bytes)).not.toBe(0)
  })

  it('gives the same answers whatever was asked before', () => {
    const index = openIndex(bytes)
    for (let round = 0; round < 3; round++) {
      expect(answers(index)).toBe(right)
      index.search('đường lúa', { match: 'any', limit: 1 })
    }
  })
})
