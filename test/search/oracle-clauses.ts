import { ASIDE, BREAK, EXPANDED } from '../../src/analysis/tokens.js'
import { facetValue } from '../../src/index/provinces.js'
import type { Accents, BuildOptions, DateRange, Document, SearchOptions } from '../../src/index.js'
import type { Clause, QueryNode } from '../../src/search/query/index.js'
import { DEFAULT_RANKING, ImpactTable, type Ranking, SCORE_UNIT } from '../../src/search/scoring.js'
import { fold } from '../../src/text/fold.js'
import { canonical } from '../../src/text/tone.js'
import { Oracle } from './oracle.js'
import { agree, begins, distance, type FieldText, occurrences, type PhraseTerms, type Token } from './oracle-phrases.js'
import { type Answer, byCodeUnits, foldOf, type Plan, type Read, UNKNOWN } from './oracle-words.js'

type Match = 'any' | 'most' | 'all'

interface Place {
  readonly field: string | undefined
  readonly match: Match
  readonly boost: number
}

interface Asked {
  readonly accents: Accents
  readonly ranking: Ranking
  readonly impacts: ImpactTable
  readonly scores: Map<string, number>
  /** Of all words asked for that some document has. */
  readonly weights: number[]
}

/** From so many documents on, pairs that stand in a single one are not kept. */
const MANY = 10_000

/** Answers trees document by document, from what docs/queries.md says that a tree finds. */
export class ClauseOracle extends Oracle {
  protected readonly texts = new Map<string, ReadonlyMap<string, FieldText>>()
  private readonly whole: Read[]
  private readonly columns = new Map<string, ReadonlySet<string>>()
  private readonly values = new Map<string, string[]>()

  constructor(documents: readonly Document[], options: BuildOptions = {}) {
    super(documents, options)
    for (const document of documents) this.texts.set(document.id, this.fieldTexts(document))
    const counts = new Map<string, number>()
    for (const { pairs } of this.documents)
      for (const pair of pairs.keys()) counts.set(pair, (counts.get(pair) ?? 0) + 1)
    if (documents.length >= MANY)
      this.documents = this.documents.map(read => ({
        ...read,
        pairs: new Map([...read.pairs].filter(([pair]) => counts.get(pair) !== 1)),
      }))
    this.whole = this.documents
  }

  private fieldTexts(document: Document): Map<string, FieldText> {
    const { analyzer } = this
    const texts = this.fields.map(([name]) => this.text(document, name))
    analyzer.document(texts, term => UNKNOWN + term)
    const { tokens, vocabulary, textStarts } = analyzer
    return new Map(
      this.fields.map(([name], field) => {
        const terms = new Set<string>()
        const row: Token[] = []
        const all: Token[] = []
        for (let at = textStarts[field]; at < textStarts[field + 1]; at++) {
          const term = vocabulary.terms[tokens.terms[at]]
          const begins = (tokens.flags[at] & BREAK) !== 0
          terms.add(term)
          all.push({ term, begins, start: tokens.starts[at], end: tokens.ends[at] })
          if ((tokens.flags[at] & ASIDE) === 0) row.push(all[all.length - 1])
        }
        return [name, { terms, row, tokens: all }]
      }),
    )
  }

  private text(document: Document, field: string): string {
    const value = document[field]
    return Array.isArray(value) ? value.join('\n') : typeof value === 'string' ? value : ''
  }

  /** What a tree finds; undefined when it asks for nothing. */
  searchTree(
    tree: QueryNode,
    options: SearchOptions = {},
  ): { readonly total: number; readonly hits: readonly { readonly id: string; readonly score: number }[] } | undefined {
    const ranking: Ranking = { ...DEFAULT_RANKING, ...options.ranking }
    const asked: Asked = {
      accents: options.accents ?? 'auto',
      ranking,
      impacts: new ImpactTable(ranking, this.averageLength),
      scores: new Map(),
      weights: [],
    }
    const found = this.node(tree, { field: undefined, match: options.match ?? 'most', boost: 1 }, asked)
    if (!found) return undefined
    const agreed = this.agreed(plainTexts(tree), asked.weights, options)
    const extra = new Map(this.documents.map(({ id, source }) => [id, agreed(source)]))
    const hits = [...found].map(id => ({
      id,
      score: ((asked.scores.get(id) ?? 0) + (extra.get(id) ?? 0)) * SCORE_UNIT,
    }))
    hits.sort((a, b) => b.score - a.score || byCodeUnits(a.id, b.id))
    return { total: hits.length, hits: hits.slice(0, options.limit ?? 10) }
  }

  /** The ids of the documents that match. */
  private node(node: QueryNode, place: Place, asked: Asked): Set<string> | undefined {
    switch (node.type) {
      case 'words':
        return this.words(node.text, place, asked)
      case 'phrase':
        return this.phrase(node.text, node.slop, place, asked)
      case 'prefix':
      case 'fuzzy': {
        const answers = this.expansion(node.type === 'prefix' ? 0 : node.distance, node.text, asked.accents)
        const slot = { word: node.text, weight: 1, aside: false, answers }
        return this.scored({ slots: [slot], pairs: [], pairWeight: 0 }, { ...place, match: 'all' }, asked)
      }
      case 'range':
        return this.those(({ source }) => {
          if (node.field === 'date') return this.facetsOf.passes(source, { date: datesOf(node) })
          const value = source[node.field]
          if (typeof value !== 'number') return false
          const { from = -Infinity, to = Infinity, includeFrom, includeTo } = node
          return (
            (value > Number(from) || (includeFrom && value === from)) &&
            (value < Number(to) || (includeTo && value === to))
          )
        })
      case 'exists':
        return this.those(({ source }) => source[node.field] !== undefined && this.isSomething(source[node.field]))
      case 'boost':
        return this.node(node.node, { ...place, boost: place.boost * node.boost }, asked)
      case 'field':
        return this.isSearched(node.field)
          ? this.node(node.node, { ...place, field: node.field }, asked)
          : this.value(node.field, node.node, place, asked)
      case 'or':
        return union(node.nodes.map(each => this.node(each, { ...place, match: 'all' }, asked)))
      case 'group':
        return this.group(node.clauses, place, asked)
    }
  }

  private isSomething(value: unknown): boolean {
    return typeof value === 'number' || (Array.isArray(value) ? value.some(item => item !== '') : value !== '')
  }

  protected isSearched(field: string): boolean {
    return this.fields.some(([name]) => name === field)
  }

  private those(test: (document: Read) => boolean): Set<string> {
    return new Set(this.documents.filter(test).map(({ id }) => id))
  }

  /** The documents as if they were nothing but one of their fields; neighbours are known for whole documents only. */
  private in<T>(field: string | undefined, work: () => T): T {
    if (field === undefined) return work()
    this.documents = this.whole.map(read => ({
      ...read,
      levels: new Map([...read.levels].filter(([term]) => this.texts.get(read.id)?.get(field)?.terms.has(term))),
      pairs: new Map(),
    }))
    const known = this.pairFrequencies
    this.pairFrequencies = new Map()
    try {
      return work()
    } finally {
      this.documents = this.whole
      this.pairFrequencies = known
    }
  }

  private scored(plan: Plan, { field, match, boost }: Place, asked: Asked): Set<string> {
    return this.in(field, () => {
      this.add(plan, boost, asked)
      return this.those(this.matcher(plan, match, asked.ranking))
    })
  }

  private add(plan: Plan, boost: number, { impacts, ranking, scores, weights }: Asked): void {
    if (boost === 0) return
    weights.push(...this.weights(plan, ranking, boost))
    for (const document of this.documents)
      scores.set(document.id, (scores.get(document.id) ?? 0) + this.score(document, plan, impacts, boost))
  }

  private words(text: string, place: Place, asked: Asked): Set<string> | undefined {
    const plan = this.plan(text, asked.accents, asked.ranking)
    return plan.slots.length === 0 ? undefined : this.scored(plan, place, asked)
  }

  private phrase(text: string, slop: number, place: Place, asked: Asked): Set<string> | undefined {
    const plan = this.plan(text, asked.accents, asked.ranking)
    if (plan.slots.length === 0) return undefined
    this.in(place.field, () => this.add(plan, place.boost, asked))
    const words = this.phraseTerms(text, asked.accents, asked.ranking)
    if (words.length === 0) return undefined
    return this.those(({ id }) => {
      const fields = [...(this.texts.get(id) ?? [])].filter(
        ([name]) => place.field === undefined || name === place.field,
      )
      return fields.some(([, { terms, row }]) =>
        words.length === 1
          ? [...words[0].answers].some(term => terms.has(term))
          : occurrences(row, words, slop).length > 0,
      )
    })
  }

  /** The words of a phrase, without what stands aside. */
  phraseTerms(text: string, accents: Accents, ranking: Ranking): PhraseTerms[] {
    const { typed, missing } = this.typed(text, accents)
    return typed
      .filter(({ flags }) => (flags & ASIDE) === 0)
      .map(({ word, flags, free }) => ({
        answers: new Set(this.answers(word, accents, free ? missing : 0, ranking, free).map(({ term }) => term)),
        begins: (flags & BREAK) !== 0,
      }))
  }

  /** The terms that begin so (`edits` 0) or are so many letters away. */
  expansion(edits: number, text: string, accents: Accents): Answer[] {
    const typed = canonical(text)
    const all = [...this.frequencies.keys()].sort((a, b) => byCodeUnits(foldOf(a), foldOf(b)) || byCodeUnits(a, b))
    return all.flatMap(term => {
      if (edits === 0) return begins(term, typed, accents) ? [{ term, weight: 1 }] : []
      const away = distance(foldOf(term), fold(typed))
      return away <= edits ? [{ term, weight: 1 / (1 + away) }] : []
    })
  }

  /** Columns and fields that are only stored: their values answer or do not. */
  private value(field: string, node: QueryNode, place: Place, asked: Asked): Set<string> | undefined {
    const { accents } = asked
    const part = (each: QueryNode) => this.value(field, each, place, asked)
    switch (node.type) {
      case 'words':
      case 'phrase':
      case 'prefix':
      case 'fuzzy':
        return this.those(({ source }) => {
          const values = [source[field]].flat().filter((item): item is string => typeof item === 'string')
          return this.answer(values, field, node, accents)
        })
      case 'or':
        return union(node.nodes.map(part))
      case 'boost':
        return this.value(field, node.node, { ...place, boost: place.boost * node.boost }, asked)
      case 'group': {
        const wanted = node.clauses.filter(({ occur }) => occur !== 'not').map(clause => part(clause.node))
        const unwanted = node.clauses
          .filter(({ occur }) => occur === 'not')
          .map(clause => this.value(field, clause.node, { ...place, boost: 0 }, asked))
        return this.without(intersection(wanted), unwanted)
      }
      default:
        return this.node(node, { ...place, field: undefined, match: 'all' }, asked)
    }
  }

  /** All values of a column. */
  private columnValues(field: string, kind: 'keyword' | 'province'): ReadonlySet<string> {
    const made = this.columns.get(field)
    if (made) return made
    const values = this.whole.flatMap(({ source }) => [source[field]].flat())
    const strings = values.filter((value): value is string => typeof value === 'string')
    const set = new Set(strings.map(value => facetValue(value, kind)))
    this.columns.set(field, set)
    return set
  }

  private answer(
    values: readonly string[],
    field: string,
    node: QueryNode & { readonly text: string },
    accents: Accents,
  ): boolean {
    const { text } = node
    const kind = field === 'province' ? 'province' : 'keyword'
    const isColumn = field === 'province' || field === 'category'
    const own = values.map(value => (isColumn ? facetValue(value, kind) : value))
    if (isColumn && (node.type === 'words' || node.type === 'phrase')) {
      const meant = facetValue(text, kind)
      if (this.columnValues(field, kind).has(meant)) return own.includes(meant)
    }
    const typed = canonical(text)
    const wanted = this.valueTerms(text)
    return own.some(value => {
      const terms = this.valueTerms(value)
      if (node.type === 'prefix') return terms.some(term => begins(term, typed, accents))
      if (node.type === 'fuzzy') return terms.some(term => distance(foldOf(term), fold(typed)) <= node.distance)
      return (
        wanted.length > 0 &&
        terms.some((_, from) => wanted.every((word, at) => agree(word, terms[from + at] ?? '', accents)))
      )
    })
  }

  /** The words of a value, abbreviations as written and written out. */
  private valueTerms(text: string): string[] {
    const made = this.values.get(text)
    if (made) return made
    this.analyzer.document([text], term => UNKNOWN + term)
    const { tokens, vocabulary } = this.analyzer
    const terms = Array.from({ length: tokens.length }, (_, at) => at)
      .filter(at => (tokens.flags[at] & ASIDE) === 0 || (tokens.flags[at] & EXPANDED) !== 0 || tokens.words[at] >= 0)
      .map(at => vocabulary.terms[tokens.terms[at]])
    this.values.set(text, terms)
    return terms
  }

  private group(clauses: readonly Clause[], place: Place, asked: Asked): Set<string> | undefined {
    const of = (occur: string, inner: Place, firm?: boolean) =>
      clauses
        .filter(clause => clause.occur === occur && (firm === undefined || isFirm(clause.node) === firm))
        .map(clause => this.node(clause.node, inner, asked))
    const musts = known(of('must', { ...place, match: 'all' }))
    const firm = known(of('should', place, true))
    const loose = known(of('should', place, false))
    const nots = of('not', { ...place, match: 'all', boost: 0 })
    const { match } = place
    if (match === 'all') musts.push(...firm, ...loose)
    else if (musts.length === 0 && match === 'any') {
      const one = union([...firm, ...loose])
      if (one) musts.push(one)
    } else if (musts.length === 0) {
      musts.push(...firm)
      // Three of five, as it were: six tenths of them; the words of a phrase or of a text are most of a query already.
      if (loose.length > 0 && !clauses.some(({ occur, node }) => occur === 'should' && this.isText(node)))
        musts.push(this.those(({ id }) => loose.filter(set => set.has(id)).length * 10 >= loose.length * 6))
    }
    return this.without(intersection(musts), nots)
  }

  private isText(node: QueryNode): boolean {
    if (node.type === 'boost') return this.isText(node.node)
    return node.type === 'phrase' || (node.type === 'field' && this.isSearched(node.field))
  }

  /** All documents when nothing is wanted but some are not. */
  private without(
    wanted: Set<string> | undefined,
    unwanted: readonly (Set<string> | undefined)[],
  ): Set<string> | undefined {
    const nots = known(unwanted)
    if (!wanted && nots.length === 0) return undefined
    const from = wanted ?? this.those(() => true)
    return new Set([...from].filter(id => !nots.some(set => set.has(id))))
  }
}

/** The plain words of a tree, but for what must not be there. */
export function plainTexts(tree: QueryNode): string[] {
  if (tree.type === 'words') return [tree.text]
  if (tree.type === 'boost') return plainTexts(tree.node)
  if (tree.type === 'or') return tree.nodes.flatMap(node => plainTexts(node))
  if (tree.type !== 'group') return []
  return tree.clauses.flatMap(({ occur, node }) => (occur === 'not' ? [] : plainTexts(node)))
}

function datesOf({ from, to }: { readonly from?: unknown; readonly to?: unknown }): DateRange {
  return { ...(from === undefined ? {} : { from: String(from) }), ...(to === undefined ? {} : { to: String(to) }) }
}

function isFirm(node: QueryNode): boolean {
  return node.type === 'boost' ? isFirm(node.node) : ['phrase', 'field', 'range', 'exists'].includes(node.type)
}

function known<T>(sets: readonly (T | undefined)[]): T[] {
  return sets.filter((set): set is T => set !== undefined)
}

function union(sets: readonly (Set<string> | undefined)[]): Set<string> | undefined {
  const some = known(sets)
  return some.length === 0 ? undefined : new Set(some.flatMap(set => [...set]))
}

function intersection(sets: readonly (Set<string> | undefined)[]): Set<string> | undefined {
  const [first, ...rest] = known(sets)
  return first && new Set([...first].filter(id => rest.every(set => set.has(id))))
}
