import type { SearchOptions } from '../../src/index.js'
import { isPlain, type QueryNode } from '../../src/search/query/index.js'
import { DEFAULT_RANKING, type Ranking } from '../../src/search/scoring.js'
import { ClauseOracle } from './oracle-clauses.js'
import { occurrences } from './oracle-phrases.js'
import type { Plan } from './oracle-words.js'

/** A stretch of a text, end exclusive. */
export type Stretch = readonly [start: number, end: number]

/** Says what in a document answers a query, word by word and phrase by phrase. */
export class MarkOracle extends ClauseOracle {
  /** The matches by field, those with nothing but blanks between them joined; fields without text are left out. */
  marks(
    tree: QueryNode,
    id: string,
    textOf: (field: string) => string,
    { accents = 'auto', ...options }: SearchOptions,
  ) {
    const ranking: Ranking = { ...DEFAULT_RANKING, ...options.ranking }
    const found = new Map<string, Stretch[]>()
    const texts = [...(this.texts.get(id) ?? [])]
    const terms = (wanted: ReadonlySet<string>, only: string | undefined) => {
      for (const [field, { tokens }] of texts) {
        if (only !== undefined && only !== field) continue
        for (const { term, start, end } of tokens) if (wanted.has(term)) add(field, start, end)
      }
    }
    const add = (field: string, start: number, end: number) => {
      found.set(field, [...(found.get(field) ?? []), [start, end]])
    }
    const words = (plan: Plan, field: string | undefined) =>
      terms(new Set(plan.slots.flatMap(({ answers }) => answers.map(({ term }) => term))), field)
    const go = (node: QueryNode, only: string | undefined): void => {
      switch (node.type) {
        case 'words':
          words(this.plan(node.text, accents, ranking), only)
          break
        case 'prefix':
        case 'fuzzy': {
          const edits = node.type === 'prefix' ? 0 : node.distance
          terms(new Set(this.expansion(edits, node.text, accents).map(({ term }) => term)), only)
          break
        }
        case 'phrase': {
          const asked = this.phraseTerms(node.text, accents, ranking)
          if (asked.length === 1) terms(asked[0].answers, only)
          for (const [field, { row }] of texts) {
            if (asked.length < 2 || (only !== undefined && only !== field)) continue
            for (const [from, to] of occurrences(row, asked, node.slop)) {
              if (node.slop === 0) add(field, row[from].start, row[to - 1].end)
              else
                for (const { term, start, end } of row.slice(from, to))
                  if (asked.some(({ answers }) => answers.has(term))) add(field, start, end)
            }
          }
          break
        }
        case 'boost':
          go(node.node, only)
          break
        case 'field':
          if (this.isSearched(node.field)) go(node.node, node.field)
          break
        case 'or':
          for (const each of node.nodes) go(each, only)
          break
        case 'group':
          for (const { occur, node: inner } of node.clauses) if (occur !== 'not') go(inner, only)
      }
    }
    if (isPlain(tree)) words(this.asMeant(tree.text, accents, ranking).plan, undefined)
    else go(tree, undefined)
    return new Map(texts.map(([field]) => [field, joined(found.get(field) ?? [], textOf(field))]))
  }
}

function joined(stretches: readonly Stretch[], text: string): Stretch[] {
  const marked = Array.from({ length: text.length }, (_, at) =>
    stretches.some(([start, end]) => start <= at && at < end),
  )
  const found: Stretch[] = []
  let at = 0
  while (at < text.length) {
    if (!marked[at]) {
      at++
      continue
    }
    let end = at
    while (marked[end]) end++
    let next = end
    while (text[next] === ' ' || text[next] === '\t' || text[next] === '\u00a0') next++
    const last = found[found.length - 1]
    if (last && text.slice(last[1], at).replace(/[ \t\u00a0]/g, '') === '') found[found.length - 1] = [last[0], end]
    else found.push([at, end])
    at = end
  }
  return found
}
