import type { Bounds } from './bounds.js'
import type { QueryNode } from './tree.js'

/** Reads a text as a range of days; undefined when it is none. */
export type DateReading = (text: string) => Bounds | undefined

/**
 * What stands in the brackets of a date field, `ngày:(2022 OR quý 3/2023)`, with words and phrases as ranges; undefined when one
 * of them is no date or something else stands there.
 */
export function datesWithin(node: QueryNode, field: string, read: DateReading): QueryNode | undefined {
  const { start, end } = node
  switch (node.type) {
    case 'words':
    case 'phrase': {
      const bounds = read(node.text)
      if (!bounds) return undefined
      const { reversed: _, ...range } = bounds
      return { type: 'range', field, ...range, start, end }
    }
    case 'range':
    case 'exists':
      return node.field === field ? node : undefined
    case 'boost': {
      const inner = datesWithin(node.node, field, read)
      return inner && { ...node, node: inner }
    }
    case 'or': {
      const nodes = node.nodes.map(each => datesWithin(each, field, read))
      return nodes.every(each => each !== undefined) ? { ...node, nodes } : undefined
    }
    case 'group': {
      const clauses = node.clauses.flatMap(({ occur, node: each }) => {
        const inner = datesWithin(each, field, read)
        return inner ? [{ occur, node: inner }] : []
      })
      return clauses.length === node.clauses.length ? { ...node, clauses } : undefined
    }
    default:
      return undefined
  }
}
