/** How much a reading of a text looks like Vietnamese: what its words with unusual characters become. */
import { parseLoose } from '../loose.js'
import { parseCanonical } from '../syllable.js'
import { canonical, hasMarks } from '../tone.js'
import { clean, toLower } from '../unicode.js'

/** The commonest marked words of the press; they settle which of two old codes a short text is in. */
const COMMON = new Set(
  (
    'và của là có không được đã những với trong để một người cho đến này khi các từ về tại ở ra vào đó như phải lại nhiều ' +
    'năm sự việc đầu nhà nước hội công động đoàn lao tỉnh thành phố đồng định việt học làm sẽ trên bộ số cũng đi thì tế hà nội'
  ).split(' '),
)

/** The evidence that some words give for a reading. */
export interface Evidence {
  /** Words that are Vietnamese syllables with marks. */
  readonly valid: number
  /** `valid` plus a bonus for words that are very common. */
  readonly score: number
}

/** Judges words as they stand in one reading. */
export function judge(words: readonly string[]): Evidence {
  let valid = 0
  let common = 0
  for (const raw of words) {
    const word = clean(raw)
    if (mixesCase(word)) continue
    const settled = canonical(word)
    if (!hasMarks(settled)) continue
    if (parseCanonical(settled) === undefined && parseLoose(settled)?.length !== 1) continue
    valid++
    if (COMMON.has(settled)) common++
  }
  return { valid, score: valid + common / 2 }
}

/** A small letter before a capital (lÃ, ViÖT) is no Vietnamese writing. */
function mixesCase(word: string): boolean {
  let small = false
  for (const char of word) {
    const lower = toLower(char)
    if (lower !== char) {
      if (small) return true
    } else if (char.toUpperCase() !== char) small = true
  }
  return false
}
