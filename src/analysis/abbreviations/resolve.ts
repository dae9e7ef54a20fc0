import { longFormWords } from './long-form.js'
import { ABBREVIATIONS, type AbbreviationTable, type Expansion } from './table.js'

/** What is known about the document (or the query) in which an abbreviation stands. */
export interface ResolveContext {
  /** The long form that the document itself gives for the abbreviation, as `findDefinitions` finds it. */
  readonly definition?: string | undefined
  /** Whether these canonical lower-case words stand in the document, one after the other or at least all of them. */
  has?(words: readonly string[]): boolean
  /** Whether the text around is typed with marks: then HD is not HĐ as long as HD itself has a sense. Default false. */
  readonly marked?: boolean
  /** Where to look the abbreviation up; our own table by default. */
  readonly table?: AbbreviationTable
}

/** A sense with its part of the whole weight. */
export interface Share {
  readonly expansion: Expansion
  /** Above 0; the shares of one abbreviation add up to 1. */
  readonly weight: number
}

/** What an abbreviation stands for. */
export interface Resolution {
  /** The sense, when it is settled. */
  readonly expansion: Expansion | undefined
  /** The senses left to choose from, best first: one when it is settled, none when nothing is known. */
  readonly shares: readonly Share[]
  /** What settled it: the document's definition, its other words, or that there is only one sense. */
  readonly by: 'definition' | 'only' | 'context' | undefined
}

/** Weight that senses keep beside others when only the marks that were left out tell them apart. */
const MARKS_LEFT_OUT_FACTOR = 0.5

/**
 * The sense of an abbreviation in its document: the one that the document defines, else the only one known, else the only
 * one whose words stand in the document; else the senses share the weight, by their own weights.
 */
export function resolve(abbreviation: string, context: ResolveContext = {}): Resolution {
  const table = context.table ?? ABBREVIATIONS
  const known = table.expansions(abbreviation)
  const senses = context.marked === true ? known.filter(writtenAs(known[0]?.abbreviation)) : known
  if (context.definition !== undefined) {
    const words = longFormWords(context.definition)
    if (words.length > 0)
      return settled(
        senses.find(hasText(words.join(' '))) ?? defined(abbreviation, context.definition, words),
        'definition',
      )
  }
  if (senses.length === 0) return { expansion: undefined, shares: [], by: undefined }
  if (!senses[0].ambiguous && senses.every(sense => withoutAnd(sense) === withoutAnd(senses[0]))) {
    return settled(senses[0], 'only')
  }
  const standing = context.has === undefined ? [] : senses.filter(sense => context.has?.(sense.words) === true)
  if (standing.length === 1) return settled(standing[0], 'context')
  return {
    expansion: undefined,
    shares: share(standing.length > 0 ? standing : senses, senses[0].abbreviation),
    by: undefined,
  }
}

function hasText(text: string): (sense: Expansion) => boolean {
  return sense => sense.text === text
}

function writtenAs(abbreviation: string | undefined): (sense: Expansion) => boolean {
  return sense => sense.abbreviation === abbreviation
}

/** GD&ĐT and GD-ĐT are one sense: giáo dục (và) đào tạo. */
function withoutAnd(sense: Expansion): string {
  return sense.words.filter(word => word !== 'và').join(' ')
}

function settled(expansion: Expansion, by: Resolution['by']): Resolution {
  return { expansion, shares: [{ expansion, weight: 1 }], by }
}

function defined(abbreviation: string, display: string, words: readonly string[]): Expansion {
  return { abbreviation, text: words.join(' '), words, display, domain: 'learned', ambiguous: false, weight: 1 }
}

function share(senses: readonly Expansion[], best: string): Share[] {
  const weights = senses.map(
    sense => Math.max(sense.weight, 1e-6) * (sense.abbreviation === best ? 1 : MARKS_LEFT_OUT_FACTOR),
  )
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return senses.map((expansion, i) => ({ expansion, weight: weights[i] / sum }))
}
