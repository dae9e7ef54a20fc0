import type { FoldGroup, TermDictionary } from '../index/terms.js'
import { FoldedForms } from './folded-forms.js'

/** A folded form near a misspelling. */
export interface FuzzyForm {
  readonly group: FoldGroup
  /** Letters put in, left out or exchanged. */
  readonly distance: number
}

/**
 * The folded forms of a dictionary at most `most` edits from `folded`, in their order. Reads the dictionary into memory the
 * first time (see `FoldedForms`).
 */
export function fuzzyForms(dictionary: TermDictionary, folded: string, most: number): FuzzyForm[] {
  const forms = FoldedForms.of(dictionary)
  return forms.within(folded, most).flatMap(({ form, distance }) => {
    const group = dictionary.group(forms.form(form))
    return group ? [{ group, distance }] : []
  })
}
