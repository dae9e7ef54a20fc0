import { printNumber } from './bounds.js'
import { operatorOf, SIGNS, SPECIAL } from './syntax.js'
import { isBlank, type QueryNode, type RangeNode } from './tree.js'

/** A word that needs no brackets and no backslash wherever it stands. */
const SIMPLE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*$/u

/** What the name of a field may begin with. */
const NAME = /[\p{L}_]/u

/**
 * A tree as a query: `parseQuery` makes the same tree of it, apart from the positions, given the same fields. Boundaries of
 * dates come out as days.
 */
export function printQuery(tree: QueryNode): string {
  switch (tree.type) {
    case 'words':
      return escaped(tree.text, false)
    case 'phrase':
      return `"${tree.text.replace(/[\\"]/g, '\\$&')}"${tree.slop === 0 ? '' : `~${tree.slop}`}`
    case 'prefix':
      return `${escaped(tree.text, true)}*`
    case 'fuzzy':
      return `${escaped(tree.text, true)}~${tree.distance}`
    case 'exists':
      return `${tree.field}:*`
    case 'range':
      return `${tree.field}:${printRange(tree)}`
    case 'field':
      return `${tree.field}:${atom(tree.node, 'value')}`
    case 'boost':
      return `${atom(tree.node, 'boost')}^${tree.boost}`
    case 'or':
      return tree.nodes.map(node => (node.type === 'or' ? `(${printQuery(node)})` : printQuery(node))).join(' OR ')
    case 'group':
      return tree.clauses
        .map(({ occur, node }) => {
          if (occur === 'should') return node.type === 'words' ? printQuery(node) : atom(node, 'clause')
          return `${occur === 'must' ? '+' : '-'}${atom(node, 'clause')}`
        })
        .join(' ')
    default:
      return tree satisfies never
  }
}

/**
 * A node as one piece, in brackets unless it is one anyway: as a clause, as the value of a field (a word, phrase or bracket, with
 * its boost) or before a boost.
 */
function atom(node: QueryNode, place: 'clause' | 'value' | 'boost'): string {
  const printed = printQuery(node)
  return isOne(node, place, printed) ? printed : `(${printed})`
}

function isOne(node: QueryNode, place: 'clause' | 'value' | 'boost', printed: string): boolean {
  switch (node.type) {
    case 'words':
      return place !== 'value' && SIMPLE.test(node.text) && operatorOf(node.text) === undefined
    case 'phrase':
      return true
    case 'prefix':
    case 'fuzzy':
      return /^[\p{L}\p{N}_\\]/u.test(printed)
    case 'boost':
      return place !== 'boost'
    default:
      return place === 'clause' && node.type !== 'group' && node.type !== 'or'
  }
}

function printRange({ from, to, includeFrom, includeTo }: RangeNode): string {
  const print = (bound: string | number) => (typeof bound === 'number' ? printNumber(bound) : bound)
  if (to === undefined) return `${includeFrom ? '>=' : '>'}${from === undefined ? '' : print(from)}`
  if (from === undefined) return `${includeTo ? '<=' : '<'}${print(to)}`
  return `${includeFrom ? '' : '>'}${print(from)}..${includeTo ? '' : '<'}${print(to)}`
}

/** A text with a backslash before everything that would be read as more than text, and before blanks to keep it one word. */
function escaped(text: string, oneWord: boolean): string {
  let out = ''
  let at = 0
  while (at < text.length) {
    if (isBlank(text.charCodeAt(at))) {
      out += `${oneWord ? '\\' : ''}${text[at++]}`
      continue
    }
    let end = at
    while (end < text.length && !isBlank(text.charCodeAt(end))) end++
    if (operatorOf(text.slice(at, Math.min(end, at + 8)))) out += '\\'
    for (let to = at; to < end; to++) out += needsEscape(text, at, to, end, oneWord) ? `\\${text[to]}` : text[to]
    at = end
  }
  return out
}

/** Whether the unit at `to` of the word from `at` to `end` would be read as more than text. */
function needsEscape(text: string, at: number, to: number, end: number, oneWord: boolean): boolean {
  const sign = text[to]
  if (sign === '"') return to === at || text[to - 1] === ':'
  if (sign === ':') return (oneWord || to + 1 < end) && NAME.test(text[at]) && !text.startsWith('//', to + 1)
  return SPECIAL.includes(sign) || (to === at && to + 1 < end && SIGNS.has(sign))
}
