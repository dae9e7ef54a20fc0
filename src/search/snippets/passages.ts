import type { Found, Span } from './found-words.js'
import { characterEnd, characterStart } from './graphemes.js'
import { isBlank, sentenceStarts } from './sentences.js'

/** How passages are cut. */
export interface PassageOptions {
  /** The most passages of a text. */
  readonly fragments: number
  /** The most characters (UTF-16 units) of a passage; a longer match is shown whole. */
  readonly length: number
}

/** A passage goes back to the beginning of its sentence when the sentence fits, or when that takes at most this part of it. */
const LEAD_IN = 0.5
/** Else so much of it stands before the first match. */
const SHORT_LEAD_IN = 0.25
/** A passage ends with a sentence when so much of it is filled then. */
const FILLED = 0.5
/** What a match is worth that another passage shows already. */
const SHOWN_BEFORE = 0.1

/**
 * The passages of a text that say most about a query, in the order of the text: those whose distinct matches weigh most. They
 * begin and end with sentences where that fits, else between words, and never inside a match. Without any match: the
 * beginning.
 *
 * @param found by their places
 * @param pieces the stretches that are shown as one match each; no passage is cut inside one
 */
export function bestPassages(
  text: string,
  found: readonly Found[],
  pieces: readonly Span[],
  options: PassageOptions,
): Span[] {
  const cutter = new Cutter(text, pieces, options.length)
  if (found.length === 0) return [cutter.passage({ start: 0, end: 0 })]
  const candidates: (Span & { readonly first: number })[] = []
  found.forEach((match, first) => {
    const passage = cutter.passage(match)
    if (candidates[candidates.length - 1]?.start !== passage.start) candidates.push({ ...passage, first })
  })
  const shown = new Set<string>()
  const chosen: Span[] = []
  while (chosen.length < options.fragments) {
    let best: (typeof candidates)[number] | undefined
    let most = 0
    for (const candidate of candidates) {
      if (chosen.some(({ start, end }) => candidate.start < end && candidate.end > start)) continue
      const worth = worthOf(candidate, found, candidate.first, shown)
      if (worth > most) {
        best = candidate
        most = worth
      }
    }
    if (!best) break
    chosen.push({ start: best.start, end: best.end })
    for (const key of keysIn(best, found, best.first)) shown.add(key)
  }
  return chosen.sort((a, b) => a.start - b.start)
}

function worthOf(passage: Span, found: readonly Found[], first: number, shown: ReadonlySet<string>): number {
  const seen = new Set<string>()
  let worth = 0
  for (let at = first; at < found.length && found[at].start < passage.end; at++) {
    const { key, weight, end } = found[at]
    if (end > passage.end || seen.has(key)) continue
    seen.add(key)
    worth += shown.has(key) ? weight * SHOWN_BEFORE : weight
  }
  return worth
}

function keysIn(passage: Span, found: readonly Found[], first: number): string[] {
  const keys: string[] = []
  for (let at = first; at < found.length && found[at].start < passage.end; at++)
    if (found[at].end <= passage.end) keys.push(found[at].key)
  return keys
}

/** Finds where passages begin and end. */
class Cutter {
  private readonly sentences: readonly number[]

  constructor(
    private readonly text: string,
    private readonly pieces: readonly Span[],
    private readonly length: number,
  ) {
    this.sentences = sentenceStarts(text)
  }

  /** The passage whose first match is given. */
  passage(match: Span): Span {
    const start = this.start(match)
    return { start, end: this.end(start, match) }
  }

  private start(match: Span): number {
    const { text, length } = this
    const piece = pieceAround(this.pieces, match.start) ?? match
    const at = lastUpTo(this.sentences, piece.start)
    const sentence = this.sentences[at]
    const sentenceEnd = this.trimmed(this.sentences[at + 1] ?? text.length, piece.end)
    if (sentenceEnd - sentence <= length || piece.end - sentence <= length * LEAD_IN) return sentence
    let start = Math.max(sentence, piece.start - Math.floor(length * SHORT_LEAD_IN))
    if (start === sentence) return start
    while (start < piece.start && !isBlank(text, start - 1)) start++
    // Where another match would be cut, the passage begins behind it.
    const cut = pieceAround(this.pieces, start)
    if (cut && cut.start < piece.start) start = cut.end
    while (start < piece.start && isBlank(text, start)) start++
    return characterStart(text, Math.min(start, piece.start))
  }

  private end(start: number, match: Span): number {
    const { text, length, sentences } = this
    const least = (pieceAround(this.pieces, match.start) ?? match).end
    if (text.length - start <= length) return text.length
    const limit = Math.max(least, start + length)
    const next = sentences[lastUpTo(sentences, limit)]
    if (next - start > length * FILLED && next > least) return this.trimmed(next, least)
    // A sentence may just end at the limit, with nothing but blanks before the next.
    let end = limit
    while (end > least && !isBlank(text, end)) end--
    // One word that is longer than the passage is cut between its characters.
    if (end <= least && least < limit) end = characterStart(text, limit)
    const cut = pieceAround(this.pieces, end)
    if (cut) end = cut.start >= least ? cut.start : cut.end
    return characterEnd(text, this.trimmed(Math.max(end, least), least))
  }

  private trimmed(end: number, least: number): number {
    let at = end
    while (at > least && isBlank(this.text, at - 1)) at--
    return at
  }
}

/** The piece that a place is strictly inside of or begins. */
function pieceAround(pieces: readonly Span[], at: number): Span | undefined {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (pieces[middle].end <= at) low = middle + 1
    else high = middle
  }
  const piece = pieces[low]
  return piece && piece.start <= at ? piece : undefined
}

/** The place of the last number that is at most `most`; the first of them all when none is. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (numbers[middle] <= most) low = middle
    else high = middle - 1
  }
  return low
}
