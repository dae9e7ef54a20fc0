import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, type IndexSource, openIndex, type SearchIndex } from '../../src/index.js'
import { SAMPLE } from './sample.js'

/** A source over bytes that counts what is read of it. */
class Parts implements IndexSource {
  bytes = 0
  constructor(private readonly file: Uint8Array) {}

  get length(): number {
    return this.file.length
  }

  read(start: number, target: Uint8Array): void {
    this.bytes += target.length
    target.set(this.file.subarray(start, start + target.length))
  }
}

/** Everything that an index says, as text. */
function answers(index: SearchIndex): string {
  const results = ['ldld tinh', '"hoạt động công đoàn"', 'hoc sinh tro lai', 'tra*', 'duong~1 -lúa'].map(query => {
    const { total, hits, facets } = index.search(query, { facets: ['province', 'date', 'category'] })
    return { total, facets, hits: hits.map(hit => ({ ...hit, document: hit.document, highlights: hit.highlights })) }
  })
  return JSON.stringify([results, index.explain('tin-0-3', 'ldld'), index.suggest('cong d'), index.abbreviations()])
}

let file: Uint8Array

beforeAll(async () => {
  file = await buildIndex(
    Array.from({ length: 40 }, (_, at) => SAMPLE.map(item => ({ ...item, id: `${item.id}-${at}` }))).flat(),
  )
})

describe('an index over a source', () => {
  it('answers as one over all bytes', () => {
    expect(answers(openIndex(new Parts(file)))).toBe(answers(openIndex(file)))
  })

  it('reads the head when it opens, and for a query its parts', () => {
    const source = new Parts(file)
    const index = openIndex(source)
    expect(source.bytes).toBeLessThan(file.length / 10)
    expect(index.search('hội nghị').hits[0].highlights).toBeDefined()
    expect(source.bytes).toBeLessThan(file.length)
  })

  it('reads no byte twice', () => {
    const source = new Parts(file)
    const index = openIndex(source)
    answers(index)
    index.verify()
    expect(source.bytes).toBe(file.length)
    answers(index)
    expect(source.bytes).toBe(file.length)
  })

  it('passes on what the source throws, and asks again', () => {
    const source = new Parts(file)
    const index = openIndex(source)
    const read = source.read.bind(source)
    source.read = () => {
      throw new RangeError('the line is down')
    }
    expect(() => index.search('hội nghị')).toThrow('the line is down')
    source.read = read
    expect(index.search('hội nghị').total).toBeGreaterThan(0)
  })

  it('is damaged where the source gives other bytes', () => {
    const wrong: IndexSource = { length: file.length, read: (start, target) => new Parts(file).read(start, target) }
    const index = openIndex(wrong)
    Object.assign(wrong, { read: (_: number, target: Uint8Array) => target.fill(7) })
    expect(() => index.search('hội nghị')).toThrow(expect.objectContaining({ code: 'INDEX_DAMAGED' }))
  })

  it.each([[{ length: -1 }], [{ length: Number.NaN }], [{}]])('is refused without a length: %j', given => {
    const source: unknown = { read: () => {}, ...given }
    expect(() => openIndex(source as IndexSource)).toThrow(expect.objectContaining({ code: 'BAD_ARGUMENT' }))
  })
})
