import { rejectUnknown } from '../index/settings.js'
import { readSynonyms, type SynonymRule } from './synonyms/rules.js'

/** Options of `openIndex`; all have defaults. */
export interface OpenOptions {
  /**
   * Expressions that mean the same, for queries: `ô tô, xe hơi` both ways, `xe ôm công nghệ, xe công nghệ => grab` from left to right:
   * who asks for what stands left finds what stands right too. Several words are one expression. Default none.
   */
  readonly synonyms?: readonly string[]
}

/** Checks the options of `openIndex`; throws a `UsageError` that names the option, for synonyms the entry. */
export function readOpenOptions(options: OpenOptions): readonly SynonymRule[] {
  rejectUnknown(options, ['synonyms'], 'open option')
  return readSynonyms(options.synonyms === undefined ? [] : options.synonyms)
}
