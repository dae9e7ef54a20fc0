import {
  type AbbreviationRow,
  AbbreviationTable,
  abbreviationRows,
  Learner,
} from '../../src/analysis/abbreviations/index.js'
import { Analyzer } from '../../src/analysis/analyzer.js'
import type { AmbiguousAbbreviation } from '../../src/analysis/expand.js'
import { ASIDE, BREAK, EXPANDED } from '../../src/analysis/tokens.js'
import { IS_NUMBER, IS_SYLLABLE } from '../../src/analysis/words.js'
import { frequencyToByte, LEVELS, lengthToByte, levelOf } from '../../src/index/frequency.js'
import { learnedAbbreviations } from '../../src/index/learned.js'
import { readBuildOptions } from '../../src/index/settings.js'
import type {
  Accents,
  BuildOptions,
  Document,
  FacetBucket,
  FacetKind,
  FacetRequest,
  Filter,
  SearchOptions,
} from '../../src/index.js'
import { readTyping } from '../../src/search/reading.js'
import {
  DEFAULT_RANKING,
  ImpactTable,
  inverseDocumentFrequency,
  type Ranking,
  SCORE_UNIT,
} from '../../src/search/scoring.js'
import { fold } from '../../src/text/fold.js'
import { informalReading } from '../../src/text/informal.js'
import { canonical, hasMarks, marksAgree } from '../../src/text/tone.js'
import { agreement } from './oracle-agreement.js'
import { OracleFacets } from './oracle-facets.js'
import {
  type Answer,
  byCodeUnits,
  foldOf,
  otherLetter,
  type Plan,
  type Read,
  type Slot,
  syllablesOf,
  type Typed,
  UNKNOWN,
} from './oracle-words.js'

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

const LEAD_WORDS = 60
/** What the shares of a query add up to. */
const WHOLE = 6000
/** So many readings of an abbreviation are followed. */
const MOST_READINGS = 8
const QUESTIONS = ['gì', 'nào', 'đâu', 'sao', 'mấy', 'nhiêu']

/** A summand of a score: whole units, at least one, so that whoever holds a word has a score. */
/** Every way to spell a pair. */
function spellingsOf(left: Slot, right: Slot) {
  return left.answers.flatMap(a => right.answers.map(b => ({ a, b, key: `${a.term} ${b.term}` })))
}

const units = (worth: number) => Math.floor(worth) + 1

export class Oracle {
  protected documents: Read[] = []
  protected readonly analyzer = new Analyzer()
  protected readonly queryAnalyzer: Analyzer
  protected readonly averageLength: number
  protected readonly fields: readonly (readonly [string, number])[]
  protected readonly facetsOf: OracleFacets
  private readonly kinds: ReadonlyMap<string, FacetKind>
  protected readonly frequencies = new Map<string, number>()
  private readonly slotFrequencies = new WeakMap<Slot, number>()
  /** Of `documents`, whose pairs change with the field that is asked. */
  protected pairFrequencies = new Map<string, number>()

  constructor(documents: readonly Document[], options: BuildOptions = {}) {
    const { fields, facets, leadBoost } = readBuildOptions(options)
    this.fields = fields
    this.kinds = new Map(facets)
    this.facetsOf = new OracleFacets(this.kinds)
    let words = 0
    const learner = new Learner()
    for (const source of documents) {
      this.documents.push(this.read(source, leadBoost))
      words += this.analyzer.writtenWords
      learner.add(this.analyzer.definitions)
    }
    const learned = learnedAbbreviations(learner).map(
      ([abbreviation, expansion]): AbbreviationRow => [abbreviation, expansion, 'learned', true, false],
    )
    this.queryAnalyzer = new Analyzer(new AbbreviationTable(() => [...abbreviationRows(), ...learned]))
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
    const pairs = new Map<string, number>()
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
        const pair = `${before} ${term}`
        if (before !== undefined && (flags & BREAK) === 0) pairs.set(pair, (pairs.get(pair) ?? 0) + counted)
        before = term
      }
    })
    const levels = new Map([...counts].map(([term, count]) => [term, levelOf(count)]))
    return { id: source.id, source, levels, pairs, lengthByte: lengthToByte(analyzer.writtenWords) }
  }

  /** @param plain the part of the query in which places and dates are understood */
  search(query: string, options: SearchOptions = {}, plain: readonly string[] = [query]): OracleResult {
    const ranking: Ranking = { ...DEFAULT_RANKING, ...options.ranking }
    const { plan, text } = this.asMeant(query, options.accents ?? 'auto', ranking)
    const impacts = new ImpactTable(ranking, this.averageLength)
    const agreed = this.agreed(text === query ? plain : [text], this.weights(plan, ranking), options)
    const scores = new Map(
      this.documents.map(document => [document, this.score(document, plan, impacts) + agreed(document.source)]),
    )
    const matching = this.documents.filter(this.matcher(plan, options.match ?? 'most', ranking))
    const filter = options.filter ?? {}
    const passing = matching.filter(({ source }) => this.facetsOf.passes(source, filter))
    const facets = (options.facets ?? []).map(facet => this.count(facet, filter, matching))
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
  facets(requests: readonly FacetRequest[], filter: Filter = {}): OracleResult['facets'] {
    return Object.fromEntries(requests.map(facet => this.count(facet, filter, this.documents)))
  }

  /** A facet's own filter does not empty its other values. */
  private count(request: FacetRequest, filter: Filter, documents: readonly Read[]): [string, FacetBucket[]] {
    const given = typeof request === 'string' ? { field: request } : request
    const counted = documents.filter(({ source }) => this.facetsOf.passes(source, filter, given.field))
    const sources = counted.map(({ source }) => source)
    return [given.name ?? given.field, this.facetsOf.buckets(given, sources)]
  }

  /** What documents get for places and dates. */
  protected agreed(
    texts: readonly string[],
    weights: readonly number[],
    options: SearchOptions,
  ): (document: Document) => number {
    const ranking = { ...DEFAULT_RANKING, ...options.ranking }
    return agreement(texts, weights, ranking, options, this.kinds, this.facetsOf)
  }

  /** The weights of the words asked for that some document has. */
  protected weights(plan: Plan, { dependence }: Ranking, boost = 1): number[] {
    const asked = plan.slots.filter(slot => !slot.aside && !slot.instead && this.slotFrequency(slot) > 0)
    return asked.map(slot => this.weightOf(slot, plan, dependence) * boost)
  }

  /** What a query asks for, read as typed or, where that is no word, as meant for an input method. */
  protected asMeant(query: string, accents: Accents, ranking: Ranking): { readonly plan: Plan; readonly text: string } {
    const plan = this.plan(query, accents, ranking)
    const typed = { plan, text: query }
    if (accents !== 'auto' || plan.slots.every(slot => slot.answers.length > 0)) return typed
    const reading = readTyping(query, word => {
      const { exact, fuller } = this.frequenciesOf(canonical(word))
      return exact + fuller
    })
    return reading ? { plan: this.plan(reading.text, accents, ranking), text: reading.text } : typed
  }

  /** The words of a query as they were typed, and the chance that those without marks lost them. */
  protected typed(
    query: string,
    accents: Accents,
  ): { typed: Typed[]; ambiguous: readonly AmbiguousAbbreviation[]; missing: number } {
    const ambiguous = this.queryAnalyzer.query(query)
    const { tokens, words, vocabulary } = this.queryAnalyzer
    const typed: Typed[] = []
    for (let token = 0; token < tokens.length; token++) {
      const flags = tokens.flags[token]
      // An abbreviation gives way to what it stands for.
      if ((flags & ASIDE) !== 0 && tokens.words[token] >= 0) continue
      const facts = tokens.words[token] >= 0 ? words.facts[tokens.words[token]] : 0
      const free = (flags & EXPANDED) === 0 && (facts & IS_NUMBER) === 0
      const word = vocabulary.terms[tokens.terms[token]]
      typed.push({ token, word, flags, free, syllable: free && (facts & IS_SYLLABLE) !== 0 })
    }
    const missing = accents === 'auto' ? this.chanceOfMissingMarks(syllablesOf(typed)) : 0
    return { typed, ambiguous, missing }
  }

  protected plan(query: string, accents: Accents, ranking: Ranking): Plan {
    const { typed, ambiguous, missing } = this.typed(query, accents)
    const { vocabulary } = this.queryAnalyzer
    const syllables = syllablesOf(typed)
    const unmarked = !syllables.some(hasMarks)
    const questions = unmarked ? QUESTIONS.map(fold) : QUESTIONS
    const pairWeight = unmarked && accents !== 'strict' ? ranking.unmarkedPairs : ranking.pairs
    const plan: Plan = { slots: [], pairs: [], pairWeight }
    const known = (word: string) => plan.slots.find(slot => slot.word === word)
    const add = (slot: Slot) => {
      plan.slots.push(slot)
      return slot
    }
    const pair = (left: Slot, right: Slot, weight: number) => {
      const same = plan.pairs.find(other => other.left === left && other.right === right)
      if (same) same.weight += weight
      else plan.pairs.push({ left, right, weight })
    }
    let before: Slot | undefined
    for (const { word, flags, free } of typed) {
      const answers = () => this.answers(word, accents, free ? missing : 0, ranking, free)
      const slot = known(word) ?? add({ word, weight: 0, aside: true, answers: answers() })
      if ((flags & ASIDE) === 0) slot.aside = false
      slot.weight += questions.includes(word) ? ranking.questionWords : 1
      if ((flags & ASIDE) !== 0) continue
      if (before && (flags & BREAK) === 0) pair(before, slot, 1)
      before = slot
    }
    // The words of a reading are together worth as much as the abbreviation, and weigh as much as the reading is likely.
    for (const { token, readings } of ambiguous) {
      const abbreviation = known(typed.find(other => other.token === token)?.word ?? '')
      if (!abbreviation) continue
      for (const { terms, weight } of readings.slice(0, MOST_READINGS)) {
        const part = 1 / terms.length
        const slots = terms.map(term => {
          const word = vocabulary.terms[term]
          const instead = { abbreviation, part }
          const answers = () => this.answers(word, accents, 0, ranking, false)
          const slot = known(word) ?? add({ word, weight: 0, aside: false, instead, answers: answers() })
          slot.weight += weight * part
          return slot
        })
        slots.slice(1).forEach((slot, at) => {
          pair(slots[at], slot, weight)
        })
      }
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
      const { exact, fuller } = this.frequenciesOf(word)
      odds += Math.log(0.5 + (0.5 * fuller) / (exact + 0.5))
    }
    const chance = 1 / (1 + Math.exp(-odds))
    return Math.round(chance * 4) / 4
  }

  /** Documents with a word just so, and with the spellings that it could be with more marks. */
  private frequenciesOf(word: string): { readonly exact: number; readonly fuller: number } {
    let fuller = 0
    for (const [term, frequency] of this.frequencies) {
      if (term !== word && foldOf(term) === foldOf(word) && marksAgree(word, term)) fuller += frequency
    }
    return { exact: this.frequency(word), fuller }
  }

  /** The terms of the documents that answer a word, in the order of the dictionary. */
  protected answers(word: string, accents: Accents, missing: number, ranking: Ranking, free: boolean): Answer[] {
    const found = this.spellings(word, accents, missing, ranking)
    if (accents === 'strict') return found
    const less = (other: string | undefined, chance: number, factor: number) => {
      if (other === undefined) return
      for (const { term, weight } of this.spellings(other, accents, chance, ranking))
        found.push({ term, weight: weight * factor })
    }
    less(otherLetter(word), missing, ranking.otherY)
    const informal = free && found.length === 0 ? informalReading(word) : undefined
    if (!informal?.includes(' ')) less(informal, 0, ranking.informal)
    return found
  }

  private spellings(word: string, accents: Accents, missing: number, ranking: Ranking): Answer[] {
    const same = [...this.frequencies.keys()].filter(term => foldOf(term) === foldOf(word)).sort(byCodeUnits)
    const weightOf = (term: string): number => {
      if (term === word || accents === 'ignore') return 1
      if (accents === 'strict') return 0
      if (term.startsWith(UNKNOWN)) return !hasMarks(word) && missing > 0 ? 1 : ranking.unknownMarks
      return missing > 0 && marksAgree(word, term) ? missing : 0
    }
    return same.map(term => ({ term, weight: weightOf(term) })).filter(({ weight }) => weight > 0)
  }

  /** Documents that hold one of a word's spellings. */
  protected slotFrequency(slot: Slot): number {
    const known = this.slotFrequencies.get(slot)
    if (known !== undefined) return known
    const found = this.documents.filter(({ levels }) => slot.answers.some(({ term }) => levels.has(term))).length
    this.slotFrequencies.set(slot, found)
    return found
  }

  /** The score of one document in whole units. */
  protected score(document: Read, plan: Plan, impacts: ImpactTable, boost = 1): number {
    const count = this.documents.length
    const worth = (weight: number, frequency: number) =>
      units(weight * boost * impacts.unitsPerStep * impacts.steps(frequencyToByte(frequency), document.lengthByte))
    let score = 0
    for (const slot of plan.slots) {
      const weight = this.weightOf(slot, plan, impacts.ranking.dependence)
      const held = slot.answers.filter(({ term }) => document.levels.has(term))
      // Several spellings of one word are one word: their frequencies add up.
      const frequency = held.reduce((sum, answer) => sum + answer.weight * LEVELS[this.level(document, answer.term)], 0)
      if (held.length > 0) score += worth(weight, frequency)
    }
    for (const { left, right, weight } of plan.pairs) {
      const spelled = spellingsOf(left, right)
      // So do those of the spellings of a pair; often or in a place that counts more is as if three times, else as if once.
      const frequency = spelled.reduce((sum, { a, b, key }) => {
        const held = document.pairs.get(key)
        return held === undefined ? sum : sum + a.weight * b.weight * (held >= 1.5 ? 3 : 1)
      }, 0)
      if (frequency === 0 || plan.pairWeight === 0) continue
      const keys = spelled.map(({ key }) => key)
      const idf = inverseDocumentFrequency(count, this.pairFrequency(keys))
      score += worth(weight * plan.pairWeight * idf, frequency)
    }
    return score
  }

  /** What a word weighs: by its rarity, less what its pairs tell already. */
  private weightOf(slot: Slot, plan: Plan, dependence: number): number {
    const alone = 1 - dependence * Math.min(1, this.pairedShare(slot, plan) / 2)
    return slot.weight * inverseDocumentFrequency(this.documents.length, this.slotFrequency(slot)) * alone
  }

  /** The shares of a word's documents that hold each of its pairs, added up. */
  private pairedShare(slot: Slot, plan: Plan): number {
    if (plan.pairWeight === 0) return 0
    let shares = 0
    for (const { left, right } of plan.pairs) {
      const both = this.pairFrequency(spellingsOf(left, right).map(({ key }) => key))
      if (both === 0) continue
      if (left === slot) shares += both / this.slotFrequency(slot)
      if (right === slot) shares += both / this.slotFrequency(slot)
    }
    return shares
  }

  private level(document: Read, term: string): number {
    return document.levels.get(term) ?? -1
  }

  /** Documents that hold a pair in one of its spellings. */
  private pairFrequency(keys: readonly string[]): number {
    const all = keys.join()
    const known = this.pairFrequencies.get(all)
    if (known !== undefined) return known
    const found = this.documents.filter(({ pairs }) => keys.some(key => pairs.has(key))).length
    this.pairFrequencies.set(all, found)
    return found
  }

  /** Which documents hold enough of the query. */
  protected matcher(plan: Plan, match: 'any' | 'most' | 'all', ranking: Ranking): (document: Read) => boolean {
    const holds = (document: Read, slot: Slot) => slot.answers.some(({ term }) => document.levels.has(term))
    const asked = plan.slots.filter(slot => !slot.aside && !slot.instead)
    if (match === 'all') return document => asked.every(slot => holds(document, slot))
    const answered = plan.slots.filter(slot => this.slotFrequency(slot) > 0)
    const known = asked.filter(
      slot => answered.includes(slot) || answered.some(other => other.instead?.abbreviation === slot),
    )
    const weights = known.map(
      slot => slot.weight * Math.log(1 + this.documents.length / (this.slotFrequency(slot) + 1)),
    )
    const sum = weights.reduce((total, weight) => total + weight, 0)
    const shares = new Map(
      known.map((slot, at) => [slot, Math.max(1, Math.floor((WHOLE * weights[at]) / sum))] as const),
    )
    const whole = [...shares.values()].reduce((total, share) => total + share, 0)
    for (const slot of plan.slots) {
      if (slot.instead && answered.includes(slot))
        shares.set(slot, Math.ceil((shares.get(slot.instead.abbreviation) ?? 0) * slot.instead.part))
    }
    const most = Math.max(1, Math.ceil(whole * Math.min(0.6, ranking.most / Math.max(1, known.length))))
    const required = match === 'any' ? 1 : most
    return document => {
      let held = 0
      for (const [slot, share] of shares) if (holds(document, slot)) held += share
      return held >= required
    }
  }
}
