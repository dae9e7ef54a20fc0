/**
 * What cleaning has to do about each UTF-16 unit. One byte a unit, filled from ranges, so that clean text is recognised by
 * one table look-up a character and nothing is allocated for it. Ranges come from the Unicode Character Database
 * (NFC_Quick_Check, Canonical_Combining_Class); a range that holds any unit that NFC may change is `RESIDUAL` as a whole.
 */

/** Nothing to do. */
export const PLAIN = 0
/** U+0020: clean unless a blank follows. */
export const SPACE = 1
/** Any other blank, U+2028 and U+2029 among them: becomes a space. Line feeds are no blanks, they carry layout. */
export const BLANK = 2
/** Combining marks of the Latin, Greek and Cyrillic scripts, U+0300 to U+036F. */
export const MARK = 3
/** Always dropped: soft hyphen, byte-order mark, word joiner. */
export const DROP = 4
/** Dropped in Latin text, but kept after other scripts and emoji, where joiners and bidi controls have a meaning. */
export const JOINER = 5
/** Replaced by one or more others: see `replacement`. */
export const REPLACED = 6
/** A Cyrillic or Greek letter that looks like a Latin one: matters only inside a Latin word. */
export const LOOKALIKE = 7
/** May not be in NFC: left to the platform's `normalize`. */
export const RESIDUAL = 8
/** U+D835, the first half of the mathematical letters and digits. */
export const MATHEMATICAL = 9

/** Cyrillic and Greek letters with the Latin letters that they are mistaken for (Unicode confusables, upright forms). */
const LOOKALIKES = 'АAВBЕEКKМMНHОOРPСCТTУYХXаaеeоoрpсcуyхxіiІIѕsЅSјjЈJһhԁdԛqԜWԝwΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνv'

const LIGATURES = ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st']

/** Characters whose normal form is another single character, where that one is no letter of the same script. */
const SINGLETONS = ['\u212aK', '\u212bÅ', '\u0374\u02b9', '\u037e;', '\u0387\u00b7', '\u1fef`', '\u1ffd\u00b4']

const REPLACEMENTS = /* @__PURE__ */ new Map<number, string>()
const LATIN_TWINS = /* @__PURE__ */ new Map<number, number>()

/** The class of each UTF-16 unit. */
export const CLASS = /* @__PURE__ */ buildClasses()

/** What a unit of class `REPLACED` becomes. */
export function replacement(code: number): string {
  return REPLACEMENTS.get(code) ?? String.fromCharCode(code)
}

/** The Latin letter that a Cyrillic or Greek one is mistaken for, or the same code. */
export function latinTwin(code: number): number {
  return LATIN_TWINS.get(code) ?? code
}

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000)
  const mark = (kind: number, ...ranges: number[]): void => {
    for (let i = 0; i < ranges.length; i += 2) classes.fill(kind, ranges[i], ranges[i + 1] + 1)
  }
  const replace = (from: number, to: string): void => {
    REPLACEMENTS.set(from, to)
    classes[from] = REPLACED
  }
  // Greek singletons, then Armenian to Tibetan, Hangul jamo, Ethiopic, Khmer, Mongolian, …, and marks wherever they stand.
  mark(RESIDUAL, 0x374, 0x374, 0x37e, 0x37e, 0x387, 0x387, 0x483, 0x487, 0x530, 0x1cff, 0x1dc0, 0x1dff, 0x1f00, 0x1fff)
  mark(RESIDUAL, 0x20d0, 0x20ff, 0x2126, 0x2126, 0x2329, 0x232a, 0x2adc, 0x2adc, 0x2c80, 0x2dff, 0x302a, 0x302f)
  mark(RESIDUAL, 0x3099, 0x309a, 0xa66f, 0xabff, 0xd7b0, 0xd7ff, 0xf900, 0xfaff, 0xfb07, 0xfb4f, 0xfe20, 0xfe2f)
  // First halves of astral scripts with marks; not emoji (D83C to D83E) nor unified ideographs (D840 to D87D).
  mark(RESIDUAL, 0xd800, 0xd83b, 0xd87e, 0xdb3f)
  mark(MARK, 0x300, 0x36f)
  mark(SPACE, 0x20, 0x20)
  mark(BLANK, 0x09, 0x09, 0x0b, 0x0c, 0xa0, 0xa0, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x202f, 0x205f, 0x205f)
  mark(BLANK, 0x1680, 0x1680, 0x3000, 0x3000)
  mark(DROP, 0xad, 0xad, 0x34f, 0x34f, 0x2060, 0x2064, 0xfeff, 0xfeff)
  mark(JOINER, 0x200b, 0x200f, 0x202a, 0x202e, 0x2066, 0x206f)
  mark(MATHEMATICAL, 0xd835, 0xd835)

  // Eth and African D stand for đ on Vietnamese pages; the rest are other code points of the same character.
  for (const [from, to] of [
    'ÐĐ',
    'ðđ',
    'ƉĐ',
    'ɖđ',
    '\u0340\u0300',
    '\u0341\u0301',
    '\u2010-',
    '\u2011-',
    ...SINGLETONS,
  ])
    replace(from.charCodeAt(0), to)
  for (const [code, digit] of [
    [0xb2, '2'],
    [0xb3, '3'],
    [0xb9, '1'],
  ] as const)
    replace(code, digit)
  for (let digit = 0; digit < 10; digit++) {
    if (digit === 0 || digit > 3) replace(0x2070 + digit, String(digit))
    replace(0x2080 + digit, String(digit))
  }
  for (let code = 0xff01; code <= 0xff5e; code++) replace(code, String.fromCharCode(code - 0xfee0))
  for (const [i, letters] of LIGATURES.entries()) replace(0xfb00 + i, letters)
  // The letterlike symbols that fill the gaps of the mathematical alphabets.
  const letterlike = 'ℂCℊgℋHℌHℍHℎhℐIℑIℒLℓlℕNℙPℚQℛRℜRℝRℤZℨZℬBℭCℯeℰEℱFℳMℴoⅅDⅆdⅇeⅈiⅉj'
  for (let i = 0; i < letterlike.length; i += 2) replace(letterlike.charCodeAt(i), letterlike[i + 1])
  for (let i = 0; i < LOOKALIKES.length; i += 2) {
    LATIN_TWINS.set(LOOKALIKES.charCodeAt(i), LOOKALIKES.charCodeAt(i + 1))
    classes[LOOKALIKES.charCodeAt(i)] = LOOKALIKE
  }
  return classes
}

/** The letter or digit that U+D835 followed by `low` draws, as a UTF-16 unit; 0 where it is Greek or unassigned. */
export function mathematicalLetter(low: number): number {
  const offset = low - 0xdc00
  if (offset < 0 || offset > 0x3ff) return 0
  if (offset >= 0x3ce) return 48 + ((offset - 0x3ce) % 10)
  if (offset < 0x2a4) return offset % 52 < 26 ? 65 + (offset % 52) : 71 + (offset % 52)
  if (offset === 0x2a4) return 105
  return offset === 0x2a5 ? 106 : 0
}
