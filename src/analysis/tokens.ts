/** No neighbour of what stands around it: the whole of a document number, the joined form of a loanword, an abbreviation. */
export const ASIDE = 1
/** The first token of a clause or field: no neighbour of the token before it. */
export const BREAK = 2
/**
 * Not written in the text: a syllable of what an abbreviation stands for, at the abbreviation's place, or a word of a query that got
 * the marks of a long form.
 */
export const EXPANDED = 4
/** A part of a document number: no abbreviation is read in it. */
export const LITERAL = 8

/**
 * Tokens as parallel arrays, used again for text after text: 16 bytes a token and no objects. `start` and `end` are
 * UTF-16 offsets into the text given.
 */
export class TokenBuffer {
  length = 0
  /** Word number in the word table; -1 for tokens that no surface form made. */
  words = new Int32Array(1024)
  /** Term number in the vocabulary. */
  terms = new Int32Array(1024)
  starts = new Int32Array(1024)
  ends = new Int32Array(1024)
  /** `ASIDE`, `BREAK`, `EXPANDED`. */
  flags = new Uint8Array(1024)

  clear(): void {
    this.length = 0
  }

  push(word: number, term: number, start: number, end: number, flags: number): void {
    const at = this.length++
    if (at >= this.words.length) this.resize(this.words.length * 2)
    this.words[at] = word
    this.terms[at] = term
    this.starts[at] = start
    this.ends[at] = end
    this.flags[at] = flags
  }

  /** Makes room for so many more tokens at once. */
  reserve(count: number): void {
    const needed = this.length + count
    if (needed > this.words.length) this.resize(2 ** Math.ceil(Math.log2(needed)))
  }

  private resize(size: number): void {
    const enlarge = (from: Int32Array) => {
      const to = new Int32Array(size)
      to.set(from)
      return to
    }
    this.words = enlarge(this.words)
    this.terms = enlarge(this.terms)
    this.starts = enlarge(this.starts)
    this.ends = enlarge(this.ends)
    const flags = new Uint8Array(size)
    flags.set(this.flags)
    this.flags = flags
  }
}
