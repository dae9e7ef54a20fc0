import { fold } from '../text/fold.js'
import { type CheckPart, damaged } from './damage.js'

/**
 * The term dictionary. Terms are sorted by (folded form, spelling), so that all spellings of one folded form have
 * consecutive ordinals: an unmarked syllable is one range, a marked one a member of it. Folded forms are front-coded in
 * blocks; see FORMAT.md for the bytes.
 *
 * A syllable from a text without marks is a term of its own, written `~` + folded form: nobody knows which word it is.
 */
export const UNKNOWN_MARKS = '~'

/** The term of a folded form whose marks nobody knows. */
export function unknownTerm(folded: string): string {
  return UNKNOWN_MARKS + folded
}

/** The folded form under which a term stands in the dictionary. */
export function foldedForm(term: string): string {
  return fold(term.startsWith(UNKNOWN_MARKS) ? term.slice(1) : term)
}

/** Folded forms in a block: a look-up scans half of that on average. */
const FORMS_PER_BLOCK = 16
const MAX_BYTES = 255
/** Numbers in the block index for each block. */
const BLOCK_WORDS = 3
/** Places in the postings have 32 bits. */
const MAX_PLACE = 0xffff_ffff
/** Groups kept for the next query, about 300 bytes each. */
const MAX_GROUPS = 4096

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The bytes of the dictionary and its block index. */
export interface TermSections {
  /** Front-coded blocks. */
  readonly terms: Uint8Array
  /** For each block: its offset, the ordinal of its first term, the first byte of that term's list. */
  readonly blocks: Uint32Array
}

/** One folded form with its spellings, in ordinal order. */
export interface FoldGroup {
  readonly folded: string
  readonly spellings: readonly string[]
  /** The ordinal of the first spelling; the others follow. */
  readonly first: number
  /** Where the list of each spelling begins in the postings, in bytes; one more for the end of the last. */
  readonly lists: readonly number[]
}

/** The order of terms in a dictionary. */
export function sortTerms(terms: readonly string[]): { readonly sorted: string[]; readonly ordinalOf: Uint32Array } {
  const folds = terms.map(foldedForm)
  const order = Uint32Array.from(terms.keys())
  order.sort((a, b) => compare(folds[a], folds[b]) || compare(terms[a], terms[b]))
  const ordinalOf = new Uint32Array(terms.length)
  for (let ordinal = 0; ordinal < order.length; ordinal++) ordinalOf[order[ordinal]] = ordinal
  return { sorted: Array.from(order, at => terms[at]), ordinalOf }
}

/** By code points, as UTF-8 sorts; only surrogate pairs tell it from the order of UTF-16. */
function compare(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at)
    const right = b.charCodeAt(at)
    if (left === right) continue
    const leftPair = left >= 0xd800 && left <= 0xdfff
    const rightPair = right >= 0xd800 && right <= 0xdfff
    return leftPair === rightPair ? left - right : leftPair ? 1 : -1
  }
  return a.length - b.length
}

/**
 * Writes a sorted dictionary; every term is at most 255 bytes of UTF-8.
 *
 * @param lists the first byte of each term's list, one more for the end of the last
 */
export function encodeTerms(sorted: readonly string[], lists: ArrayLike<number>): TermSections {
  const out: number[] = []
  const blocks: number[] = []
  let previous: Uint8Array = new Uint8Array()
  let forms = 0
  for (let ordinal = 0; ordinal < sorted.length; ) {
    const folded = foldedForm(sorted[ordinal])
    let end = ordinal + 1
    while (end < sorted.length && foldedForm(sorted[end]) === folded) end++
    const bytes = encoder.encode(folded)
    let shared = 0
    if (forms % FORMS_PER_BLOCK === 0) blocks.push(out.length, ordinal, lists[ordinal])
    else while (shared < previous.length && shared < bytes.length && previous[shared] === bytes[shared]) shared++
    out.push(shared, bytes.length - shared, ...bytes.subarray(shared))
    pushVarint(out, end - ordinal)
    for (; ordinal < end; ordinal++) {
      const term = sorted[ordinal]
      if (term === folded) out.push(0)
      else {
        const spelling = encoder.encode(term)
        out.push(spelling.length, ...spelling)
      }
      pushVarint(out, lists[ordinal + 1] - lists[ordinal])
    }
    previous = bytes
    forms++
  }
  return { terms: Uint8Array.from(out), blocks: Uint32Array.from(blocks) }
}

/** Seven bits a byte, low ones first, the high bit set on all but the last. */
function pushVarint(out: number[], value: number): void {
  let rest = value
  for (; rest > 127; rest >>>= 7) out.push((rest & 127) | 128)
  out.push(rest)
}

/** Reads a dictionary in place; nothing is decoded before it is asked for. */
export class TermDictionary {
  private readonly blockCount: number
  /** Groups looked up before: a few thousand syllables make up nearly all queries. */
  private readonly groups = new Map<string, FoldGroup | null>()

  constructor(
    private readonly sections: TermSections,
    /** Number of terms. */
    readonly size: number,
    /** Called with each part of a section before it is read. */
    private readonly check: CheckPart = () => {},
  ) {
    this.blockCount = Math.floor(sections.blocks.length / BLOCK_WORDS)
  }

  /** The spellings of a folded form, or undefined when no term has it. */
  group(folded: string): FoldGroup | undefined {
    const known = this.groups.get(folded)
    if (known !== undefined) return known ?? undefined
    const group = this.find(folded)
    if (this.groups.size >= MAX_GROUPS) this.groups.clear()
    this.groups.set(folded, group ?? null)
    return group
  }

  private find(folded: string): FoldGroup | undefined {
    const block = this.blockOf(folded)
    if (block < 0) return undefined
    for (const group of this.groupsOfBlock(block)) {
      if (group.folded === folded) return group
      if (compare(group.folded, folded) > 0) return undefined
    }
    return undefined
  }

  /** The ordinal of a term, or -1. */
  ordinal(term: string): number {
    const group = this.group(foldedForm(term))
    const at = group ? group.spellings.indexOf(term) : -1
    return group && at >= 0 ? group.first + at : -1
  }

  /** The folded forms that begin with `prefix`, in order. */
  *withPrefix(prefix: string): Generator<FoldGroup> {
    for (let block = Math.max(0, this.blockOf(prefix)); block < this.blockCount; block++) {
      for (const group of this.groupsOfBlock(block)) {
        if (group.folded.startsWith(prefix)) yield group
        else if (compare(group.folded, prefix) > 0) return
      }
    }
  }

  /** All folded forms in order. */
  all(): Generator<FoldGroup> {
    return this.withPrefix('')
  }

  /** The term with this ordinal. */
  term(ordinal: number): string {
    let low = 0
    let high = this.blockCount - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.entry(middle)[1] <= ordinal) low = middle
      else high = middle - 1
    }
    for (const group of this.groupsOfBlock(low)) {
      if (ordinal < group.first + group.spellings.length) return group.spellings[ordinal - group.first]
    }
    throw damaged('terms', 'an ordinal below the number of terms', ordinal)
  }

  /** The last block whose first folded form is not after `folded`, or -1. */
  private blockOf(folded: string): number {
    const wanted = encoder.encode(folded)
    let low = -1
    let high = this.blockCount - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (this.compareHead(middle, wanted) <= 0) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Below 0 when the first form of a block comes before `wanted`. UTF-8 sorts as code points do. */
  private compareHead(block: number, wanted: Uint8Array): number {
    const { terms } = this.sections
    const [at] = this.entry(block)
    this.check(terms.subarray(at, at + 2 + MAX_BYTES))
    const length = terms[at + 1]
    const shared = Math.min(length, wanted.length)
    for (let byte = 0; byte < shared; byte++) {
      const difference = terms[at + 2 + byte] - wanted[byte]
      if (difference !== 0) return difference
    }
    return length - wanted.length
  }

  /** What the block index says of a block; behind the last one the ends of everything. */
  private entry(block: number): Uint32Array {
    const { terms, blocks } = this.sections
    if (block === this.blockCount) return Uint32Array.of(terms.length, this.size, MAX_PLACE)
    const entry = blocks.subarray(block * BLOCK_WORDS, (block + 1) * BLOCK_WORDS)
    this.check(entry)
    return entry
  }

  private *groupsOfBlock(block: number): Generator<FoldGroup> {
    const { terms } = this.sections
    let [at, first, list] = this.entry(block)
    const [end, termsEnd, listsEnd] = this.entry(block + 1)
    // Blocks that do not overlap take no longer to read than the file is large, whatever the file says.
    if (at > end || end > terms.length || first > termsEnd || termsEnd > this.size || list > listsEnd) {
      throw damaged('blocks', `blocks one behind the other within ${terms.length} bytes`, `${at} to ${end}`)
    }
    this.check(terms.subarray(at, end))
    const form = new Uint8Array(MAX_BYTES * 2)
    const varint = () => {
      let value = 0
      for (let scale = 1; at < end && scale < 2 ** 35; scale *= 128) {
        const byte = terms[at++]
        value += (byte & 127) * scale
        if (byte < 128) break
      }
      return value
    }
    while (at < end) {
      const shared = terms[at]
      const length = terms[at + 1]
      if (at + 2 + length >= end) throw damaged('terms', `a form within ${end} bytes`, at + 2 + length)
      form.set(terms.subarray(at + 2, at + 2 + length), shared)
      at += 2 + length
      const folded = decoder.decode(form.subarray(0, shared + length))
      const count = varint()
      const spellings: string[] = []
      const lists = [list]
      for (let spelling = 0; spelling < count && at < end; spelling++) {
        const bytes = terms[at++]
        spellings.push(bytes === 0 ? folded : decoder.decode(terms.subarray(at, at + bytes)))
        at += bytes
        list += varint()
        lists.push(list)
      }
      if (at > end || spellings.length < count || first + count > termsEnd || list > listsEnd) {
        throw damaged('terms', `${count} spellings in block ${block}`, spellings.length)
      }
      yield { folded, spellings, first, lists }
      first += count
    }
  }
}
