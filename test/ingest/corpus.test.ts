import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article.js'
import { readInput } from '../../src/ingest/index.js'

/** One line of corpus-key.ndjson: what a careful reader says of an article. */
interface Key {
  readonly file: string
  readonly title: string | null
  readonly date: string | null
  readonly province: string | null
  readonly author: string | null
  readonly startsWith: string
  readonly endsWith: string
  readonly clutter: readonly string[]
}

const folder = fileURLToPath(new URL('../../corpus/', import.meta.url))
const keys = readFileSync(new URL('./corpus-key.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Key)

const byFile = new Map<string, Key[]>()
for (const key of keys) byFile.set(key.file, [...(byFile.get(key.file) ?? []), key])

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

describe('the corpus against its key', () => {
  for (const [file, expected] of byFile) {
    it(file, () => {
      const { documents, errors } = readInput(file, readFileSync(folder + file))
      expect(errors).toEqual([])
      const found = documents.map(article => ({
        title: article.title ?? null,
        date: article.date ?? null,
        province: article.province ?? null,
        author: article.author ?? null,
      }))
      expect(found).toEqual(expected.map(({ title, date, province, author }) => ({ title, date, province, author })))
      documents.forEach((article, i) => {
        const text = textOf(article)
        const { startsWith, endsWith, clutter } = expected[i]
        expect(beginsOrFollows(text, startsWith, 'start'), `begins "${text.slice(0, 120)}", not "${startsWith}"`).toBe(
          true,
        )
        expect(beginsOrFollows(text, endsWith, 'end'), `ends "${text.slice(-120)}", not "${endsWith}"`).toBe(true)
        for (const words of clutter) expect(text.includes(words), `clutter: ${words}`).toBe(false)
      })
    })
  }

  it('has a key for every page', () => {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
      /\.(txt|html|ndjson|json)$/.test(name),
    )
    expect(pages.map(name => name.replaceAll('\\', '/')).sort()).toEqual([...byFile.keys()].sort())
  })
})
