import { badOption, rejectUnknown } from '../../index/settings.js'
import type { PassageOptions } from './passages.js'

/** How snippets are cut. */
export interface HighlightOptions {
  /** The most passages of a field, 1 to 3. Default 1. */
  readonly fragments?: number
  /** The most characters (UTF-16 units) of a passage, 40 to 2,000; a longer match is shown whole. Default 200. */
  readonly length?: number
}

const MOST_FRAGMENTS = 3
const SHORTEST = 40
const LONGEST = 2000

/** Checks the option `highlight` and fills in the defaults; false for none. Throws a `UsageError` that names what is wrong. */
export function readHighlight(given: boolean | HighlightOptions): PassageOptions | false {
  if (given === false) return false
  if (given === true) return { fragments: 1, length: 200 }
  if (given === null || typeof given !== 'object') throw badOption('highlight', 'true, false or an object', given)
  rejectUnknown(given, ['fragments', 'length'], 'highlight option')
  const { fragments = 1, length = 200 } = given
  if (!(Number.isInteger(fragments) && fragments >= 1 && fragments <= MOST_FRAGMENTS))
    throw badOption('highlight.fragments', `a whole number from 1 to ${MOST_FRAGMENTS}`, fragments)
  if (!(Number.isInteger(length) && length >= SHORTEST && length <= LONGEST))
    throw badOption('highlight.length', `a whole number from ${SHORTEST} to ${LONGEST}`, length)
  return { fragments, length }
}
