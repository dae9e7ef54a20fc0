import type { QueryNode } from '../../../src/search/query/index.js'

/** A tree in short, as the tests write it: words as they are, everything else in brackets with its name first. */
export function shape(node: QueryNode): string {
  switch (node.type) {
    case 'words':
      return node.text
    case 'phrase':
      return `(phrase ${node.text}${node.slop === 0 ? '' : ` ~${node.slop}`})`
    case 'prefix':
      return `(prefix ${node.text})`
    case 'fuzzy':
      return `(fuzzy ${node.text} ${node.distance})`
    case 'exists':
      return `(exists ${node.field})`
    case 'range':
      return `(range ${node.field} ${node.includeFrom ? '[' : ']'}${node.from ?? ''}, ${node.to ?? ''}${node.includeTo ? ']' : '['})`
    case 'field':
      return `(${node.field}: ${shape(node.node)})`
    case 'boost':
      return `(×${node.boost} ${shape(node.node)})`
    case 'or':
      return `(or ${node.nodes.map(shape).join(' | ')})`
    case 'group':
      return `{${node.clauses.map(({ occur, node: each }) => `${{ must: '+', should: '', not: '-' }[occur]}${shape(each)}`).join(' | ')}}`
    default:
      return node satisfies never
  }
}
