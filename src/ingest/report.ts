import type { Article } from '../article.js'
import { escapeHtml } from '../text/escape-html.js'
import type { Note, NoteReason } from './note.js'

/** What one input gave, for a report. */
export interface ReportPage {
  /** Its file name or address. */
  readonly name: string
  readonly articles: readonly Article[]
  readonly notes: readonly Note[]
  /** What could not be read, in words. */
  readonly errors?: readonly string[]
}

/** A derived field with what is said about it. */
interface Field {
  readonly name: string
  readonly value: string
  readonly source?: string | undefined
  readonly from?: string | undefined
  readonly confidence?: number | undefined
}

/** Below this a field wants a look. */
const doubtful = 0.7

/** How long the text of one article may be in the report. */
const longest = 20_000

/**
 * Writes a page that a person looks through: every input's articles, what was cut, each derived field with its evidence
 * marked in the text, totals at the end. Pieces of HTML come out as inputs come in, so memory stays small. Whatever the
 * inputs contain, it is text: everything is escaped, there is no link to anywhere, and a policy forbids scripts and loading.
 */
export class Report {
  private pages = 0
  private articles = 0
  private errors = 0
  private readonly known = new Map<string, number>()
  private readonly doubtful = new Map<string, number>()
  private readonly cut = new Map<NoteReason, number>()

  /** The beginning of the page; first of all. */
  head(): string {
    return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>timtin ingest: report</title>
<style>${STYLE}</style>
<h1>timtin ingest</h1>
<p>Evidence is marked: <mark class="date">date</mark> <mark class="place">province</mark> <mark class="author">author</mark>;
fields in <span class="doubt">this colour</span> are less sure than ${doubtful}. <a href="#totals">Totals</a> are at the end.</p>
`
  }

  /** One input. */
  page({ name, articles, notes, errors = [] }: ReportPage): string {
    this.pages++
    this.errors += errors.length
    for (const { reason } of notes) count(this.cut, reason)
    const parts = articles.map(article => this.article(article))
    return `<section>
<h2>${asHtml(name)}</h2>
${errors.map(error => `<p class="error">${asHtml(error)}</p>\n`).join('')}${parts.join('')}${cutOf(notes)}</section>
`
  }

  /** Totals and the end of the page; last of all. */
  foot(): string {
    const fields = [...this.known].map(
      ([name, known]) =>
        `<tr><td>${asHtml(name)}<td>${known}<td>${share(known, this.articles)}<td>${this.doubtful.get(name) ?? 0}`,
    )
    const cut = [...this.cut]
      .sort((a, b) => b[1] - a[1])
      .map(([reason, times]) => `<tr><td>${reasons[reason]}<td>${times}`)
    return `<section id="totals">
<h2>Totals</h2>
<p>${this.articles} articles from ${this.pages} inputs, ${this.errors} errors.</p>
<table><tr><th>field<th>known<th>share<th>doubtful
${fields.join('\n')}
</table>
<table><tr><th>cut or noted<th>times
${cut.join('\n')}
</table>
</section>
</html>
`
  }

  private article(article: Article): string {
    this.articles++
    const { title, lead, body = '' } = article
    const text = `${title ?? ''}\n${lead ?? ''}\n${body}`
    const fields = fieldsOf(article)
    for (const { name, confidence } of fields) {
      count(this.known, name)
      if (confidence !== undefined && confidence < doubtful) count(this.doubtful, name)
    }
    const marks = [
      { words: article.dateSource, kind: 'date' },
      { words: article.provinceSource, kind: 'place' },
      { words: article.author, kind: 'author' },
    ]
    const shown = body.length > longest ? `${body.slice(0, longest)}…` : body
    return `<article>
<h3>${title === undefined ? '<i>no headline</i>' : marked(title, marks)}</h3>
<table class="fields">
${fields.map(field => row(field, text)).join('\n')}
</table>
${lead === undefined ? '' : `<p class="lead">${marked(lead, marks)}</p>\n`}<div class="body">${shown
      .split('\n')
      .map(line => `<p>${marked(line, marks)}</p>`)
      .join('\n')}</div>
</article>
`
  }
}

function fieldsOf(article: Article): Field[] {
  const several = article.provinces?.join(', ')
  const province = several ?? (typeof article.province === 'string' ? article.province : article.province?.join(', '))
  const fields: (Omit<Field, 'value'> & { readonly value: string | undefined })[] = [
    { name: 'id', value: article.id },
    {
      name: 'date',
      value: article.date,
      source: article.dateSource,
      from: article.dateFrom,
      confidence: article.dateConfidence,
    },
    {
      name: 'province',
      value: province,
      source: article.provinceSource,
      from: article.provinceFrom,
      confidence: article.provinceConfidence,
    },
    { name: 'province of the 34', value: article.province2025 },
    { name: 'district', value: article.district },
    { name: 'author', value: article.author },
    { name: 'source', value: article.source },
    { name: 'category', value: article.category },
    { name: 'url', value: article.url },
    { name: 'pictures', value: picturesOf(article) },
    { name: 'duplicate of', value: article.duplicateOf },
  ]
  return fields.flatMap(field => (field.value === undefined ? [] : [{ ...field, value: field.value }]))
}

function picturesOf({ images }: Article): string | undefined {
  return images?.map(({ url, caption }) => (caption === undefined ? url : `${url} — ${caption}`)).join('\n')
}

/** A field with its evidence; words that the article itself does not hold stand elsewhere on the page. */
function row({ name, value, source, from, confidence }: Field, text: string): string {
  const doubt = confidence !== undefined && confidence < doubtful ? ' class="doubt"' : ''
  const quoted =
    source === undefined ? undefined : text.includes(source) ? `“${source}”` : `“${source}”, beside the text`
  const why = [from, quoted, confidence?.toFixed(2)]
  return `<tr${doubt}><th>${asHtml(name)}<td>${asHtml(value)}<td>${asHtml(why.filter(part => part !== undefined).join(' · '))}`
}

/** The reasons of notes for people. */
const reasons: Readonly<Record<NoteReason, string>> = {
  menu: 'menu',
  counter: 'counter',
  footer: 'imprint',
  share: 'share bar',
  related: 'other news',
  comments: 'comments',
  number: 'bare number',
  rule: 'rule',
  markup: 'apart by its markup',
  'before-title': 'above the headline',
  'after-end': 'behind the end',
  'foreign-article': 'of another article',
  'no-text': 'no running text',
  contradiction: 'contradiction',
}

function cutOf(notes: readonly Note[]): string {
  if (notes.length === 0) return ''
  const rows = notes.map(({ reason, line, text }) => `<tr><td>${line}<td>${reasons[reason]}<td>${asHtml(text)}`)
  return `<details><summary>${notes.length} cut or noted</summary><table><tr><th>line<th>why<th>words
${rows.join('\n')}
</table></details>
`
}

/** `text` as HTML with the first place of each of the words marked; places that overlap an earlier one are left out. */
function marked(text: string, marks: readonly { readonly words: string | undefined; readonly kind: string }[]): string {
  const found = marks
    .flatMap(({ words, kind }) => {
      const at = words === undefined || words === '' ? -1 : text.indexOf(words)
      return at < 0 || words === undefined ? [] : [{ at, end: at + words.length, kind }]
    })
    .sort((a, b) => a.at - b.at)
  let html = ''
  let from = 0
  for (const { at, end, kind } of found) {
    if (at < from) continue
    html += `${asHtml(text.slice(from, at))}<mark class="${kind}">${asHtml(text.slice(at, end))}</mark>`
    from = end
  }
  return html + asHtml(text.slice(from))
}

/** Text as HTML; characters that turn the direction of writing or cannot be seen become a sign. */
function asHtml(text: string): string {
  return escapeHtml(
    text.replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd'),
  )
}

function count<T>(counts: Map<T, number>, name: T): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function share(part: number, whole: number): string {
  return whole === 0 ? '' : `${Math.round((100 * part) / whole)} %`
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 62rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere }
h2 { margin: 2.5rem 0 .5rem; padding-top: .5rem; border-top: 2px solid #8886; font: 600 1rem ui-monospace, monospace }
h3 { margin: 1rem 0 .4rem; font-size: 1.25rem; line-height: 1.3 }
article + article { margin-top: 2.5rem; padding-top: .25rem; border-top: 1px solid #8884 }
table { border-collapse: collapse; margin: .5rem 0; font-size: .875rem }
th, td { padding: .15rem .75rem .15rem 0; text-align: left; vertical-align: top }
.fields { width: 100%; table-layout: fixed }
.fields th { width: 9.5rem; font-weight: 600 }
.fields td:last-child { width: 38%; color: #767676 }
.fields .doubt td:last-child { color: inherit }
.fields td { white-space: pre-line }
details td:last-child { white-space: pre-line }
.lead { font-weight: 600 }
.body { max-height: 24rem; overflow: auto; padding: 0 1rem; margin-bottom: 1rem; border: solid #8884; border-width: 0 0 1px 4px }
.body p { margin: .6rem 0 }
mark { color: inherit; padding: 0 .15em; border-radius: .2em }
mark.date { background: #ffd54a80 }
mark.place { background: #7ed08a80 }
mark.author { background: #8ab8ff80 }
.doubt { color: #b3261e }
.error { color: #b3261e; font-weight: 600 }
summary { cursor: pointer; font-size: .875rem }
@media (prefers-color-scheme: dark) { .doubt, .error { color: #ff8a80 } }
`
