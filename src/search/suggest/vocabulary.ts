import type { TermDictionary } from '../../index/terms.js'
import { UNKNOWN_MARKS } from '../../index/terms.js'
import { stripTone } from '../../text/syllable.js'
import type { TypedLetters } from '../correct/channel.js'
import { FoldedForms } from '../folded-forms.js'

/** Terms that are kept as text. */
const MOST_KEPT = 16384

/** A term as text. */
export interface TermText {
  readonly word: string
  readonly base: string
  readonly tone: number
}

/** The terms of an index by their ordinals and by what begins them. */
export class TermTexts {
  readonly forms: FoldedForms
  private readonly kept = new Map<number, TermText>()

  constructor(private readonly dictionary: TermDictionary) {
    this.forms = FoldedForms.of(dictionary)
  }

  /** The text of a term. */
  text(ordinal: number): TermText {
    const known = this.kept.get(ordinal)
    if (known) return known
    const { forms, dictionary } = this
    const form = forms.formOf(ordinal)
    const group = dictionary.group(forms.form(form))
    const term = group?.spellings[ordinal - group.first] ?? ''
    const word = term.startsWith(UNKNOWN_MARKS) ? term.slice(UNKNOWN_MARKS.length) : term
    const made = { word, ...stripTone(word) }
    if (this.kept.size >= MOST_KEPT) this.kept.clear()
    this.kept.set(ordinal, made)
    return made
  }

  /** The ordinals of the terms that begin with these letters, marks aside: the first, and the first behind them. */
  range(folded: string): readonly [low: number, high: number] {
    const [from, to] = this.forms.withPrefix(folded)
    return from < to ? [this.forms.firsts[from], this.forms.firsts[to]] : [0, 0]
  }

  /**
   * Whether a term may be what somebody is typing: marks typed must agree, those left out may come yet; the tone may move to
   * another vowel before the syllable is done (hoà, hoàn).
   */
  mayBecome({ base, tone }: TypedLetters, ordinal: number): boolean {
    const term = this.text(ordinal)
    if (tone !== 0 && tone !== term.tone) return false
    for (let at = 0; at < base.length; at++) {
      if (base[at] !== term.base[at] && base[at] > '\u007f') return false
    }
    return true
  }
}
