/** Set operations on documents, a bit for each document of the index in words of 32. */
export type DocumentBits = Int32Array

/** No document. */
export function noDocuments(documents: number): DocumentBits {
  return new Int32Array((documents + 31) >>> 5)
}

/** All documents. */
export function allDocuments(documents: number): DocumentBits {
  const bits = noDocuments(documents).fill(-1)
  const rest = documents & 31
  if (rest !== 0) bits[bits.length - 1] = (1 << rest) - 1
  return bits
}

/** Adds a document. */
export function addDocument(bits: DocumentBits, document: number): void {
  bits[document >>> 5] |= 1 << (document & 31)
}

/** Whether a document is among them. */
export function hasDocument(bits: DocumentBits, document: number): boolean {
  return (bits[document >>> 5] & (1 << (document & 31))) !== 0
}

/** Calls `each` with the documents in ascending order. */
export function eachDocument(bits: DocumentBits, each: (document: number) => void): void {
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]; rest !== 0; rest &= rest - 1) each(word * 32 + 31 - Math.clz32(rest & -rest))
  }
}

/**
 * The documents that match a clause. What a phrase of several words matches is not known before texts are read, so a match
 * is three things: the documents that surely match, those that may, and a test that reads what it takes. Nothing is read
 * for documents that nobody asks about.
 */
export class DocumentMatch {
  private readonly decided = new Map<number, boolean>()

  constructor(
    /** Documents that surely match. */
    readonly sure: DocumentBits,
    /** Documents that may match; all that surely do are among them. */
    readonly maybe: DocumentBits,
    /** Decides about a document that may match and does not surely. */
    private readonly test: (document: number) => boolean,
  ) {}

  /** A match that is known for all documents. */
  static known(bits: DocumentBits): DocumentMatch {
    return new DocumentMatch(bits, bits, () => true)
  }

  /** The documents that pass a test, which is asked of all at once. */
  static where(documents: number, passes: (document: number) => boolean): DocumentMatch {
    const bits = noDocuments(documents)
    for (let document = 0; document < documents; document++) if (passes(document)) addDocument(bits, document)
    return DocumentMatch.known(bits)
  }

  /** Whether a document matches. */
  has(document: number): boolean {
    if (hasDocument(this.sure, document)) return true
    if (!hasDocument(this.maybe, document)) return false
    let decided = this.decided.get(document)
    if (decided === undefined) {
      decided = this.test(document)
      this.decided.set(document, decided)
    }
    return decided
  }

  /** Calls `each` with every document that matches, in ascending order. */
  each(each: (document: number) => void): void {
    eachDocument(this.maybe, document => {
      if (this.has(document)) each(document)
    })
  }

  /** The documents that match at least so many of these matches. */
  static atLeast(count: number, matches: readonly DocumentMatch[], documents: number): DocumentMatch {
    return new DocumentMatch(
      countedBits(
        matches.map(({ sure }) => sure),
        count,
        documents,
      ),
      countedBits(
        matches.map(({ maybe }) => maybe),
        count,
        documents,
      ),
      document => {
        let found = 0
        for (let at = 0; at < matches.length && found < count; at++) {
          if (found + matches.length - at < count) return false
          if (matches[at].has(document)) found++
        }
        return found >= count
      },
    )
  }

  /** The documents that match all of these. */
  static all(matches: readonly DocumentMatch[], documents: number): DocumentMatch {
    return DocumentMatch.atLeast(matches.length, matches, documents)
  }

  /** The documents that match one of these at least. */
  static any(matches: readonly DocumentMatch[], documents: number): DocumentMatch {
    return DocumentMatch.atLeast(1, matches, documents)
  }

  /** The documents that do not match. */
  not(documents: number): DocumentMatch {
    const rest = allDocuments(documents)
    const without = (bits: DocumentBits) => rest.map((word, at) => word & ~bits[at])
    return new DocumentMatch(without(this.maybe), without(this.sure), document => !this.has(document))
  }
}

/**
 * The documents that are in at least so many of the sets: 32 sums at once, plane p holding bit p of each (a bit-sliced
 * counter), compared with the count from the highest plane down.
 */
function countedBits(sets: readonly DocumentBits[], count: number, documents: number): DocumentBits {
  if (count <= 0) return allDocuments(documents)
  const found = noDocuments(documents)
  const planes = new Int32Array(32 - Math.clz32(Math.max(sets.length, count)))
  for (let word = 0; word < found.length; word++) {
    planes.fill(0)
    for (const set of sets) {
      let carry = set[word]
      for (let plane = 0; carry !== 0; plane++) {
        const sum = planes[plane]
        planes[plane] = sum ^ carry
        carry &= sum
      }
    }
    let more = 0
    let same = -1
    for (let plane = planes.length - 1; plane >= 0; plane--) {
      if (((count >>> plane) & 1) === 0) more |= same & planes[plane]
      same &= ((count >>> plane) & 1) === 0 ? ~planes[plane] : planes[plane]
    }
    found[word] = more | same
  }
  return found
}
