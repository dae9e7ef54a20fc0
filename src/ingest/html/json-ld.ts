/** What a page's JSON-LD says of its article; all fields as stated. */
export interface JsonLdArticle {
  readonly headline?: string
  readonly description?: string
  readonly datePublished?: string
  readonly author?: string
  readonly publisher?: string
  readonly section?: string
  readonly url?: string
}

/** Longer scripts, and objects beyond so many, are not read. */
const longest = 500_000
const mostNodes = 5_000

const articleTypes = /(?:^|\/)(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Reportage\w*)$/
/** What a page without an article may say of itself all the same. */
const pageTypes = /(?:^|\/)(?:WebPage|ItemPage)$/

type Node = Readonly<Record<string, unknown>>
/** Objects by the `@id` that others refer to them with, as generators of one graph do. */
type Graph = ReadonlyMap<string, Node>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value of an own key: what stands on the page, never what an object inherits. */
const own = (node: Node, key: string): unknown => (Object.hasOwn(node, key) ? node[key] : undefined)

/** A string, or the first of several. */
function text(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : undefined
}

/** The object that a mere reference stands for. */
function resolved(value: unknown, graph: Graph): unknown {
  if (!isNode(value) || own(value, 'name') !== undefined) return value
  const id = own(value, '@id')
  return typeof id === 'string' ? (graph.get(id) ?? value) : value
}

/** Names of a person, an organisation, or several of them. */
function names(value: unknown, graph: Graph): string | undefined {
  const all = (Array.isArray(value) ? value : [value]).slice(0, 8)
  const found = all
    .map(one => resolved(one, graph))
    .map(one => (isNode(one) ? text(own(one, 'name')) : text(one)))
    .filter(name => name !== undefined)
  return found.length === 0 ? undefined : found.join(', ')
}

/**
 * The first article that a JSON-LD script describes, wherever it nests, the outermost before those inside it; the page where
 * there is no article. Undefined for broken JSON and other things.
 */
export function articleFromJsonLd(script: string): JsonLdArticle | undefined {
  if (script.length > longest) return undefined
  const nodes = nodesOf(parsed(script))
  const graph = new Map<string, Node>()
  for (const node of nodes) {
    const id = own(node, '@id')
    if (typeof id === 'string' && own(node, 'name') !== undefined && !graph.has(id)) graph.set(id, node)
  }
  const found =
    nodes.find(node => isOfType(node, articleTypes)) ??
    nodes.find(node => isOfType(node, pageTypes) && own(node, 'datePublished') !== undefined)
  return found === undefined ? undefined : article(found, graph)
}

/** All objects, breadth first. */
function nodesOf(root: unknown): Node[] {
  const nodes: Node[] = []
  const queue: unknown[] = [root]
  for (let i = 0; i < queue.length && i < mostNodes; i++) {
    const value = queue[i]
    if (Array.isArray(value)) for (const one of value.slice(0, mostNodes)) queue.push(one)
    else if (isNode(value)) {
      nodes.push(value)
      for (const key of Object.keys(value).slice(0, 200)) queue.push(own(value, key))
    }
  }
  return nodes
}

function isOfType(node: Node, types: RegExp): boolean {
  const stated = own(node, '@type')
  const all: readonly unknown[] = Array.isArray(stated) ? stated.slice(0, 20) : [stated]
  return all.some(type => typeof type === 'string' && type.length < 200 && types.test(type))
}

/** Templates leave line ends in strings and commas before brackets: what is not JSON is read once more without those. */
function parsed(script: string): unknown {
  const bare = script.trim().replace(/^<!--|-->$|^\/\/<!\[CDATA\[|\/\/\]\]>$/g, '')
  try {
    return JSON.parse(bare)
  } catch {
    try {
      return JSON.parse(bare.replace(/[\u0000-\u001f]/g, ' ').replace(/,(\s*[}\]])/g, '$1'))
    } catch {
      return undefined
    }
  }
}

function article(node: Node, graph: Graph): JsonLdArticle {
  const page = own(node, 'mainEntityOfPage')
  const headline = text(own(node, 'headline')) ?? text(own(node, 'name'))
  const description = text(own(node, 'description'))
  const datePublished = text(own(node, 'datePublished')) ?? text(own(node, 'dateCreated'))
  const author = names(own(node, 'author') ?? own(node, 'creator'), graph)
  const publisher = names(own(node, 'publisher'), graph)
  const section = text(own(node, 'articleSection'))
  const url = text(own(node, 'url')) ?? text(page) ?? (isNode(page) ? text(own(page, '@id')) : undefined)
  return {
    ...(headline === undefined ? {} : { headline }),
    ...(description === undefined ? {} : { description }),
    ...(datePublished === undefined ? {} : { datePublished }),
    ...(author === undefined ? {} : { author }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(section === undefined ? {} : { section }),
    ...(url === undefined ? {} : { url }),
  }
}
