import { ListWriter } from './list-writer.js'
import { type MakeSpill, RECORD_WORDS, RecordLog } from './record-log.js'

/** Records of postings and pairs that are put in order at a time where there is a spill: some 100 MB. */
const MOST_RECORDS = 1 << 22

/** Terms whose lists are written together: those from ordinal `first` to before `end`. */
interface TermRange {
  readonly first: number
  readonly end: number
  readonly postings: RecordLog
  readonly pairs: RecordLog
}

/**
 * Collects postings and adjacent pairs in the order of the documents, under the numbers that the vocabulary gives to
 * terms, and writes them under their ordinals at the end. With a spill most of them wait outside of memory: at the end they
 * are dealt out to ranges of terms, and one range after the other is put in order.
 */
export class PostingsBuilder {
  private readonly postings: RecordLog
  private readonly pairs: RecordLog
  /** Postings of each term number. */
  private frequencies = new Uint32Array(1 << 12)

  /**
   * @param fieldCount searched fields
   * @param makeSpill makes room outside of memory; without it everything stays inside
   * @param mostRecords records that are put in order at a time
   */
  constructor(
    private readonly fieldCount: number,
    private readonly makeSpill?: MakeSpill,
    private readonly mostRecords = MOST_RECORDS,
  ) {
    const mostWords = makeSpill ? mostRecords * RECORD_WORDS : undefined
    this.postings = new RecordLog(makeSpill, mostWords)
    this.pairs = new RecordLog(makeSpill, mostWords)
  }

  /** The term numbers below `limit` that have postings, ascending. */
  usedTerms(limit: number): Uint32Array {
    const { frequencies } = this
    return Uint32Array.from({ length: limit }, (_, term) => term).filter(term => frequencies[term] > 0)
  }

  /** @param fields the fields of the document that have the term, field 0 as the lowest bit */
  addPosting(term: number, document: number, level: number, fields: number): void {
    if (term >= this.frequencies.length) {
      const larger = new Uint32Array(Math.max(term + 1, this.frequencies.length * 2))
      larger.set(this.frequencies)
      this.frequencies = larger
    }
    this.frequencies[term]++
    this.postings.push(term, document, level | (fields << 4))
  }

  /** The pair `left right`; once a document. `strong`: more than once in the body. */
  addPair(left: number, right: number, document: number, strong: boolean): void {
    this.pairs.push(left, right, document * 2 + (strong ? 1 : 0))
  }

  /**
   * Writes all lists, each beginning at a whole byte: `offsets[ordinal]` is its first byte, one more for the end.
   *
   * @param ordinalOf the ordinal of each term number that has postings
   */
  finish(
    ordinalOf: Uint32Array,
    termCount: number,
    documentCount: number,
  ): { readonly offsets: Uint32Array; readonly words: Uint32Array } {
    const frequencies = new Uint32Array(termCount)
    this.frequencies.forEach((frequency, term) => {
      if (frequency > 0) frequencies[ordinalOf[term]] = frequency
    })
    const writer = new ListWriter(ordinalOf, frequencies, documentCount, this.fieldCount)
    for (const { first, end, postings, pairs } of this.ranges(writer, termCount)) {
      writer.write(first, end, postings, pairs)
      postings.close()
      pairs.close()
    }
    return writer.finish()
  }

  /** All terms as one range, or as many ranges as it takes for each to fit. */
  private *ranges(writer: ListWriter, termCount: number): Generator<TermRange> {
    const { postings, pairs, makeSpill, mostRecords } = this
    if (!makeSpill || postings.count + pairs.count <= mostRecords) {
      yield { first: 0, end: termCount, postings, pairs }
      return
    }
    const records = writer.recordsOf(pairs)
    const ranges: TermRange[] = []
    const rangeOf = new Uint32Array(termCount)
    for (let first = 0; first < termCount; ) {
      let end = first
      let sum = 0
      while (end < termCount && (end === first || sum + records[end] <= mostRecords)) sum += records[end++]
      rangeOf.fill(ranges.length, first, end)
      const log = () => new RecordLog(makeSpill, mostRecords >>> 3)
      ranges.push({ first, end, postings: log(), pairs: log() })
      first = end
    }
    for (const part of postings.parts()) {
      for (let at = 0; at < part.length; at += RECORD_WORDS) {
        ranges[rangeOf[writer.ordinalOf[part[at]]]].postings.push(part[at], part[at + 1], part[at + 2])
      }
    }
    postings.close()
    for (const part of pairs.parts()) {
      for (let at = 0; at < part.length; at += RECORD_WORDS) {
        ranges[rangeOf[writer.ownerOf(part[at], part[at + 1])]].pairs.push(part[at], part[at + 1], part[at + 2])
      }
    }
    pairs.close()
    yield* ranges
  }
}
