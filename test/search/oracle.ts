import { Analyzer } from '../../src/analysis/analyzer.js'
import { ASIDE, BREAK, EXPANDED } from '../../src/analysis/tokens.js'
import { IS_NUMBER, IS_SYLLABLE } from '../../src/analysis/words.js'
import { LEVELS, lengthToByte, levelOf } from '../../src/index/frequency.js'
import { readBuildOptions } from '../../src/index/settings.js'
import type {
  BuildOptions,
  Document,
  FacetBucket,
  FacetKind,
  Filter,
  FilterValue,
  SearchOptions,
} from '../../src/index.js'
import {
  DEFAULT_RANKING,
  ImpactTable,
  inverseDocumentFrequency,
  type Ranking,
  SCORE_UNIT,
} from '../../src/search/scoring.js'
import { fold } from '../../src/text/fold.js'
import { hasMarks, marksAgree } from '../../src/text/tone.js'
import { endOf, inVietnam, startOf } from './oracle-dates.js'

/**
 * A search engine with no index, to hold the real one against: every query goes over all documents and all their words. It
 * shares the analyzer, the levels of frequencies and lengths and the formula of one impact with the real engine; what is in
 * a document, who matches, what counts how much, filters, facets and order are worked out here on their own.
 */
export interface OracleResult {
  readonly total: number
  readonly hits: readonly { readonly id: string; readonly score: number }[]
  readonly facets: Readonly<Record<string, readonly FacetBucket[]>>
}

interface Read {
  readonly id: string
  readonly source: Document
  readonly levels: ReadonlyMap<string, number>
  readonly pairs: ReadonlySet<string>
  readonly lengthByte: number
}

interface Answer {
  readonly term: string
  readonly weight: number
}

interface Slot {
  readonly word: string
  weight: number
  /** Stands beside its own parts in the query, and nowhere by itself: it is never asked for. */
  aside: boolean
  readonly answers: readonly Answer[]
}

interface Plan {
  readonly slots: Slot[]
  readonly pairs: { readonly left: Slot; readonly right: Slot; weight: number }[]
}

const UNKNOWN = '~'
const LEAD_WORDS = 60
const QUESTIONS = ['gì', 'nào', 'đâu', 'sao', 'mấy', 'nhiêu']

/** A summand of a score: whole units, at least one, so that whoever holds a word has a score. */
const units = (worth: number) => Math.floor(worth) + 1
const foldOf = (term: string) => fold(term.startsWith(UNKNOWN) ? term.slice(1) : term)
const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export class Oracle {
  private readonly documents: Read[] = []
  private readonly analyzer = new Analyzer()
  private readonly averageLength: number
  private readonly fields: readonly (readonly [string, number])[]
  private readonly facetKinds: ReadonlyMap<string, FacetKind>
  private readonly frequencies = new Map<string, number>()
  private readonly pairFrequencies = new Map<string, number>()

  constructor(documents: readonly Document[], options: BuildOptions = {}) {
    const { fields, facets, leadBoost } = readBuildOptions(options)
    this.fields = fields
    this.facetKinds = new Map(facets)
    let words = 0
    for (const source of documents) {
      this.documents.push(this.read(source, leadBoost))
      words += this.analyzer.writtenWords
    }
    this.averageLength = words / documents.length
    for (const { levels } of this.documents) {
      for (const term of levels.keys()) this.frequencies.set(term, this.frequency(term) + 1)
    }
  }

  private frequency(term: string): number {
    return this.frequencies.get(term) ?? 0
  }

  /** Everything that one document says. */
  private read(source: Document, leadBoost: number): Read {
    const { analyzer } = this
    const texts = this.fields.map(([name]) => {
      const value = source[name]
      return Array.isArray(value) ? value.join('\n') : typeof value === 'string' ? value : ''
    })
    analyzer.document(texts, term => UNKNOWN + term)
    const { tokens, vocabulary, textStarts } = analyzer
    const counts = new Map<string, number>()
    const pairs = new Set<string>()
    this.fields.forEach(([, weight], field) => {
      let written = 0
      let before: string | undefined
      for (let at = textStarts[field]; at < textStarts[field + 1]; at++) {
        const term = vocabulary.terms[tokens.terms[at]]
        const flags = tokens.flags[at]
        const counted = weight <= 1 && written < LEAD_WORDS ? weight * leadBoost : weight
        counts.set(term, (counts.get(term) ?? 0) + counted)
        if ((flags & EXPANDED) === 0) written++
        if ((flags & ASIDE) !== 0) continue
        if (before !== undefined && (flags & BREAK) === 0) pairs.add(`${before} ${term}`)
        before = term
      }
    })
    const levels = new Map([...counts].map(([term, count]) => [term, levelOf(count)]))
    return { id: source.id, source, levels, pairs, lengthByte: lengthToByte(analyzer.writtenWords) }
  }

  search(query: string, options: SearchOptions = {}): OracleResult {
    const ranking: Ranking = { ...DEFAULT_RANKING, ...options.ranking }
    const plan = this.plan(query, options.accents ?? 'auto', ranking)
    const impacts = new ImpactTable(ranking, this.averageLength)
    const scores = new Map(this.documents.map(document => [document, this.score(document, plan, impacts, ranking)]))
    const matching = this.documents.filter(this.matcher(plan, options.match ?? 'most', ranking))
    const filter = options.filter ?? {}
    const passing = matching.filter(document =>
      Object.entries(filter).every(([facet, value]) => this.passes(document, facet, value)),
    )
    const facets = (options.facets ?? []).map(facet => {
      const others = Object.entries(filter).filter(([name]) => name !== facet)
      const counted = matching.filter(document => others.every(([name, value]) => this.passes(document, name, value)))
      return [facet, this.buckets(facet, counted)] as const
    })
    const hits = passing.map(document => ({ id: document.id, score: (scores.get(document) ?? 0) * SCORE_UNIT }))
    hits.sort((a, b) => b.score - a.score || byCodeUnits(a.id, b.id))
    const offset = options.offset ?? 0
    return {
      total: passing.length,
      hits: hits.slice(offset, offset + (options.limit ?? 10)),
      facets: Object.fromEntries(facets),
    }
  }

  /** Facets without a query. */
  facets(names: readonly string[], filter: Filter = {}): OracleResult['facets'] {
    return Object.fromEntries(
      names.map(facet => {
        const others = Object.entries(filter).filter(([name]) => name !== facet)
        const counted = this.documents.filter(document =>
          others.every(([name, value]) => this.passes(document, name, value)),
        )
        return [facet, this.buckets(facet, counted)]
      }),
    )
  }

  private plan(query: string, accents: 'auto' | 'strict' | 'ignore', ranking: Ranking): Plan {
    const { analyzer } = this
    analyzer.query(query)
    const { tokens, words, vocabulary } = analyzer
    const typed: { word: string; flags: number; free: boolean; syllable: boolean }[] = []
    for (let at = 0; at < tokens.length; at++) {
      const flags = tokens.flags[at]
      const word = tokens.words[at]
      // An abbreviation gives way to what it stands for.
      if ((flags & ASIDE) !== 0 && word >= 0) continue
      const facts = word >= 0 ? words.facts[word] : 0
      const free = (flags & EXPANDED) === 0 && (facts & IS_NUMBER) === 0
      typed.push({
        word: vocabulary.terms[tokens.terms[at]],
        flags,
        free,
        syllable: free && (facts & IS_SYLLABLE) !== 0,
      })
    }
    const syllables = typed.filter(token => token.syllable).map(token => token.word)
    const missing = accents === 'auto' ? this.chanceOfMissingMarks(syllables) : 0
    const unmarked = !syllables.some(hasMarks)
    const questions = unmarked ? QUESTIONS.map(fold) : QUESTIONS
    const plan: Plan = { slots: [], pairs: [] }
    let before: Slot | undefined
    for (const { word, flags, free } of typed) {
      let slot = plan.slots.find(known => known.word === word)
      if (!slot) {
        slot = { word, weight: 0, aside: true, answers: this.answers(word, accents, free ? missing : 0, ranking) }
        plan.slots.push(slot)
      }
      if ((flags & ASIDE) === 0) slot.aside = false
      slot.weight += questions.includes(word) ? ranking.questionWords : 1
      if ((flags & ASIDE) !== 0) continue
      if (before && (flags & BREAK) === 0) {
        const [left, right] = [before, slot]
        const known = plan.pairs.find(pair => pair.left === left && pair.right === right)
        if (known) known.weight++
        else plan.pairs.push({ left, right, weight: 1 })
      }
      before = slot
    }
    return plan
  }

  /**
   * 1 when no syllable has a mark; else Bayes' rule from how many documents have each just so, and how many a spelling that
   * it could be with more marks.
   */
  private chanceOfMissingMarks(syllables: readonly string[]): number {
    if (!syllables.some(hasMarks)) return 1
    let odds = Math.log(0.15 / 0.85)
    for (const word of syllables) {
      let fuller = 0
      for (const [term, frequency] of this.frequencies) {
        if (term !== word && foldOf(term) === foldOf(word) && marksAgree(word, term)) fuller += frequency
      }
      odds += Math.log(0.5 + (0.5 * fuller) / (this.frequency(word) + 0.5))
    }
    const chance = 1 / (1 + Math.exp(-odds))
    return chance < 0.1 ? 0 : chance
  }

  /** The terms of the documents that answer a word, in the order of the dictionary. */
  private answers(word: string, accents: 'auto' | 'strict' | 'ignore', missing: number, ranking: Ranking): Answer[] {
    const found = this.spellings(word, accents, missing, ranking)
    const other = accents === 'strict' ? undefined : otherLetter(word)
    if (other === undefined) return found
    const others = this.spellings(other, accents, missing, ranking)
    return [...found, ...others.map(({ term, weight }) => ({ term, weight: weight * ranking.otherY }))].filter(
      ({ weight }) => weight > 0,
    )
  }

  private spellings(word: string, accents: 'auto' | 'strict' | 'ignore', missing: number, ranking: Ranking): Answer[] {
    const same = [...this.frequencies.keys()].filter(term => foldOf(term) === foldOf(word)).sort(byCodeUnits)
    const weightOf = (term: string): number => {
      if (term === word || accents === 'ignore') return 1
      if (accents === 'strict') return 0
      if (term.startsWith(UNKNOWN)) return !hasMarks(word) && missing > 0 ? 1 : ranking.unknownMarks
      return missing > 0 && marksAgree(word, term) ? missing : 0
    }
    return same.map(term => ({ term, weight: weightOf(term) })).filter(({ weight }) => weight > 0)
  }

  private slotFrequency(slot: Slot): number {
    const sum = slot.answers.reduce((total, { term }) => total + this.frequency(term), 0)
    return Math.min(this.documents.length, sum)
  }

  /** The score of one document in whole units. */
  private score(document: Read, plan: Plan, impacts: ImpactTable, ranking: Ranking): number {
    const count = this.documents.length
    let score = 0
    for (const slot of plan.slots) {
      const weight = slot.weight * inverseDocumentFrequency(count, this.slotFrequency(slot))
      const held = slot.answers.filter(({ term }) => document.levels.has(term))
      if (held.length === 0) continue
      const [first] = slot.answers
      if (slot.answers.length === 1 && first.weight === 1)
        score += units(weight * this.tabled(document, first.term, impacts))
      else {
        // Several spellings of one word are one word: their frequencies add up first.
        const frequency = held.reduce(
          (sum, answer) => sum + answer.weight * LEVELS[this.level(document, answer.term)],
          0,
        )
        score += units((weight / SCORE_UNIT) * impacts.impact(frequency, document.lengthByte))
      }
    }
    for (const { left, right, weight } of plan.pairs) {
      const spelled = left.answers.flatMap(a => right.answers.map(b => ({ a, b, key: `${a.term} ${b.term}` })))
      const frequency = spelled.reduce((sum, { key }) => sum + this.pairFrequency(key), 0)
      if (frequency === 0 || ranking.pairs === 0) continue
      const pairWeight = weight * ranking.pairs * inverseDocumentFrequency(count, Math.min(count, frequency))
      // Of the spellings that stand next to each other in the document the best one counts.
      const worths = spelled
        .filter(({ key }) => document.pairs.has(key))
        .map(({ a, b }) =>
          units(pairWeight * (a.weight * b.weight) * this.tabled(document, this.ownerOf(a.term, b.term), impacts)),
        )
      score += Math.max(0, ...worths)
    }
    return score
  }

  private level(document: Read, term: string): number {
    return document.levels.get(term) ?? -1
  }

  private tabled(document: Read, term: string, impacts: ImpactTable): number {
    return impacts.values[this.level(document, term) * 256 + document.lengthByte]
  }

  private pairFrequency(key: string): number {
    const known = this.pairFrequencies.get(key)
    if (known !== undefined) return known
    const found = this.documents.filter(document => document.pairs.has(key)).length
    this.pairFrequencies.set(key, found)
    return found
  }

  /** A pair counts as often as the rarer of its terms; of two alike, the one that the dictionary has first. */
  private ownerOf(left: string, right: string): string {
    const difference = this.frequency(left) - this.frequency(right)
    const order = byCodeUnits(foldOf(left), foldOf(right)) || byCodeUnits(left, right)
    return difference < 0 || (difference === 0 && order <= 0) ? left : right
  }

  /** Which documents hold enough of the query. */
  private matcher(plan: Plan, match: 'any' | 'most' | 'all', ranking: Ranking): (document: Read) => boolean {
    const holds = (document: Read, slot: Slot) => slot.answers.some(({ term }) => document.levels.has(term))
    const asked = plan.slots.filter(slot => !slot.aside)
    if (match === 'all') return document => asked.every(slot => holds(document, slot))
    if (match === 'any') return document => asked.some(slot => holds(document, slot))
    const known = asked.filter(slot => slot.answers.length > 0)
    const weights = known.map(
      slot => slot.weight * Math.log(1 + this.documents.length / (this.slotFrequency(slot) + 1)),
    )
    const sum = weights.reduce((total, weight) => total + weight, 0)
    const shares = weights.map(weight => Math.max(1, Math.floor((30_000 * weight) / sum)))
    const whole = shares.reduce((total, share) => total + share, 0)
    const required = Math.max(1, Math.ceil(whole * Math.min(0.6, ranking.most / Math.max(1, known.length))))
    return document => known.reduce((held, slot, at) => held + (holds(document, slot) ? shares[at] : 0), 0) >= required
  }

  private values(document: Read, facet: string): string[] {
    const value = document.source[facet]
    const list: readonly unknown[] = Array.isArray(value) ? value : [value]
    return [...new Set(list.filter((item): item is string => typeof item === 'string' && item !== ''))]
  }

  private passes(document: Read, facet: string, value: FilterValue): boolean {
    const wanted: readonly unknown[] = Array.isArray(value) ? value : [value]
    const own = this.values(document, facet)
    if (this.facetKinds.get(facet) !== 'date')
      return wanted.some(item => (item === null ? own.length === 0 : own.includes(String(item))))
    const [date] = own
    if (date === undefined) return wanted.includes(null)
    // A document is inside a span with the whole of its date: a year is in no month.
    const [begin, end] = [startOf(date), endOf(date)]
    return wanted.some(item => {
      if (item === null) return false
      const range = typeof item === 'string' ? { from: item, to: item } : (item as { from?: string; to?: string })
      return (
        (range.from === undefined || begin >= startOf(range.from)) && (range.to === undefined || end <= endOf(range.to))
      )
    })
  }

  private buckets(facet: string, documents: readonly Read[]): FacetBucket[] {
    const unknown = documents.filter(document => this.values(document, facet).length === 0).length
    const rest = unknown > 0 ? [{ value: null, count: unknown }] : []
    const values = documents.flatMap(document => this.values(document, facet))
    if (this.facetKinds.get(facet) !== 'date') {
      const counted = count(values).map(([value, number]) => ({ value, count: number }))
      return [...counted.sort((a, b) => b.count - a.count || byCodeUnits(a.value, b.value)), ...rest]
    }
    const dates = values.map(inVietnam)
    const years = count(dates.map(date => date.slice(0, 4))).sort(([a], [b]) => byCodeUnits(a, b))
    const buckets = years.map(([year, number]) => {
      const ofYear = dates.filter(date => date.startsWith(year))
      const months = count(ofYear.filter(date => date.length > 4).map(date => date.slice(0, 7)))
      const named: FacetBucket[] = months
        .sort(([a], [b]) => byCodeUnits(a, b))
        .map(([value, some]) => ({ value, count: some }))
      const without = ofYear.filter(date => date.length === 4).length
      return { value: year, count: number, months: without > 0 ? [...named, { value: null, count: without }] : named }
    })
    return [...buckets, ...rest]
  }
}

function count(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
}

/** kĩ for kỹ and kỹ for kĩ, after h k l m qu s t v. */
function otherLetter(word: string): string | undefined {
  const found = /^(h|k|l|m|qu|s|t|v)([iìỉĩíị]|[yỳỷỹýỵ])$/.exec(word)
  if (!found) return undefined
  const [, onset, vowel] = found
  const i = 'iìỉĩíị'.indexOf(vowel)
  return onset + (i >= 0 ? 'yỳỷỹýỵ'[i] : 'iìỉĩíị'['yỳỷỹýỵ'.indexOf(vowel)])
}
