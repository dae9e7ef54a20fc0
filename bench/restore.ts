/**
 * How many syllables `restore` gets right, on newspaper articles that the counts have not seen.
 *
 *     npx tsx bench/restore.ts [news.ndjson.gz] [articles to test]
 *
 * Every twentieth article is held out; the rest are counted. Prints the share of words and of syllables right for whole
 * sentences (with triples and with pairs alone), fragments of 2 to 4 syllables, and half-marked input.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { contextTokens, fold, isSyllable, restore, type SyllableStatistics } from '../src/text/index.js'

const file = process.argv[2] ?? new URL('../../shared/data/news/news-20k.ndjson.gz', import.meta.url)
const most = Number(process.argv[3] ?? 400)

/** Counts of sequences of word numbers, in one open-addressing table; a Map of this size would not fit in memory. */
class SequenceCounts {
  private keys: Float64Array
  private counts: Uint32Array
  private mask: number
  size = 0

  constructor(bits: number) {
    this.keys = new Float64Array(1 << bits).fill(-1)
    this.counts = new Uint32Array(1 << bits)
    this.mask = (1 << bits) - 1
  }

  private slot(key: number): number {
    let at = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul((key / 4294967296) | 0, 0x85ebca6b)
    at = (at ^ (at >>> 15)) & this.mask
    while (this.keys[at] !== -1 && this.keys[at] !== key) at = (at + 1) & this.mask
    return at
  }

  /** Counts one more; true for the first. */
  add(key: number): boolean {
    if (this.size * 1.5 > this.mask) this.grow()
    const at = this.slot(key)
    if (this.keys[at] === -1) {
      this.keys[at] = key
      this.size++
    }
    return this.counts[at]++ === 0
  }

  get(key: number): number {
    return this.counts[this.slot(key)]
  }

  private grow(): void {
    const { keys, counts } = this
    const larger = new SequenceCounts(Math.log2(keys.length) + 1)
    this.keys = larger.keys
    this.counts = larger.counts
    this.mask = larger.mask
    keys.forEach((key, i) => {
      if (key === -1) return
      const at = this.slot(key)
      this.keys[at] = key
      this.counts[at] = counts[i]
    })
  }
}

const WORDS = 1 << 17

class NewsStatistics implements SyllableStatistics {
  total = 0
  private readonly numbers = new Map<string, number>()
  private readonly counts: number[] = []
  private readonly byFolded = new Map<string, string[]>()
  private readonly pairs = new SequenceCounts(20)
  private readonly triples = new SequenceCounts(22)
  private readonly after = new Map<number, number>()
  private readonly afterPair = new SequenceCounts(20)

  learn(text: string): void {
    let first = -1
    let second = this.number('')
    for (const { word } of [...contextTokens(text), { word: '' }]) {
      const third = this.number(word)
      if (word === '' && third === second) continue
      this.counts[third]++
      this.total++
      if (this.pairs.add(second * WORDS + third)) this.after.set(second, (this.after.get(second) ?? 0) + 1)
      if (first >= 0 && this.triples.add((first * WORDS + second) * WORDS + third))
        this.afterPair.add(first * WORDS + second)
      first = word === '' ? -1 : second
      second = third
    }
  }

  private number(word: string): number {
    let number = this.numbers.get(word)
    if (number === undefined) {
      number = this.numbers.size
      this.numbers.set(word, number)
      this.counts.push(0)
      const folded = fold(word)
      const known = this.byFolded.get(folded)
      if (known === undefined) this.byFolded.set(folded, [word])
      else known.push(word)
    }
    return number
  }

  spellings(folded: string): readonly string[] {
    return this.byFolded.get(folded) ?? []
  }

  count(word: string): number {
    return this.counts[this.numbers.get(word) ?? -1] ?? 0
  }

  pair(first: string, second: string): number {
    const a = this.numbers.get(first)
    const b = this.numbers.get(second)
    return a === undefined || b === undefined ? 0 : this.pairs.get(a * WORDS + b)
  }

  triple(first: string, second: string, third: string): number {
    const a = this.numbers.get(first)
    const b = this.numbers.get(second)
    const c = this.numbers.get(third)
    return a === undefined || b === undefined || c === undefined ? 0 : this.triples.get((a * WORDS + b) * WORDS + c)
  }

  followers(first: string, second?: string): number {
    const a = this.numbers.get(first) ?? -1
    if (second === undefined) return this.after.get(a) ?? 0
    return this.afterPair.get(a * WORDS + (this.numbers.get(second) ?? -1))
  }

  describe(): string {
    return `${this.total} words, ${this.numbers.size} different, ${this.pairs.size} pairs, ${this.triples.size} triples`
  }
}

const statistics = new NewsStatistics()
const held: string[] = []
const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
lines.forEach((line, i) => {
  if (line === '') return
  const { title, body } = JSON.parse(line) as { title: string; body: string }
  const text = `${title}\n${body}`
  if (i % 20 === 7 && held.length < most) held.push(text)
  else if (i % 20 !== 7) statistics.learn(text)
})
console.log(`counted ${statistics.describe()}; ${held.length} articles held out`)

const pairsOnly: SyllableStatistics = {
  spellings: folded => statistics.spellings(folded),
  count: word => statistics.count(word),
  pair: (first, second) => statistics.pair(first, second),
  total: statistics.total,
}

interface Score {
  syllables: number
  right: number
  pieces: number
  whole: number
  confidence: number
}

/** Compares a restored text with the one that it was made from, word by word. */
function compare(score: Score, text: string, typed: string, known: SyllableStatistics): void {
  const gold = contextTokens(text).filter(({ word }) => isSyllable(word))
  const found = new Map(
    restore(typed, known).syllables.map(({ start, text, confidence }) => [start, { text, confidence }]),
  )
  let wrong = 0
  for (const { word, start } of gold) {
    const restored = found.get(start)
    score.syllables++
    score.confidence += restored?.confidence ?? 0
    if (restored !== undefined && restored.text.toLowerCase() === word) score.right++
    else wrong++
  }
  score.pieces++
  if (wrong === 0) score.whole++
}

function run(name: string, pieces: readonly string[], type: (text: string) => string, known: SyllableStatistics): void {
  const score: Score = { syllables: 0, right: 0, pieces: 0, whole: 0, confidence: 0 }
  const start = performance.now()
  for (const piece of pieces) compare(score, piece, type(piece), known)
  const seconds = (performance.now() - start) / 1000
  const percent = (part: number, all: number): string => `${((100 * part) / all).toFixed(2)} %`
  console.log(
    `${name.padEnd(34)} ${percent(score.right, score.syllables)} of ${score.syllables} syllables, ` +
      `mean confidence ${percent(score.confidence, score.syllables)}, ` +
      `${percent(score.whole, score.pieces)} of ${score.pieces} pieces wholly right, ${Math.round(score.syllables / seconds)} syllables/s`,
  )
}

/** Folded letter by letter, so that offsets stay. */
function unmarked(text: string): string {
  return Array.from(text, char => (fold(char).length === char.length ? fold(char) : char)).join('')
}

/** Every second word keeps its marks. */
function halfMarked(text: string): string {
  let count = 0
  return text.replace(/\p{L}+/gu, word => (count++ % 2 === 0 ? unmarked(word) : word))
}

const articles = held.map(text =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\S\n]+/g, ' '),
)
const canonicalArticles = articles.map(text =>
  [...contextTokens(text)].reduceRight((out, { word, start, end }) => {
    const original = text.slice(start, end)
    return word.length === original.length && /\p{L}/u.test(word) ? out.slice(0, start) + word + out.slice(end) : out
  }, text),
)
const fragments: string[] = []
for (const article of canonicalArticles) {
  const words = contextTokens(article)
  for (let i = 0, length = 2; i + length < words.length && i < 400; i += 40, length = 2 + (i % 3)) {
    const piece = words.slice(i, i + length)
    if (piece.every(({ word }) => isSyllable(word))) fragments.push(piece.map(({ word }) => word).join(' '))
  }
}
run('sentences, triples', canonicalArticles, unmarked, statistics)
run('sentences, pairs alone', canonicalArticles, unmarked, pairsOnly)
run('sentences, every other word marked', canonicalArticles, halfMarked, statistics)
run('fragments of 2 to 4, triples', fragments, unmarked, statistics)
run('fragments of 2 to 4, pairs alone', fragments, unmarked, pairsOnly)
