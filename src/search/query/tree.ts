/** Where a node stands in the query text, in UTF-16 units; both are 0 for nodes built in code. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether a clause has to be there, adds to the score when it is, or must not be there. */
export type Occur = 'must' | 'should' | 'not'

/** One part of a group. */
export interface Clause {
  readonly occur: Occur
  readonly node: QueryNode
}

/** Plain words, as they were typed: one run for the analyzer, punctuation and all, without escapes. May be empty. */
export interface WordsNode extends Span {
  readonly type: 'words'
  readonly text: string
}

/** `"exact phrase"`: the words side by side; with a slop, in any order with at most so many other words among them. */
export interface PhraseNode extends Span {
  readonly type: 'phrase'
  readonly text: string
  /** 0 to `MAX_SLOP`. */
  readonly slop: number
}

/** `prefix*`: every word that begins so. */
export interface PrefixNode extends Span {
  readonly type: 'prefix'
  readonly text: string
}

/** `fuzzy~1`: every word at most so many edits away. */
export interface FuzzyNode extends Span {
  readonly type: 'fuzzy'
  readonly text: string
  readonly distance: 1 | 2
}

/**
 * Values of a column between two bounds, either of them absent for an open range. Bounds of dates are ISO days of Vietnam,
 * both included; others are numbers.
 */
export interface RangeNode extends Span {
  readonly type: 'range'
  readonly field: string
  readonly from?: string | number
  readonly to?: string | number
  /** Whether `from` itself is in the range; true where there is no `from`. */
  readonly includeFrom: boolean
  /** Whether `to` itself is in the range; true where there is no `to`. */
  readonly includeTo: boolean
}

/** `field:*`: documents that have a value there. */
export interface ExistsNode extends Span {
  readonly type: 'exists'
  readonly field: string
}

/** `field:…`: the rest is looked for in this field only. A field further inside wins. */
export interface FieldNode extends Span {
  readonly type: 'field'
  /** The field's own name, not the alias that was typed. */
  readonly field: string
  readonly node: QueryNode
}

/** `…^2`: what it adds to the score counts so many times. */
export interface BoostNode extends Span {
  readonly type: 'boost'
  /** `MIN_BOOST` to `MAX_BOOST`, with four decimals at most. */
  readonly boost: number
  readonly node: QueryNode
}

/**
 * Several clauses side by side. `a AND b` is a group of two that must be there, `NOT a` a group of one that must not. Words
 * that must (or must not) be there are one clause: all of them.
 */
export interface GroupNode extends Span {
  readonly type: 'group'
  readonly clauses: readonly Clause[]
}

/** `a OR b`: at least one of two or more. */
export interface OrNode extends Span {
  readonly type: 'or'
  readonly nodes: readonly QueryNode[]
}

/** A query as a tree. */
export type QueryNode =
  | WordsNode
  | PhraseNode
  | PrefixNode
  | FuzzyNode
  | RangeNode
  | ExistsNode
  | FieldNode
  | BoostNode
  | GroupNode
  | OrNode

/** Brackets deeper than this are read over. */
export const MAX_DEPTH = 64
/** Boosts outside of these bounds are set to the nearest. */
export const MIN_BOOST = 0.01
export const MAX_BOOST = 100
/** A boost as trees hold it: within its bounds, to four decimals. */
export function boostOf(value: number): number {
  return Math.min(MAX_BOOST, Math.max(MIN_BOOST, Math.round(value * 10_000) / 10_000))
}

/** The widest phrase, in words between its own. */
export const MAX_SLOP = 100

/** Whether a query is nothing but words: no operator, phrase, field or anything else to interpret. */
export function isPlain(tree: QueryNode): tree is WordsNode {
  return tree.type === 'words'
}

/** Several clauses as one node: a single one that should be there needs no group, none is undefined. */
export function groupOf(clauses: readonly Clause[], start: number, end: number): QueryNode | undefined {
  const [first] = clauses
  if (first === undefined || (clauses.length === 1 && first.occur === 'should')) return first?.node
  return { type: 'group', clauses, start, end }
}

/** Whether a UTF-16 unit separates words: blanks of all kinds and control characters. */
export function isBlank(unit: number): boolean {
  return (
    unit <= 0x20 ||
    (unit >= 0x7f && unit <= 0xa0) ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  )
}

/** A whole text as words, without the blanks at its ends. */
export function plainWords(text: string): WordsNode {
  let start = 0
  let { length: end } = text
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  while (start < end && isBlank(text.charCodeAt(start))) start++
  return { type: 'words', text: text.slice(start, end), start, end }
}

/** A text without blanks at its ends. */
export function trimmed(text: string): string {
  return plainWords(text).text
}
