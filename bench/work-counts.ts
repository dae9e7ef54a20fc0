import { IndexReader } from '../src/index/reader.js'
import { type IndexSource, openIndex, type SearchOptions } from '../src/index.js'
import { Accumulator } from '../src/search/accumulator.js'
import { Candidates } from '../src/search/candidates.js'

/**
 * What answering queries takes, in numbers that are the same on every machine. The engine counts nothing for it: the counters stand
 * before methods that it calls once a list.
 */
export interface WorkCounts {
  /** Postings read from the file and decoded; lists that are kept from the queries before are not. */
  decoded: number
  /** Postings added up, document by document. */
  added: number
  /** Documents looked up in lists that were not gone through. */
  lookedUp: number
  /** Postings of those lists: what was skipped. */
  skipped: number
  /** Pieces of the file that were read. */
  reads: number
  /** Bytes of them. */
  bytes: number
}

const none = (): WorkCounts => ({ decoded: 0, added: 0, lookedUp: 0, skipped: 0, reads: 0, bytes: 0 })

/** Counts the work of queries that one open index answers in turn, opening included. */
export function countWork(file: Uint8Array, queries: readonly string[], options: SearchOptions = {}): WorkCounts {
  const work = none()
  const restore = countInto(work)
  try {
    const index = openIndex(countedSource(file, work))
    for (const query of queries) index.search(query, { highlight: false, ...options })
  } finally {
    restore()
  }
  return work
}

/** The work of each query by itself, on an index that is opened for it, added up. */
export function countColdWork(file: Uint8Array, queries: readonly string[], options: SearchOptions = {}): WorkCounts {
  const sum = none()
  for (const query of queries) {
    const work = countWork(file, [query], options)
    for (const name of ['decoded', 'added', 'lookedUp', 'skipped', 'reads', 'bytes'] as const) sum[name] += work[name]
  }
  return sum
}

/** Stands before the methods of the engine; returns what puts them back. */
function countInto(work: WorkCounts): () => void {
  const { readPostings } = IndexReader.prototype
  const { add } = Accumulator.prototype
  const { add: lookUp } = Candidates.prototype
  IndexReader.prototype.readPostings = function (start, end) {
    const postings = readPostings.call(this, start, end)
    work.decoded += postings.frequencies.length
    return postings
  }
  Accumulator.prototype.add = function (list, weight, share) {
    work.added += list.size
    add.call(this, list, weight, share)
  }
  Candidates.prototype.add = function (list, weight, share) {
    work.lookedUp += this.count
    work.skipped += list.size
    lookUp.call(this, list, weight, share)
  }
  return () => {
    IndexReader.prototype.readPostings = readPostings
    Accumulator.prototype.add = add
    Candidates.prototype.add = lookUp
  }
}

function countedSource(file: Uint8Array, work: WorkCounts): IndexSource {
  return {
    length: file.length,
    read(start, target) {
      work.reads++
      work.bytes += target.length
      target.set(file.subarray(start, start + target.length))
    },
  }
}
