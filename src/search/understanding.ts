import type { IndexReader } from '../index/reader.js'
import type { AgreedPiece, Agreement } from './agreement.js'
import { compileFilter } from './filter.js'
import type { OpenPlan } from './open-plan.js'
import { type Now, type QueryNode, type Understood, understandPlaces, type WordsNode } from './query/index.js'
import { type Ranking, SCORE_UNIT, units } from './scoring.js'
import { isAskedFor } from './shares.js'

/** So many UTF-16 units of plain words are looked through, those of all clauses together. */
const LONGEST = 1000

/**
 * Understands the places and dates in the plain words of queries, as far as the index has a column that could agree with them:
 * the first province facet and the first date facet in which something is known.
 */
export class Understander {
  private readonly province: string | undefined
  private readonly date: string | undefined

  constructor(private readonly reader: IndexReader) {
    const { columns } = reader.meta
    this.province = columns.find(([, head]) => head.kind === 'province' && head.values.length > 0)?.[0]
    this.date = columns.find(([, head]) => head.kind === 'date' && head.known)?.[0]
  }

  /**
   * What is understood in the plain words of a tree, in order of position; not in phrases, fields and what must not be there.
   *
   * @param query the text that the tree was read from; positions are in it. Undefined for a tree built in code: positions then
   *   are in the words of each node
   * @param now see `understandPlaces`
   */
  read(tree: QueryNode, query: string | undefined, now: Now | undefined): Understood[] {
    const { province, date } = this
    if (province === undefined && date === undefined) return []
    const found: Understood[] = []
    let left = LONGEST
    for (const node of plainNodes(tree)) {
      if (left <= 0) break
      const text = (query === undefined ? node.text : query.slice(node.start, node.end)).slice(0, left)
      left -= text.length
      found.push(...understandPlaces(text, { offset: node.start, ...(now === undefined ? {} : { now }) }))
    }
    return found.filter(({ kind }) => (kind === 'date' ? date : province) !== undefined)
  }

  /** What documents that agree get: places and dates count once each, however many were understood. */
  agreements(understood: readonly Understood[], plan: OpenPlan, ranking: Ranking): Agreement[] {
    const weight = understood.length === 0 ? 0 : ranking.understood * averageWeight(plan)
    if (weight === 0) return []
    const gain = units(weight, (ranking.floor + ranking.k1 + 1) / SCORE_UNIT)
    const places = this.distinct(understood.filter(({ kind }) => kind !== 'date'))
    const dates = this.distinct(understood.filter(({ kind }) => kind === 'date'))
    const agreements: Agreement[] = []
    if (places.length > 0) agreements.push({ kind: 'place', pieces: places, weight, units: gain })
    if (dates.length > 0) agreements.push({ kind: 'date', pieces: dates, weight, units: gain })
    return agreements
  }

  private distinct(understood: readonly Understood[]): AgreedPiece[] {
    const pieces = new Map<string, AgreedPiece>()
    for (const piece of understood) {
      const value = nameOf(piece)
      if (!pieces.has(value)) pieces.set(value, { text: piece.text, value, passes: this.test(piece) })
    }
    return [...pieces.values()]
  }

  /** Whether a document has what a piece means. */
  private test(piece: Understood): (document: number) => boolean {
    const { province = '', date = '' } = this
    const filter =
      piece.kind === 'date' ? { [date]: { from: piece.from, to: piece.to } } : { [province]: piece.province }
    const [compiled] = compileFilter(filter, this.reader)
    return document => compiled.passes(document)
  }
}

function nameOf(piece: Understood): string {
  if (piece.kind !== 'date') return piece.province
  return piece.from === piece.to ? piece.from : `${piece.from}..${piece.to}`
}

/** The nodes of plain words that a query asks for. */
function plainNodes(tree: QueryNode): WordsNode[] {
  switch (tree.type) {
    case 'words':
      return [tree]
    case 'boost':
      return plainNodes(tree.node)
    case 'or':
      return tree.nodes.flatMap(plainNodes)
    case 'group':
      return tree.clauses.flatMap(({ occur, node }) => (occur === 'not' ? [] : plainNodes(node)))
    default:
      return []
  }
}

/** The mean weight of the words asked for that the index has; 0 when it has none. */
function averageWeight({ slots }: OpenPlan): number {
  let sum = 0
  let count = 0
  for (const slot of slots) {
    if (!slot.list || !isAskedFor(slot)) continue
    sum += slot.weight
    count++
  }
  return count === 0 ? 0 : sum / count
}
