import type { QueryNode, Span } from '../query/tree.js'

/**
 * So many clauses of a query are answered, so that what nobody types takes some 50 ms at most over 20,000 articles; those that take
 * longer than words count for several.
 */
const MOST_CLAUSES = 256
/** A phrase may have to be read in texts; prefixes and misspellings stand for up to 1,024 words. */
const COSTS: Readonly<Record<string, number>> = { phrase: 8, prefix: 8, fuzzy: 32 }

/** A tree of which as much is left as is answered. */
export interface Affordable {
  readonly tree: QueryNode
  /** The first part left out; undefined when nothing was. */
  readonly cut: Span | undefined
}

/** Leaves out the clauses of a tree behind the first 256; a phrase or a prefix counts for 8, a misspelling for 32. */
export function affordable(tree: QueryNode): Affordable {
  let left = MOST_CLAUSES
  let cut: Span | undefined
  const take = (node: QueryNode): QueryNode | undefined => {
    switch (node.type) {
      case 'group': {
        const clauses = node.clauses.flatMap(({ occur, node: inner }) => {
          const taken = take(inner)
          return taken ? [{ occur, node: taken }] : []
        })
        return clauses.length === 0 ? undefined : { ...node, clauses }
      }
      case 'or': {
        const nodes = node.nodes.flatMap(inner => take(inner) ?? [])
        return nodes.length === 0 ? undefined : { ...node, nodes }
      }
      case 'boost':
      case 'field': {
        const inner = take(node.node)
        return inner && { ...node, node: inner }
      }
      default:
        if (left > 0) {
          left -= COSTS[node.type] ?? 1
          return node
        }
        cut ??= { start: node.start, end: node.end }
        return undefined
    }
  }
  const taken = take(tree)
  return cut && taken ? { tree: taken, cut } : { tree, cut: undefined }
}
