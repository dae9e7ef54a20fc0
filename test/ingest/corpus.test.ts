import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { PROVINCES } from '../../src/analysis/places/index.js'
import type { Article } from '../../src/article.js'
import { readInput } from '../../src/ingest/index.js'

/** One line of corpus-key.ndjson: what a careful reader says of an article (corpus/README.md). */
interface Key {
  readonly file: string
  readonly id?: string
  readonly title: string | null
  readonly date: string | null
  readonly province: string | readonly string[] | null
  readonly author: string | null
  readonly startsWith: string
  readonly endsWith: string
  readonly clutter: readonly string[]
  readonly duplicateOf?: string
}

const folder = fileURLToPath(new URL('../../corpus/', import.meta.url))
const keys = readFileSync(new URL('./corpus-key.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Key)

const byFile = new Map<string, Key[]>()
for (const key of keys) byFile.set(key.file, [...(byFile.get(key.file) ?? []), key])

const fields = ['title', 'date', 'province', 'author'] as const
/** Per cent of the articles that must be right: what a user of a pile of pages can rely on. */
const least = { title: 98, date: 98, province: 97, author: 95, start: 95, end: 95, clutter: 95 } as const

/** Houses that have been read without a fault, and stay so. */
const faultless = new Set([
  'bao-ven-song',
  'cong-tin-ha-giang',
  'cong-doan-dat-mui',
  'bao-song-lua',
  'ldld-thanh-pho',
  'bao-dai-ngan',
  'tin-duyen-hai',
  'ban-tin-chau-tho',
  'bao-mien-dong',
  'nhip-song-tho',
  'cong-doan-kcn',
  'dai-vung-cao',
  'cong-tin-xa',
  'articles.ndjson',
  'ban-tin-lang-nghe.json',
])

/** Captions may stay or go, so the first and last words are looked for among the first and last lines. */
function beginsOrFollows(text: string, words: string, from: 'start' | 'end'): boolean {
  const lines = text.split('\n')
  const some = from === 'start' ? lines.slice(0, 2) : lines.slice(-2)
  return some.some(line => (from === 'start' ? withoutPlaceTag(line).startsWith(words) : line.endsWith(words)))
}

/** "(TDH) - Suốt đêm …": the agency's tag before the first sentence. */
function withoutPlaceTag(line: string): string {
  return line.replace(/^(?:\([^)]{1,30}\)|[\p{L} .]{1,25}\([^)]{1,30}\))\s*[-–]\s*/u, '')
}

function textOf(article: Article): string {
  return [article.lead, article.body].filter(part => part !== undefined).join('\n')
}

function inOrder(value: string | readonly string[] | undefined | null): string {
  return typeof value === 'string' ? value : [...(value ?? [])].sort().join(', ')
}

/** What differs between the articles read from a file and its keys, by what is measured. */
function differences(file: string): { field: keyof typeof least; says: string }[] {
  const { documents } = readInput(file, readFileSync(folder + file))
  const found: { field: keyof typeof least; says: string }[] = []
  for (const [i, key] of (byFile.get(file) ?? []).entries()) {
    const article: Article = documents[i] ?? { id: '' }
    const differs = (field: keyof typeof least, got: unknown, wanted: unknown) =>
      found.push({ field, says: `${file} ${i + 1}: ${field} ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}` })
    for (const field of fields)
      if (inOrder(article[field]) !== inOrder(key[field])) differs(field, article[field], key[field])
    const text = textOf(article)
    if (!beginsOrFollows(text, key.startsWith, 'start')) differs('start', text.slice(0, 120), key.startsWith)
    if (!beginsOrFollows(text, key.endsWith, 'end')) differs('end', text.slice(-120), key.endsWith)
    const clutter = key.clutter.filter(words => text.includes(words))
    if (clutter.length > 0) differs('clutter', clutter, [])
  }
  return found
}

describe('the corpus against its key', () => {
  const read = new Map([...byFile.keys()].map(file => [file, differences(file)]))
  const all = [...read.values()].flat()

  for (const [file, found] of read) {
    if (!faultless.has(file.split('/')[0])) continue
    it(file, () => {
      const { documents, errors } = readInput(file, readFileSync(folder + file))
      expect(errors).toEqual([])
      expect(documents.length).toBe(byFile.get(file)?.length)
      expect(found).toEqual([])
    })
  }

  it.each(Object.entries(least))('%s is right in %s of 100 articles', (field, percent) => {
    const wrong = all.filter(difference => difference.field === field).map(({ says }) => says)
    const right = (100 * (keys.length - wrong.length)) / keys.length
    expect(right, wrong.join('\n')).toBeGreaterThanOrEqual(percent)
  })

  it('finds the number of articles of 98 % of the pages', () => {
    const wrong = [...byFile].filter(
      ([file, expected]) => readInput(file, readFileSync(folder + file)).documents.length !== expected.length,
    )
    expect(wrong.length, wrong.map(([file]) => file).join('\n')).toBeLessThanOrEqual(byFile.size * 0.02)
  })
})

describe('the key of the corpus', () => {
  it('is there for every page', () => {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
      /\.(txt|html|ndjson|json)$/.test(name),
    )
    expect(pages.map(name => name.replaceAll('\\', '/')).sort()).toEqual([...byFile.keys()].sort())
  })

  it('names 150 articles or more, and all 63 provinces', () => {
    expect(keys.length).toBeGreaterThanOrEqual(150)
    const old = keys.filter(({ date }) => date !== null && date < '2025-07-01')
    const named = new Set(old.flatMap(({ province }) => province ?? []))
    const missing = PROVINCES.map(({ name }) => name).filter(
      name => !named.has(name) && !(name === 'Huế' && named.has('Thừa Thiên Huế')),
    )
    expect(missing).toEqual([])
  })

  it('says of near-duplicates which article came first', () => {
    const ids = new Map<string, Key>()
    for (const [file, those] of byFile)
      for (const [i, key] of those.entries())
        ids.set(key.id ?? file.replace(/\.\w+$/, '') + (i === 0 ? '' : `-${i + 1}`), key)
    const later = keys.filter(key => key.duplicateOf !== undefined)
    expect(later.length).toBeGreaterThanOrEqual(4)
    for (const { duplicateOf = '', date } of later) {
      const first = ids.get(duplicateOf)
      expect(first, duplicateOf).toBeDefined()
      expect(first?.date?.localeCompare(date ?? '')).toBeLessThan(0)
    }
  })
})
