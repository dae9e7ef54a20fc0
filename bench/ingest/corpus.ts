import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { looksLikeCaption } from '../../src/ingest/title.js'
import { type Engine, pageLines } from './engine.js'
import { type Figure, share } from './figures.js'

const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url))
const keyFile = fileURLToPath(new URL('../../test/ingest/corpus-key.ndjson', import.meta.url))

/** One line of the key: what a careful reader says of an article (corpus/README.md). */
interface Key {
  readonly file: string
  readonly title: string | null
  readonly date: string | null
  /** Several where the news concerns several, the main one first. */
  readonly province: string | readonly string[] | null
  readonly author: string | null
  readonly startsWith: string
  readonly endsWith: string
  readonly clutter: readonly string[]
}

type Article = ReturnType<Engine['ingestPage']>['articles'][number]

const fields = ['title', 'date', 'author', 'province'] as const
const least = { title: 98, date: 98, author: 95, province: 97 } as const

const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** Characters of an article that are its own or are not. */
interface Text {
  /** Of the page's lines from the first words to the last, without known clutter. */
  readonly own: number
  /** Of those, in the article. */
  readonly kept: number
  /** In the article, but none of those; captions may stay or go. */
  readonly clutter: number
}

/** Compares an article with the stretch of its page that the key delimits. */
function compareText(key: Key, article: Article, lines: readonly string[]): Text | undefined {
  const first = lines.findIndex(line => line.includes(squeezed(key.startsWith)))
  if (first < 0) return undefined
  let last = first
  while (last < lines.length && !lines[last].includes(squeezed(key.endsWith))) last++
  if (last >= lines.length) return undefined
  const shown = [article.lead, article.body].filter(part => part !== undefined).join('\n')
  const whole = squeezed(shown)
  let own = 0
  let kept = 0
  const ours: string[] = []
  for (const line of lines.slice(first, last + 1)) {
    if (key.clutter.some(words => line.includes(squeezed(words))) || looksLikeCaption(line)) continue
    own += line.length
    if (whole.includes(line)) kept += line.length
    ours.push(line)
  }
  const reference = ours.join('\n')
  let clutter = 0
  for (const line of shown.split('\n').map(squeezed))
    if (!reference.includes(line) && !looksLikeCaption(line)) clutter += line.length
  return { own, kept, clutter }
}

function sameSet(got: unknown, expected: string | readonly string[] | null): boolean {
  if (!Array.isArray(got) || !Array.isArray(expected)) return false
  return [...got].sort().join() === [...expected].sort().join()
}

/** The corpus pages against their hand-made key; `tell` gets a line for each difference. */
export function corpusFigures(engine: Engine, tell: (line: string) => void): Figure[] {
  const keys = readFileSync(keyFile, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Key)
  const byFile = new Map<string, Key[]>()
  for (const key of keys) byFile.set(key.file, [...(byFile.get(key.file) ?? []), key])
  const right = { title: 0, date: 0, author: 0, province: 0 }
  let articles = 0
  let tooMany = 0
  let unread = 0
  const text = { own: 0, kept: 0, clutter: 0 }
  for (const [file, expected] of byFile) {
    if (!existsSync(corpus + file)) {
      tell(`${file}: missing`)
      unread++
      continue
    }
    const bytes = readFileSync(corpus + file)
    const { documents } = engine.readInput(file, bytes)
    articles += expected.length
    tooMany += Math.max(0, documents.length - expected.length)
    if (documents.length !== expected.length) tell(`${file}: ${documents.length} articles, not ${expected.length}`)
    const lines = pageLines(engine, file, bytes)
    for (const [i, key] of expected.entries()) {
      const article = documents[i]
      if (article === undefined) continue
      for (const field of fields) {
        const several = field === 'province' && Array.isArray(key.province)
        const got = (several ? (article.provinces ?? article.province) : article[field]) ?? null
        const same = several ? sameSet(got, key.province) : got === key[field]
        if (same) right[field]++
        else tell(`${file}: ${field} is ${JSON.stringify(got)}, not ${JSON.stringify(key[field])}`)
      }
      const compared = lines === undefined ? undefined : compareText(key, article, lines)
      if (lines !== undefined && compared === undefined)
        tell(`${file}: the key's first or last words are not on the page`)
      if (compared === undefined) continue
      if (compared.kept < compared.own) tell(`${file}: ${compared.own - compared.kept} characters of text lost`)
      if (compared.clutter > 0) tell(`${file}: ${compared.clutter} characters of clutter`)
      text.own += compared.own
      text.kept += compared.kept
      text.clutter += compared.clutter
    }
  }
  const remark = [tooMany > 0 ? `${tooMany} articles too many` : '', unread > 0 ? `${unread} files missing` : '']
    .filter(part => part !== '')
    .join(', ')
  return [
    ...fields.map(field => share(`corpus: ${field} exact`, right[field], articles, { least: least[field] }, remark)),
    share('corpus: text kept, characters', text.kept, text.own, { least: 98 }),
    share('corpus: clutter among the text', text.clutter, text.kept + text.clutter, { most: 1 }),
  ]
}
