/** Composing combining marks onto Latin letters, in whatever order they were typed. */
import { CLASS, MARK } from './character-classes.js'
import { isCapitalVowel, TONED_CAPITALS, TONED_VOWELS, vowelLetter } from './letters.js'

/** The tone that a combining mark writes; 0 for other marks. */
function toneOfMark(mark: number): number {
  switch (mark) {
    case 0x300:
      return 1
    case 0x309:
      return 2
    case 0x303:
      return 3
    case 0x301:
      return 4
    case 0x323:
      return 5
    default:
      return 0
  }
}

/** The vowel number of a plain vowel under a shape mark: breve, circumflex or horn; -1 where the two do not go together. */
function shaped(vowel: number, mark: number): number {
  if (mark === 0x306) return vowel === 0 ? 1 : -1
  if (mark === 0x302) return vowel === 0 ? 2 : vowel === 3 ? 4 : vowel === 6 ? 7 : -1
  if (mark === 0x31b) return vowel === 6 ? 8 : vowel === 9 ? 10 : -1
  return -1
}

const SHAPE_OF_VOWEL = [0, 0x306, 0x302, 0, 0x302, 0, 0, 0x302, 0x31b, 0, 0x31b, 0]

/** How far composition got: the units left, and whether marks remain that only full normalization can settle. */
export interface Composed {
  readonly length: number
  readonly residual: boolean
}

/**
 * Composes the marks in the first `length` units, in place. On a Vietnamese vowel the shape goes first and the tone second
 * whatever their order, doubled marks count once, and a mark that a space has torn off its vowel returns to it. A stroke
 * over d makes đ. Other letters and marks stay for NFC.
 */
export function composeMarks(units: Uint16Array, length: number): Composed {
  let out = 0
  let residual = false
  for (let i = 0; i < length; ) {
    if (CLASS[units[i]] !== MARK) {
      units[out++] = units[i++]
      continue
    }
    let end = i + 1
    while (end < length && CLASS[units[end]] === MARK) end++
    if (out > 1 && units[out - 1] === 0x20 && takesAll(units[out - 2], units, i, end)) out--
    const before = out
    if (out > 0) out = composeCluster(units, out - 1, i, end)
    else while (i < end) units[out++] = units[i++]
    if (out > before) residual = true
    i = end
  }
  return { length: out, residual }
}

/** Whether a vowel can still take each of the marks units[start..end), which stand apart from it. */
function takesAll(base: number, units: Uint16Array, start: number, end: number): boolean {
  const letter = vowelLetter(base)
  if (letter < 0) return false
  const tone = letter % 6
  for (let i = start; i < end; i++) {
    const taken = toneOfMark(units[i]) > 0 ? tone === 0 : shaped((letter - tone) / 6, units[i]) >= 0
    if (!taken) return false
  }
  return true
}

/** Whether all marks are tones or shapes; any other mark takes part in canonical ordering, which is for NFC to do. */
function allVietnamese(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const mark = units[i]
    if (toneOfMark(mark) === 0 && mark !== 0x302 && mark !== 0x306 && mark !== 0x31b) return false
  }
  return true
}

/** Puts the marks units[start..end) onto the letter units[at]; returns where output goes on. */
function composeCluster(units: Uint16Array, at: number, start: number, end: number): number {
  let out = at + 1
  const base = units[at]
  const letter = vowelLetter(base)
  if (letter < 0 || !allVietnamese(units, start, end)) {
    const small = base === 0x64 || base === 0x111
    if (small || base === 0x44 || base === 0x110) {
      for (; start < end && units[start] >= 0x335 && units[start] <= 0x336; start++) units[at] = small ? 0x111 : 0x110
    }
    while (start < end) units[out++] = units[start++]
    return out
  }
  let tone = letter % 6
  let vowel = (letter - tone) / 6
  // Two rounds, shapes before tones; what neither can use is kept behind the letter in its order.
  for (let i = start; i < end; i++) {
    const next = shaped(vowel, units[i])
    if (next >= 0) vowel = next
  }
  const shape = SHAPE_OF_VOWEL[vowel]
  for (let i = start; i < end; i++) {
    const mark = units[i]
    const other = toneOfMark(mark)
    if (mark === shape || (other > 0 && other === tone)) continue
    if (other > 0 && tone === 0) tone = other
    else if (!units.subarray(at + 1, out).includes(mark)) units[out++] = mark
  }
  units[at] = (isCapitalVowel(base) ? TONED_CAPITALS : TONED_VOWELS).charCodeAt(vowel * 6 + tone)
  return out
}
