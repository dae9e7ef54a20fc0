import { DateColumn, KeywordColumn } from '../../index/columns.js'
import { addDocument, DocumentMatch, noDocuments } from '../document-match.js'
import type { Evaluator } from '../evaluate.js'
import { isInSpan } from '../facets/ranges.js'
import { compileFilter } from '../filter.js'
import { type OpenPlan, openPlan, type WordLists } from '../open-plan.js'
import type { Match } from '../options.js'
import { planQuery, type Slot } from '../plan.js'
import type { Clause, FieldNode, GroupNode, QueryNode, RangeNode } from '../query/tree.js'
import { requiredShare, slotShares } from '../shares.js'
import type { SynonymContext } from '../synonyms/expand.js'
import { synonymMatch } from '../synonyms/match.js'
import { fuzzySpellings, prefixSpellings } from './expansions.js'
import type { Mark } from './mark.js'
import { phraseMatch } from './phrase.js'
import { columnMatch, existsMatch, storedMatch } from './values.js'

/** What a query asks for beside its tree. */
export interface ClauseContext extends SynonymContext {
  readonly evaluator: Evaluator
}

/** Under `match: 'most'` this part of the clauses that only should be there has to: both of two, two of three. */
const MOST_CLAUSES = 0.6

/** Where a clause stands. */
interface Place {
  /** The field that it is about, if any. */
  readonly field: string | undefined
  /** How much of plain words must be there. */
  readonly match: Match
  /** What its score is multiplied with; 0 for what must not be there. */
  readonly boost: number
}

/** Reads the tree of a query: which documents match, and what is scored in them. */
export class ClauseReader {
  /** The plans of all clauses that add to scores. */
  readonly plans: OpenPlan[] = []
  /** What of it can be pointed at in texts. */
  readonly marks: Mark[] = []

  constructor(private readonly context: ClauseContext) {}

  /** The documents that match a tree; undefined when it asks for nothing. */
  read(node: QueryNode, match: Match): DocumentMatch | undefined {
    return this.node(node, { field: undefined, match, boost: 1 })
  }

  private node(node: QueryNode, place: Place): DocumentMatch | undefined {
    switch (node.type) {
      case 'words':
        return this.words(node.text, place)
      case 'phrase':
        return this.phrase(node.text, node.slop, place)
      case 'prefix':
        return this.expanded(node.text, '*', place)
      case 'fuzzy':
        return this.expanded(node.text, `~${node.distance}`, place)
      case 'range':
        return this.range(node)
      case 'exists':
        return existsMatch(node.field, this.context.reader)
      case 'field':
        return this.field(node, place)
      case 'boost':
        return this.node(node.node, { ...place, boost: place.boost * node.boost })
      case 'group':
        return this.group(node, place)
      case 'or':
        return this.any(node.nodes, place)
    }
  }

  private words(text: string, { field, match, boost }: Place): DocumentMatch | undefined {
    const { queryAnalyzer, lexicon, accents, ranking, reader } = this.context
    const plan = planQuery(text, queryAnalyzer, lexicon, accents, ranking)
    if (plan.slots.length === 0) return undefined
    const lists = this.lists(field)
    const open = openPlan(plan, lists, reader.documents, ranking)
    const synonyms = synonymMatch(text, plan, match, lists, this.context)
    this.take(synonyms?.plan ?? open, boost, { plan: open })
    if (!synonyms) return this.holding(open, match)
    if (boost !== 0) this.marks.push(...synonyms.marks)
    return synonyms.match
  }

  /** The documents that hold enough of a plan's words. */
  private holding(plan: OpenPlan, match: Match): DocumentMatch {
    const { evaluator, reader, lexicon, ranking } = this.context
    const shares = slotShares(plan.slots, reader.documents, match)
    const required = requiredShare(plan, shares, match, ranking)
    const bits = noDocuments(reader.documents)
    const asked = plan.slots.filter((_, at) => shares[at] > 0)
    if (asked.length === 1) {
      // The documents of one word need no adding up.
      const numbers = asked[0].list?.documents.toNumbers() ?? []
      if (Math.max(...shares) >= required) for (const document of numbers) addDocument(bits, document)
      return DocumentMatch.known(bits)
    }
    evaluator.all({ plan, shares, impacts: lexicon.impacts }, (document, _, held) => {
      if (held >= required) addDocument(bits, document)
    })
    return DocumentMatch.known(bits)
  }

  private take(plan: OpenPlan, boost: number, mark: Mark): void {
    if (boost === 0) return
    this.marks.push(mark)
    const boosted = <T extends { readonly weight: number }>(entry: T): T => ({ ...entry, weight: entry.weight * boost })
    this.plans.push({ ...plan, slots: plan.slots.map(boosted), pairs: plan.pairs.map(boosted) })
  }

  /** The lists of words, of those in a searched field alone where one is asked for. */
  private lists(field: string | undefined): WordLists {
    const { lexicon } = this.context
    const number = this.fieldNumber(field)
    if (number < 0) return lexicon
    // Neighbours are known for whole documents only.
    return { field: number, list: word => lexicon.listInField(word, number), pairList: () => undefined }
  }

  private fieldNumber(field: string | undefined): number {
    return this.context.reader.meta.settings.fields.findIndex(([name]) => name === field)
  }

  /** The words of a phrase score as words do; only what matches is told by the phrase. */
  private phrase(text: string, slop: number, { field, boost }: Place): DocumentMatch | undefined {
    const { queryAnalyzer, lexicon, accents, ranking, reader } = this.context
    const plan = planQuery(text, queryAnalyzer, lexicon, accents, ranking)
    if (plan.slots.length === 0) return undefined
    const found = phraseMatch(text, slop, this.fieldNumber(field), this.context)
    if (!found) return undefined
    const open = openPlan(plan, this.lists(field), reader.documents, ranking)
    this.take(open, boost, { plan: open, phrase: found.phrase })
    return found.match
  }

  private expanded(text: string, kind: string, { field, boost }: Place): DocumentMatch {
    const { lexicon, accents, reader, ranking } = this.context
    const word = lexicon.expansion(`${accents} ${kind} ${text}`, () =>
      kind === '*'
        ? prefixSpellings(text, reader.terms, accents)
        : fuzzySpellings(text, Number(kind.slice(1)), reader.terms),
    )
    const slot: Slot = {
      word: text + kind,
      weight: 1,
      start: 0,
      end: 0,
      aside: false,
      insteadOf: -1,
      part: 0,
      answers: word,
    }
    const plan = openPlan({ slots: [slot], pairs: [], pairWeight: 0 }, this.lists(field), reader.documents, ranking)
    this.take(plan, boost, { plan })
    return this.holding(plan, 'all')
  }

  private range({ field, from, to, includeFrom, includeTo }: RangeNode): DocumentMatch | undefined {
    const { reader } = this.context
    const column = reader.column(field)
    if (!column) return undefined
    if (column instanceof DateColumn) {
      const range = {
        ...(from === undefined ? {} : { from: String(from) }),
        ...(to === undefined ? {} : { to: String(to) }),
      }
      const [filter] = compileFilter({ [field]: range }, reader)
      return DocumentMatch.where(reader.documents, document => filter.passes(document))
    }
    if (column instanceof KeywordColumn) return undefined
    const span = {
      start: from === undefined ? Number.NEGATIVE_INFINITY : Number(from),
      end: to === undefined ? Number.POSITIVE_INFINITY : Number(to),
      withStart: includeFrom,
      withEnd: includeTo,
    }
    return DocumentMatch.where(reader.documents, document => isInSpan(column.number(document), span))
  }

  /** Searched fields are asked by their words, columns by their values, other stored fields by their texts. */
  private field({ field, node }: FieldNode, place: Place): DocumentMatch | undefined {
    if (this.fieldNumber(field) >= 0) return this.node(node, { ...place, field })
    return this.value(field, node, place)
  }

  /** A value answers or does not, which adds nothing to scores. */
  private value(field: string, node: QueryNode, place: Place): DocumentMatch | undefined {
    const { reader, analyzer, accents } = this.context
    const { documents } = reader
    switch (node.type) {
      case 'words':
      case 'phrase':
      case 'prefix':
      case 'fuzzy': {
        const column = reader.column(field)
        return column instanceof KeywordColumn
          ? columnMatch(node, column, reader, analyzer, accents)
          : storedMatch(node, field, reader, analyzer, accents)
      }
      case 'or':
        return this.combine(node.nodes, part => this.value(field, part, place), DocumentMatch.any)
      case 'group': {
        const wanted = node.clauses.filter(({ occur }) => occur !== 'not').map(clause => clause.node)
        const unwanted = node.clauses.filter(({ occur }) => occur === 'not')
        const all = this.combine(wanted, part => this.value(field, part, place), DocumentMatch.all)
        const none = unwanted.flatMap(
          clause => this.value(field, clause.node, { ...place, boost: 0 })?.not(documents) ?? [],
        )
        const matches = all ? [all, ...none] : none
        return matches.length === 0 ? undefined : DocumentMatch.all(matches, documents)
      }
      case 'boost':
        return this.value(field, node.node, { ...place, boost: place.boost * node.boost })
      default:
        return this.node(node, { ...place, field: undefined, match: 'all' })
    }
  }

  private any(nodes: readonly QueryNode[], place: Place): DocumentMatch | undefined {
    return this.combine(nodes, node => this.node(node, { ...place, match: 'all' }), DocumentMatch.any)
  }

  private combine(
    nodes: readonly QueryNode[],
    read: (node: QueryNode) => DocumentMatch | undefined,
    join: (matches: readonly DocumentMatch[], documents: number) => DocumentMatch,
  ): DocumentMatch | undefined {
    const matches = nodes.flatMap(node => read(node) ?? [])
    return matches.length === 0 ? undefined : join(matches, this.context.reader.documents)
  }

  /**
   * What must be there, without what must not. What should be there only adds to scores where something must; else it
   * decides: under `all` every clause, under `any` one, under `most` every phrase and field (who writes them means them) and
   * most of the other clauses, unless a phrase or the field of a text is there.
   */
  private group({ clauses }: GroupNode, place: Place): DocumentMatch | undefined {
    const { documents } = this.context.reader
    const of = (occur: Clause['occur']) => clauses.filter(clause => clause.occur === occur).map(({ node }) => node)
    const read = (nodes: readonly QueryNode[], inner: Place) => nodes.flatMap(node => this.node(node, inner) ?? [])
    const musts = read(of('must'), { ...place, match: 'all' })
    const shoulds = of('should')
    const firm = shoulds.filter(node => isFirm(node))
    const loose = shoulds.filter(node => !isFirm(node))
    const [firmMatches, looseMatches] = [read(firm, place), read(loose, place)]
    if (place.match === 'all') musts.push(...firmMatches, ...looseMatches)
    else if (musts.length === 0) {
      if (place.match === 'any') {
        const any = [...firmMatches, ...looseMatches]
        if (any.length > 0) musts.push(DocumentMatch.any(any, documents))
      } else {
        musts.push(...firmMatches)
        // The words of a phrase are most of a query already.
        const most = firm.some(node => this.isText(node)) ? 0 : Math.ceil(MOST_CLAUSES * looseMatches.length)
        if (most > 0) musts.push(DocumentMatch.atLeast(most, looseMatches, documents))
      }
    }
    const nots = read(of('not'), { ...place, match: 'all', boost: 0 }).map(match => match.not(documents))
    if (musts.length === 0 && nots.length === 0) return undefined
    return DocumentMatch.all([...musts, ...nots], documents)
  }

  /** Whether a clause is about the words of the text, and not about a value beside it. */
  private isText(node: QueryNode): boolean {
    if (node.type === 'boost') return this.isText(node.node)
    return node.type === 'phrase' || (node.type === 'field' && this.fieldNumber(node.field) >= 0)
  }
}

/** A phrase or a field is meant as it stands; a missing word only costs. */
function isFirm(node: QueryNode): boolean {
  if (node.type === 'boost') return isFirm(node.node)
  return node.type === 'phrase' || node.type === 'field' || node.type === 'range' || node.type === 'exists'
}
