import { ASIDE, BREAK } from '../../src/analysis/tokens.js'
import type { Accents, BuildOptions, Document, SearchOptions } from '../../src/index.js'
import { DEFAULT_RANKING, ImpactTable, type Ranking, SCORE_UNIT } from '../../src/search/scoring.js'
import { fold } from '../../src/text/fold.js'
import { marksAgree } from '../../src/text/tone.js'
import { ClauseOracle } from './oracle-clauses.js'
import { occurrences } from './oracle-phrases.js'
import { byCodeUnits, type Plan, type Read, type Slot, type Typed } from './oracle-words.js'

/** Who asks for one of the first finds each of the second. */
export type NaiveRule = readonly [sources: readonly string[], targets: readonly string[]]

interface Stretch {
  readonly words: readonly string[]
  readonly own: readonly Slot[]
  readonly ways: readonly string[]
  /** Words that only its ways have. */
  readonly added: readonly Slot[]
}

/** Answers plain queries with synonyms document by document. */
export class SynonymOracle extends ClauseOracle {
  constructor(
    documents: readonly Document[],
    options: BuildOptions,
    private readonly rules: readonly NaiveRule[],
  ) {
    super(documents, options)
  }

  searchSynonyms(query: string, options: SearchOptions = {}) {
    const { accents = 'auto', match = 'most', limit = 10 } = options
    const ranking: Ranking = { ...DEFAULT_RANKING, ...options.ranking }
    const { plan, text } = this.asMeant(query, accents, ranking)
    const row = this.row(text, accents)
    const found = this.expressions(row, accents)
    if (found.length === 0) return this.search(query, options)
    const whole: Plan = { slots: [...plan.slots], pairs: [...plan.pairs], pairWeight: plan.pairWeight }
    const slotOf = (word: string) => whole.slots.find(slot => slot.word === word)
    const pair = (a: string | undefined, b: string | undefined) => {
      const [left, right] = [slotOf(a ?? ''), slotOf(b ?? '')]
      if (left && right && !whole.pairs.some(known => known.left === left && known.right === right))
        whole.pairs.push({ left, right, weight: 1 })
    }
    const covered = (at: number) => found.some(({ from, to }) => from <= at && at < to)
    const taken = new Set(row.filter((_, at) => !covered(at)).map(({ word }) => word))
    const stretches = found.map(({ from, to, ways }): Stretch => {
      const words = [...new Set(row.slice(from, to).map(({ word }) => word))]
      const own = words.filter(word => !taken.has(word)).flatMap(word => slotOf(word) ?? [])
      for (const word of words) taken.add(word)
      const added: Slot[] = []
      for (const way of ways) {
        const wayPlan = this.plan(way, accents, ranking)
        const wayRow = this.row(way, accents)
        for (const { word, answers } of wayPlan.slots) {
          if (slotOf(word) || !wayRow.some(each => each.word === word)) continue
          const slot = { word, weight: 1 / wayRow.length, aside: true, answers }
          whole.slots.push(slot)
          added.push(slot)
        }
        for (const { left, right } of wayPlan.pairs) pair(left.word, right.word)
        if (from > 0 && (row[from].flags & BREAK) === 0) pair(row[from - 1].word, wayRow[0]?.word)
        if (to < row.length && (row[to].flags & BREAK) === 0) pair(wayRow.at(-1)?.word, row[to].word)
      }
      return { words, own, ways, added }
    })
    const matches = this.enough(plan, stretches, match, accents, ranking)
    const impacts = new ImpactTable(ranking, this.averageLength)
    const agreed = this.agreed([text], this.weights(whole, ranking), options)
    const passing = this.documents.filter(matches)
    const hits = passing.map(document => ({
      id: document.id,
      score: (this.score(document, whole, impacts) + agreed(document.source)) * SCORE_UNIT,
    }))
    hits.sort((a, b) => b.score - a.score || byCodeUnits(a.id, b.id))
    return { total: passing.length, hits: hits.slice(0, limit) }
  }

  private row(text: string, accents: Accents): readonly Typed[] {
    return this.typed(text, accents).typed.filter(({ flags }) => (flags & ASIDE) === 0)
  }

  /** From left to right, the longest first. */
  private expressions(row: readonly Typed[], accents: Accents) {
    const agrees = (typed: string, word: string) =>
      typed === word ||
      (accents !== 'strict' && fold(typed) === fold(word) && (accents === 'ignore' || marksAgree(typed, word)))
    const sources = this.rules.flatMap(([texts, targets]) =>
      texts.map(text => ({
        words: this.row(text, accents).map(({ word }) => word),
        ways: targets.filter(target => target !== text),
      })),
    )
    const found: { from: number; to: number; ways: readonly string[] }[] = []
    for (let at = 0; at < row.length; ) {
      const here = sources.filter(({ words }) =>
        words.every((word, offset) => {
          const typed = row[at + offset]
          return typed && agrees(typed.word, word) && (offset === 0 || (typed.flags & BREAK) === 0)
        }),
      )
      const longest = Math.max(0, ...here.map(({ words }) => words.length))
      if (longest > 0)
        found.push({
          from: at,
          to: at + longest,
          ways: [...new Set(here.filter(({ words }) => words.length === longest).flatMap(({ ways }) => ways))],
        })
      at += Math.max(1, longest)
    }
    return found
  }

  private enough(
    plan: Plan,
    stretches: readonly Stretch[],
    match: 'any' | 'most' | 'all',
    accents: Accents,
    ranking: Ranking,
  ): (document: Read) => boolean {
    const holds = (document: Read, slot: Slot) => slot.answers.some(({ term }) => document.levels.has(term))
    const hasWay = ({ id }: Read, { ways }: Stretch) =>
      ways.some(way => {
        const words = this.phraseTerms(way, accents, ranking)
        return [...(this.texts.get(id) ?? [])].some(([, { terms, row }]) =>
          words.length === 1
            ? [...words[0].answers].some(term => terms.has(term))
            : words.length > 0 && occurrences(row, words, 0).length > 0,
        )
      })
    const asked = plan.slots.filter(slot => !slot.aside && !slot.instead)
    if (match === 'any')
      return document =>
        asked.some(slot => holds(document, slot)) || stretches.some(stretch => hasWay(document, stretch))
    const inside = (slot: Slot) => stretches.some(({ words }) => words.includes(slot.word))
    if (match === 'all') {
      const source = (document: Read, { words }: Stretch) =>
        asked.filter(({ word }) => words.includes(word)).every(slot => holds(document, slot))
      return document =>
        asked.every(slot => inside(slot) || holds(document, slot)) &&
        stretches.every(stretch => source(document, stretch) || hasWay(document, stretch))
    }
    const exists = (slot: Slot) => this.slotFrequency(slot) > 0
    const known = asked.filter(
      slot =>
        exists(slot) ||
        plan.slots.some(other => other.instead?.abbreviation === slot && exists(other)) ||
        stretches.some(({ words, added }) => words.includes(slot.word) && added.some(exists)),
    )
    const weights = known.map(
      slot => slot.weight * Math.log(1 + this.documents.length / (this.slotFrequency(slot) + 1)),
    )
    const sum = weights.reduce((total, weight) => total + weight, 0)
    const shares = new Map(
      known.map((slot, at) => [slot, Math.max(1, Math.floor((6000 * weights[at]) / sum))] as const),
    )
    const whole = [...shares.values()].reduce((total, share) => total + share, 0)
    for (const slot of plan.slots) {
      if (slot.instead && exists(slot))
        shares.set(slot, Math.ceil((shares.get(slot.instead.abbreviation) ?? 0) * slot.instead.part))
    }
    const required = Math.max(1, Math.ceil(whole * Math.min(0.6, ranking.most / Math.max(1, known.length))))
    const total = (slots: readonly Slot[], document?: Read) =>
      slots.reduce((held, slot) => held + (!document || holds(document, slot) ? (shares.get(slot) ?? 0) : 0), 0)
    const own = new Set(stretches.flatMap(stretch => stretch.own))
    const rest = plan.slots.filter(slot => !own.has(slot))
    return document =>
      total(rest, document) +
        stretches.reduce(
          (held, stretch) => held + (hasWay(document, stretch) ? total(stretch.own) : total(stretch.own, document)),
          0,
        ) >=
      required
  }
}
