import type { Analyzer } from '../analysis/analyzer.js'
import { ASIDE, EXPANDED } from '../analysis/tokens.js'
import { UNKNOWN_MARKS } from '../index/terms.js'
import type { OpenPlan } from './open-plan.js'
import type { Piece } from './pieces.js'

/** Words in a snippet. */
const SNIPPET_WORDS = 40
/** How far a snippet reaches back for the beginning of its sentence. */
const SENTENCE_REACH = 12
/** What a pair in its order adds to a snippet, beside its words. */
const PAIR_BONUS = 0.5

const unknownTerm = (term: string) => UNKNOWN_MARKS + term

/** A match in a text: UTF-16 offsets, end exclusive. */
interface Span {
  readonly start: number
  readonly end: number
}

/** Marks in texts what a query matched, by the same analysis that made the index. */
export class Highlighter {
  private readonly weights: Map<number, number>
  private readonly pairs: Set<string>

  constructor(
    plan: OpenPlan,
    private readonly analyzer: Analyzer,
  ) {
    const { vocabulary } = analyzer
    this.weights = new Map()
    for (const slot of plan.slots) {
      for (const { term, weight } of slot.slot.answers.spellings)
        this.weights.set(vocabulary.number(term), Math.max(0.01, slot.weight * weight))
    }
    this.pairs = new Set()
    for (const pair of plan.pairs) {
      for (const left of plan.slots[pair.left].slot.answers.spellings) {
        for (const right of plan.slots[pair.right].slot.answers.spellings) {
          this.pairs.add(`${vocabulary.number(left.term)} ${vocabulary.number(right.term)}`)
        }
      }
    }
  }

  /**
   * The fields of one document with their matches marked: `whole` fields entirely, the others as the snippet that says
   * most about the query. Fields without text are left out; a snippet without any match is the beginning of its text.
   */
  document(
    fields: readonly { readonly name: string; readonly text: string; readonly whole: boolean }[],
  ): Map<string, Piece[]> {
    const { analyzer } = this
    analyzer.document(
      fields.map(field => field.text),
      unknownTerm,
    )
    const found = new Map<string, Piece[]>()
    fields.forEach(({ name, text, whole }, at) => {
      if (text === '') return
      const from = analyzer.textStarts[at]
      const to = analyzer.textStarts[at + 1]
      const window = whole ? { start: 0, end: text.length } : this.bestWindow(text, from, to)
      found.set(name, cut(text, window, this.spans(text, from, to)))
    })
    return found
  }

  /** The matches among tokens, those with only blanks between them joined: an abbreviation or a phrase is one piece. */
  private spans(text: string, from: number, to: number): Span[] {
    const { tokens } = this.analyzer
    const matches: Span[] = []
    for (let at = from; at < to; at++) {
      if (this.weights.has(tokens.terms[at])) matches.push({ start: tokens.starts[at], end: tokens.ends[at] })
    }
    // The whole of a document number comes after its parts.
    matches.sort((a, b) => a.start - b.start)
    const spans: { start: number; end: number }[] = []
    for (const { start, end } of matches) {
      const last = spans[spans.length - 1]
      if (last && start <= last.end) last.end = Math.max(last.end, end)
      else if (last && isBlank(text, last.end, start)) last.end = end
      else spans.push({ start, end })
    }
    return spans
  }

  /** The stretch of about forty words whose distinct matches weigh most, begun with its sentence where that is near. */
  private bestWindow(text: string, from: number, to: number): Span {
    const { tokens } = this.analyzer
    let bestAt = from
    let best = -1
    let next = from
    for (let at = from; at < to; at++) {
      if (at < next || !this.weights.has(tokens.terms[at])) continue
      next = at + 1
      const worth = this.worth(at, to)
      if (worth > best) {
        best = worth
        bestAt = at
      }
    }
    const first = sentenceStart(
      text,
      tokens.length > from ? tokens.starts[bestAt] : 0,
      this.startOf(bestAt - SENTENCE_REACH, from),
    )
    let last = bestAt
    let words = 0
    while (last < to && words < SNIPPET_WORDS) {
      if ((tokens.flags[last] & (ASIDE | EXPANDED)) === 0 && tokens.starts[last] >= first) words++
      last++
    }
    const end = last >= to ? text.length : tokens.ends[last - 1]
    return { start: first, end: Math.max(first, end) }
  }

  private startOf(at: number, from: number): number {
    return at <= from ? 0 : this.analyzer.tokens.starts[at]
  }

  private worth(from: number, to: number): number {
    const { tokens } = this.analyzer
    const seen = new Set<number>()
    const seenPairs = new Set<string>()
    let worth = 0
    let previous = -1
    for (let at = from; at < to && at < from + SNIPPET_WORDS; at++) {
      const term = tokens.terms[at]
      const weight = this.weights.get(term)
      if (weight === undefined) {
        if ((tokens.flags[at] & ASIDE) === 0) previous = -1
        continue
      }
      if (!seen.has(term)) {
        seen.add(term)
        worth += weight
      }
      const pair = `${previous} ${term}`
      if (previous >= 0 && this.pairs.has(pair) && !seenPairs.has(pair)) {
        seenPairs.add(pair)
        worth += PAIR_BONUS * weight
      }
      previous = term
    }
    return worth
  }
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== 0x20 && unit !== 0xa0 && unit !== 0x09) return false
  }
  return true
}

/** The beginning of the sentence that holds `at`, or `at` itself when it is before `earliest`. */
function sentenceStart(text: string, at: number, earliest: number): number {
  if (earliest === 0 && !/[.!?…\n]\s/.test(text.slice(0, at))) return 0
  for (let start = at; start > earliest; start--) {
    const unit = text[start - 1]
    if (unit === '\n') return start
    if ((unit === ' ' || unit === '\t') && start >= 2 && '.!?…'.includes(text[start - 2])) return start
  }
  return at
}

/** A stretch of a text as pieces, with an ellipsis where it does not reach an end of the text. */
function cut(text: string, window: Span, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  const push = (from: number, to: number, match: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to), match })
  }
  if (window.start > 0) pieces.push({ text: '… ', match: false })
  let at = window.start
  for (const span of spans) {
    if (span.end <= at || span.start >= window.end) continue
    const start = Math.max(at, span.start)
    const end = Math.min(window.end, span.end)
    push(at, start, false)
    push(start, end, true)
    at = end
  }
  push(at, window.end, false)
  if (window.end < text.length) pieces.push({ text: ' …', match: false })
  return pieces
}
