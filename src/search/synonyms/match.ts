import type { Mark } from '../clauses/mark.js'
import { phraseMatch } from '../clauses/phrase.js'
import { addDocument, type DocumentBits, DocumentMatch, hasDocument, noDocuments } from '../document-match.js'
import { type OpenPlan, openPlan, type WeightedSlot, type WordLists } from '../open-plan.js'
import type { Match } from '../options.js'
import type { Plan } from '../plan.js'
import type { Ranking } from '../scoring.js'
import { isAskedFor, requiredShare, slotShares } from '../shares.js'
import { expandSynonyms, type Stretch, type SynonymContext } from './expand.js'

/** A stretch with the documents that have one of its synonyms. */
interface Matched extends Stretch {
  readonly match: DocumentMatch
}

/** Words with synonyms: how they score, which documents match, and what can be pointed at in texts. */
export interface SynonymMatch {
  /** The plan with synonyms. */
  readonly plan: OpenPlan
  readonly match: DocumentMatch
  /** The ways as phrases. */
  readonly marks: readonly Mark[]
}

/**
 * The documents that hold enough of a text's words where a synonym, standing as a phrase, is as good as the whole expression that
 * it is for. Undefined when the text has no expression of the list.
 *
 * @param plan of the text
 * @param lists those of the field that is asked
 */
export function synonymMatch(
  text: string,
  plan: Plan,
  match: Match,
  lists: WordLists,
  context: SynonymContext,
): SynonymMatch | undefined {
  const expanded = expandSynonyms(text, plan, context)
  if (!expanded) return undefined
  const { documents } = context.reader
  const open = openPlan(expanded.plan, lists, documents, context.ranking)
  const marks: Mark[] = []
  const matched = expanded.stretches.map((stretch): Matched => {
    const found = stretch.ways.flatMap(({ text, plan }) => {
      const way = phraseMatch(text, 0, lists.field, context)
      if (!way) return []
      marks.push({ plan: openPlan(plan, lists, documents, context.ranking), phrase: way.phrase })
      return [way.match]
    })
    return { ...stretch, match: DocumentMatch.any(found, documents) }
  })
  return { plan: open, match: matching(matched, open, match, documents, context.ranking), marks }
}

function matching(
  stretches: readonly Matched[],
  open: OpenPlan,
  match: Match,
  documents: number,
  ranking: Ranking,
): DocumentMatch {
  const { slots } = open
  if (match === 'most') return holding(stretches, open, documents, ranking)
  const inside = new Set(stretches.flatMap(stretch => stretch.slots))
  const outside = slots.filter((slot, at) => isAskedFor(slot) && !(match === 'all' && inside.has(at)))
  const words = outside.map(slot => DocumentMatch.known(bitsOf(slot, documents)))
  if (match === 'any') return DocumentMatch.any([...words, ...stretches.map(stretch => stretch.match)], documents)
  const parts = stretches.map(stretch => {
    const own = stretch.slots.map(at => DocumentMatch.known(bitsOf(slots[at], documents)))
    return DocumentMatch.any([DocumentMatch.all(own, documents), stretch.match], documents)
  })
  return DocumentMatch.all([...words, ...parts], documents)
}

function bitsOf({ list }: WeightedSlot, documents: number): DocumentBits {
  const bits = noDocuments(documents)
  for (const document of list?.documents.toNumbers() ?? []) addDocument(bits, document)
  return bits
}

/** Shares of words add up; a synonym has those of the whole stretch. */
function holding(stretches: readonly Matched[], open: OpenPlan, documents: number, ranking: Ranking): DocumentMatch {
  const shares = slotShares(open.slots, documents, 'most')
  const required = requiredShare(open, shares, 'most', ranking)
  const sums = (places: readonly number[]) => {
    const held = new Uint16Array(documents)
    for (const at of places) {
      for (const document of open.slots[at].list?.documents.toNumbers() ?? []) held[document] += shares[at]
    }
    return held
  }
  const own = new Set(stretches.flatMap(stretch => stretch.own))
  const outside = sums([...open.slots.keys()].filter(at => shares[at] > 0 && !own.has(at)))
  const parts = stretches.map(stretch => ({
    held: sums(stretch.own),
    whole: stretch.own.reduce((sum, at) => sum + shares[at], 0),
    match: stretch.match,
  }))
  const enough = (document: number, has: (match: DocumentMatch) => boolean) => {
    let sum = outside[document]
    for (const { held, whole, match } of parts) sum += held[document] < whole && has(match) ? whole : held[document]
    return sum >= required
  }
  const bits = (has: (match: DocumentMatch, document: number) => boolean) => {
    const found = noDocuments(documents)
    for (let document = 0; document < documents; document++) {
      if (enough(document, match => has(match, document))) addDocument(found, document)
    }
    return found
  }
  return new DocumentMatch(
    bits(({ sure }, document) => hasDocument(sure, document)),
    bits(({ maybe }, document) => hasDocument(maybe, document)),
    document => enough(document, match => match.has(document)),
  )
}
