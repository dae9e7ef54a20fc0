import type { SitemapEntry, SourceRecord } from './piece.js'

/** The texts of an entry's elements by name; several of one name in their order. */
export type EntryFields = ReadonlyMap<string, readonly string[]>

/** What is known of the whole feed. */
export interface FeedFacts {
  /** The site's name, where the feed says it. */
  readonly site?: string | undefined
  /** Display names of authors by their login names (WXR). */
  readonly authors: ReadonlyMap<string, string>
}

const first = (fields: EntryFields, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const value = fields.get(name)?.find(text => text.trim() !== '')
    if (value !== undefined) return value.trim()
  }
  return undefined
}

const sameText = (a: string, b: string) => a.replace(/\s+/g, ' ').trim() === b.replace(/\s+/g, ' ').trim()

/**
 * An entry of RSS 0.9x, 1.0, 2.0, Atom or WXR as a record. Undefined for what is no article: attachments, menus, drafts and
 * what a CMS exports beside.
 */
export function recordOfEntry(fields: EntryFields, facts: FeedFacts): SourceRecord | undefined {
  const type = first(fields, 'wp:post_type')
  if (type !== undefined && type !== 'post' && type !== 'page') return undefined
  const status = first(fields, 'wp:status')
  if (status !== undefined && status !== 'publish') return undefined
  const exported = type !== undefined
  const full = first(fields, 'content:encoded', 'content', 'body', 'fulltext')
  const summary = first(fields, 'excerpt:encoded', 'description', 'summary', 'dc:description', 'itunes:summary')
  const content = full ?? summary
  const lead = full === undefined || summary === undefined || sameText(full, summary) ? undefined : summary
  const given = first(fields, 'dc:creator', 'author.name', 'author', 'itunes:author')
  const author = given === undefined ? undefined : (facts.authors.get(given) ?? personOf(given))
  const guid = first(fields, 'guid', 'id')
  const permalink = guid?.startsWith('http') === true ? guid : undefined
  const url = first(fields, 'feedburner:origlink', 'link', 'link.href') ?? permalink
  const id = exported ? first(fields, 'wp:post_id') : undefined
  const title = first(fields, 'title', 'dc:title', 'media:title')
  const date =
    first(fields, 'wp:post_date', 'pubdate', 'published', 'dc:date', 'dcterms:created', 'issued') ??
    first(fields, 'updated', 'dcterms:modified', 'modified')
  const source = first(fields, 'source', 'dc:publisher', 'source.title') ?? facts.site
  const category = first(fields, 'category', 'dc:subject')
  return {
    markup: 'html',
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    ...(lead === undefined ? {} : { lead }),
    ...(content === undefined ? {} : { content: exported ? paragraphsOfWordPress(content) : content }),
    ...(date === undefined ? {} : { date }),
    ...(author === undefined ? {} : { author }),
    ...(source === undefined ? {} : { source }),
    ...(url === undefined ? {} : { url }),
    ...(category === undefined ? {} : { category }),
  }
}

/** An entry of a sitemap; Google's news extension names the paper, the headline and the date. */
export function entryOfSitemap(fields: EntryFields, isSitemap: boolean): SitemapEntry | undefined {
  const url = first(fields, 'loc')
  if (url === undefined || url.length > 2000) return undefined
  const title = first(fields, 'news:title')
  const date = first(fields, 'news:publication_date')
  const source = first(fields, 'news:name')
  return {
    url,
    isSitemap,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(source === undefined ? {} : { source }),
  }
}

/** RSS has authors as "mail@example.vn (Thu Hà)" or "Thu Hà <mail@example.vn>"; a bare address names nobody. */
function personOf(author: string): string | undefined {
  const bracketed = /^\S+@\S+\s*\(([^()]{2,80})\)$/.exec(author)?.[1]
  if (bracketed !== undefined) return bracketed.trim()
  const name = author.replace(/<[^<>]*@[^<>]*>/, '').trim()
  return name === '' || /^\S+@\S+$/.test(name) ? undefined : name
}

/** The classic editor stores paragraphs as blank lines, and captions and galleries in square brackets. */
function paragraphsOfWordPress(content: string): string {
  const plain = content.replace(/\[\/?[a-z][\w-]{1,30}(?:\s[^[\]\n]{0,1000})?\]/gi, tag =>
    /^\[\/?caption/i.test(tag) ? (tag.startsWith('[/') ? '</figcaption>' : '<figcaption>') : ' ',
  )
  if (/<p[\s>]/i.test(plain)) return plain
  return plain
    .split(/\n[ \t\r]*\n/)
    .map(part => `<p>${part.replace(/\n/g, '<br>')}</p>`)
    .join('\n')
}
