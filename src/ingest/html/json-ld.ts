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

const articleTypes = /(?:^|\/)(?:\w*Article|\w*NewsArticle|BlogPosting|LiveBlogPosting|Report|Reportage\w*)$/

type Node = Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value of an own key: what stands on the page, never what an object inherits. */
const own = (node: Node, key: string): unknown => (Object.hasOwn(node, key) ? node[key] : undefined)

/** A string, or the first of several. */
function text(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : undefined
}

/** Names of a person, an organisation, or several of them. */
function names(value: unknown): string | undefined {
  const all = (Array.isArray(value) ? value : [value]).slice(0, 8)
  const found = all.map(one => (isNode(one) ? text(own(one, 'name')) : text(one))).filter(name => name !== undefined)
  return found.length === 0 ? undefined : found.join(', ')
}

/** The first article that a JSON-LD script describes, wherever it nests; undefined for broken JSON and other things. */
export function articleFromJsonLd(script: string): JsonLdArticle | undefined {
  if (script.length > longest) return undefined
  let parsed: unknown
  try {
    parsed = JSON.parse(script.trim().replace(/^<!--|-->$|^\/\/<!\[CDATA\[|\/\/\]\]>$/g, ''))
  } catch {
    return undefined
  }
  const queue: unknown[] = [parsed]
  for (let i = 0; i < queue.length && i < mostNodes; i++) {
    const value = queue[i]
    if (Array.isArray(value)) {
      queue.push(...value.slice(0, mostNodes))
      continue
    }
    if (!isNode(value)) continue
    const types = own(value, '@type')
    const named = (Array.isArray(types) ? types : [types]).some(
      type => typeof type === 'string' && articleTypes.test(type),
    )
    if (!named) {
      for (const key of Object.keys(value).slice(0, 200)) queue.push(own(value, key))
      continue
    }
    return article(value)
  }
  return undefined
}

function article(node: Node): JsonLdArticle {
  const page = own(node, 'mainEntityOfPage')
  const fields = {
    headline: text(own(node, 'headline')) ?? text(own(node, 'name')),
    description: text(own(node, 'description')),
    datePublished: text(own(node, 'datePublished')) ?? text(own(node, 'dateCreated')),
    author: names(own(node, 'author')),
    publisher: names(own(node, 'publisher')),
    section: text(own(node, 'articleSection')),
    url: text(own(node, 'url')) ?? text(page) ?? (isNode(page) ? text(own(page, '@id')) : undefined),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as JsonLdArticle
}
