import { cleanLine, cleanPage } from '../blocks.js'
import { normalizeIso } from '../iso.js'
import { signatureForm } from '../name.js'
import type { Metadata } from '../shape.js'
import { articleFromJsonLd, type JsonLdArticle } from './json-ld.js'
import type { Attributes } from './walk.js'

/** A longer `<title>` was never closed, and holds the page. */
const longestTitle = 2000

/** Collects what a page says of itself in its head and its structured data, and weighs it when all is read. */
export class MetadataReader {
  private readonly meta = new Map<string, string>()
  private readonly times: string[] = []
  private readonly published: string[] = []
  private readonly documentTitles: string[] = []
  private canonical: string | undefined
  private jsonLd: JsonLdArticle | undefined

  /** One start tag; `inText`: outside of menus, sidebars and the like. */
  element(name: string, attributes: Attributes, inText: boolean): void {
    if (name === 'meta') {
      const key = (attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop') ?? '')
        .toLowerCase()
        .trim()
      const content = tidy(attributes.get('content'))
      if (key !== '' && content !== undefined && !this.meta.has(key) && this.meta.size < 500)
        this.meta.set(key, content)
    } else if (name === 'link') {
      if ((attributes.get('rel') ?? '').toLowerCase() === 'canonical') this.canonical ??= tidy(attributes.get('href'))
    } else if (inText) this.time(name, attributes)
  }

  /** `<time>`, microdata, and the microformat of blogs: `<abbr class="published" title="2013-05-08T21:37:00+07:00">`. */
  private time(name: string, attributes: Attributes): void {
    const classes = ` ${attributes.get('class') ?? ''} `
    const published = classes.includes(' published ')
    if (name !== 'time' && !(name === 'abbr' && published) && attributes.get('itemprop') !== 'datePublished') return
    if (!published && classes.includes(' updated ')) return
    const value = attributes.get('datetime') ?? attributes.get('content') ?? attributes.get('title')
    const list = published ? this.published : this.times
    if (value !== undefined && list.length < 50) list.push(value)
  }

  /** The text of a `<title>` or a JSON-LD script. */
  captured(name: string, text: string): void {
    if (name === 'script') this.jsonLd ??= articleFromJsonLd(text)
    else if (text.length < longestTitle) {
      const title = tidy(text)
      if (title !== undefined && this.documentTitles.length === 0) this.documentTitles.push(title)
    }
  }

  private first(...keys: readonly string[]): string | undefined {
    for (const key of keys) {
      const value = this.meta.get(key)
      if (value !== undefined) return value
    }
    return undefined
  }

  /** What the page claims, the most explicit source first. */
  read(): Metadata {
    const ld = this.jsonLd
    const site = ld?.publisher ?? this.first('og:site_name', 'application-name', 'dc.publisher')
    const documentTitle = this.documentTitles[0]
    const title = tidy(ld?.headline) ?? withoutSite(this.first('og:title', 'twitter:title', 'dc.title'), site)
    const date = firstDate([
      ld?.datePublished,
      this.first('article:published_time', 'og:article:published_time'),
      this.first(
        'datepublished',
        'pubdate',
        'publishdate',
        'publish-date',
        'publish_date',
        'dc.date.issued',
        'dc.date',
        'dcterms.created',
        'date',
      ),
      new Set(this.published).size === 1 ? this.published[0] : undefined,
      // Several different times on a page are those of its news lists.
      new Set(this.times).size === 1 ? this.times[0] : undefined,
    ])
    const author = authorOf(
      [ld?.author, this.first('article:author', 'author', 'dc.creator', 'og:article:author')],
      site,
    )
    const lead = tidy(ld?.description) ?? this.first('og:description', 'description', 'twitter:description')
    const url = addressOf([this.canonical, this.first('og:url'), ld?.url])
    const image = addressOf([this.first('og:image', 'og:image:url', 'twitter:image')])
    const category = tidy(ld?.section) ?? this.first('article:section')
    const titles = [this.first('og:title'), withoutSite(documentTitle, site), documentTitle].filter(
      value => value !== undefined,
    )
    return {
      ...(title === undefined ? {} : { title }),
      ...(lead === undefined ? {} : { lead }),
      ...(author === undefined ? {} : { author }),
      ...(date === undefined ? {} : { date }),
      ...(site === undefined ? {} : { source: site }),
      ...(url === undefined ? {} : { url }),
      ...(image === undefined ? {} : { image }),
      ...(category === undefined ? {} : { category }),
      titles,
    }
  }
}

/** Cleaned, on one line, undefined when nothing is left. */
function tidy(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const line = cleanLine(cleanPage(text).replace(/\n/g, ' '))
  return line === '' ? undefined : line
}

/** A headline without the name of the site behind it: "… | Báo Miền Đông", "… - Nhịp Sống Thợ". */
export function withoutSite(title: string | undefined, site: string | undefined): string | undefined {
  if (title === undefined) return undefined
  const parts = title.split(/\s+(?:\||-|–|—|::|»|•)\s+/u)
  if (parts.length < 2) return title
  const last = parts[parts.length - 1]
  const isSite =
    site === undefined
      ? last.split(' ').length <= 6 && title.includes('|')
      : last.toLowerCase().includes(site.toLowerCase())
  if (!isSite) return title
  const cut = title.slice(0, title.length - last.length).replace(/\s+(?:\||-|–|—|::|»|•)\s+$/u, '')
  return cut === '' ? title : cut
}

function firstDate(candidates: readonly (string | undefined)[]): string | undefined {
  for (const candidate of candidates) {
    const date = candidate === undefined ? undefined : normalizeIso(candidate)
    if (date !== undefined) return date
  }
  return undefined
}

/** The first candidate that is a person and not the site or its software. */
function authorOf(candidates: readonly (string | undefined)[], site: string | undefined): string | undefined {
  for (const candidate of candidates) {
    const name = tidy(candidate)
    if (name === undefined || name.length > 80 || /^https?:|@|^admin/i.test(name)) continue
    if (site !== undefined && name.toLowerCase() === site.toLowerCase()) continue
    if (signatureForm(name) !== undefined) return name
  }
  return undefined
}

function addressOf(candidates: readonly (string | undefined)[]): string | undefined {
  for (const candidate of candidates) {
    const url = tidy(candidate)
    if (url !== undefined && url.length < 2000 && /^https?:\/\/[^\s]+\.[^\s]+$/i.test(url)) return url
  }
  return undefined
}
