/**
 * One spelling for a word wherever its tone mark was put. What identifies a syllable is its letters and its tone, never the
 * letter that bears the mark, so every placement (hoà, vịêt, thuýên, qúa, cuả) comes down to the same canonical word.
 */
import { foldUnit } from './fold.js'
import { TONED_VOWELS, type Tone, vowelLetter } from './letters.js'
import { parseCanonical, printSyllable, type Syllable, stripTone } from './syllable.js'
import { placeTone, type ToneStyle, tonePosition, vowelRuns } from './tone-placement.js'
import { clean, toLower } from './unicode.js'
import { mapWords } from './words.js'

/**
 * The canonical form of a word or of each word of a text: clean, lower-case, tone in the old style (hòa, thủy). Words that
 * are no syllables are cleaned and lower-cased, and a tone in their only run of vowels is placed by the same rules.
 */
export function canonical(text: string): string {
  return settle(toLower(clean(text)), canonicalOld)
}

/** `canonical` with the tone in the new style: hoà, khoẻ, thuỷ. */
export function canonicalNew(text: string): string {
  return settle(toLower(clean(text)), word => canonicalWord(word, 'new'))
}

/** Rounds that settle every word, those with several tones and marks of other scripts among them. */
const MOST_ROUNDS = 4

/** Maps the words; where a moved tone lets a vowel take a mark that stood apart, once more. */
function settle(text: string, change: (word: string) => string): string {
  let settled = text
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const mapped = clean(mapWords(settled, change))
    if (mapped === settled) break
    settled = mapped
  }
  return settled
}

function canonicalOld(word: string): string {
  return canonicalWord(word, 'old')
}

function canonicalWord(word: string, style: ToneStyle): string {
  if (isPlaced(word, style)) return word
  const { base, tone } = stripTone(word)
  if (tone > 0) return vowelRuns(base) === 1 ? placeTone(base, tone, style) : word
  if (tone < 0) return word
  return withStrayTone(word, style)
}

/** Whether there is one tone, where it belongs, or none at all: holds for nearly all words, and makes no strings. */
function isPlaced(word: string, style: ToneStyle): boolean {
  let toned = -1
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    const letter = vowelLetter(code)
    if (letter % 6 > 0) {
      if (toned >= 0) return false
      toned = i
    } else if (letter < 0 && mayBeStray(code)) {
      return false
    }
  }
  return toned < 0 || (vowelRuns(word) === 1 && tonePosition(word, style) === toned)
}

/** The consonants of `STRAY`, and combining marks, lie among these. */
function mayBeStray(code: number): boolean {
  return code > 0x106 && (code < 0x1fa ? code !== 0x111 : code >= 0x300)
}

/** Consonants that bear a tone mark which slid off its vowel, each followed by the consonant and the tone. */
const STRAY = 'ćc4ǵg4ḱk4ĺl4ḿm4ńn4ṕp4ŕr4śs4ẃw4źz4ǹn1ẁw1ḅb5ḍd5ḥh5ḳk5ḷl5ṃm5ṇn5ṛr5ṣs5ṭt5ṿv5ẉw5'
const STRAY_MARKS = '\u0300\u0309\u0303\u0301\u0323'

/** A tone typed after a consonant (Viêṭ, ḅi) goes to the vowel if that makes a syllable; other words stay. */
function withStrayTone(word: string, style: ToneStyle): string {
  let base = ''
  let tone = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (!mayBeStray(code)) {
      base += word[i]
      continue
    }
    const stray = STRAY.indexOf(word[i])
    const mark = STRAY_MARKS.indexOf(word[i]) + 1
    if (stray < 0 && mark === 0) {
      base += word[i]
      continue
    }
    if (tone > 0) return word
    if (stray >= 0) base += STRAY[stray + 1]
    tone = mark > 0 ? mark : STRAY.charCodeAt(stray + 2) - 48
  }
  if (tone === 0) return word
  const placed = placeTone(base, tone, style)
  return parseCanonical(placed) === undefined ? word : placed
}

/**
 * Repairs the spellings whose horn sits on one letter of ươ only (nưóc → nước, thuờng → thường), word by word, where the
 * word as written is no syllable and the repaired one is. The result is canonical.
 */
export function repair(text: string): string {
  return settle(toLower(clean(text)), repairWord)
}

function repairWord(word: string): string {
  const settled = canonicalOld(word)
  if (parseCanonical(settled) !== undefined) return settled
  const { base, tone } = stripTone(settled)
  const horned = base.replace('ưo', 'ươ').replace('uơ', 'ươ')
  if (horned === base || tone < 0) return settled
  const repaired = placeTone(horned, tone, 'old')
  return parseCanonical(repaired) === undefined ? settled : repaired
}

/**
 * The letters without tone and the tone as a digit, word by word: hoà → hoa1, việt → viêt5, ma → ma. 1 huyền, 2 hỏi,
 * 3 ngã, 4 sắc, 5 nặng, no digit for level. Words that are no single syllable stay canonical.
 */
export function toneKey(text: string): string {
  return mapWords(canonical(text), word => {
    const { base, tone } = stripTone(word)
    return tone > 0 && vowelRuns(base) === 1 ? base + tone : word
  })
}

/** The tone of a word, 0 to 5: that of its first toned vowel, 0 where none has any. */
export function toneOf(word: string): Tone {
  const settled = canonical(word)
  for (let i = 0; i < settled.length; i++) {
    const tone = vowelLetter(settled.charCodeAt(i)) % 6
    if (tone > 0) return tone as Tone
  }
  return 0
}

/** Whether a canonical word has any mark: đ, a vowel shape, a tone, or a mark of another language. */
export function hasMarks(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code > 127 && foldUnit(code) !== code) return true
  }
  return false
}

/**
 * The accent lattice: whether a typed word may mean a written one. Both are canonical and fold alike. Of each kind of mark
 * (the stroke of đ, the shapes of the vowels, the tone) the typed word must show the same or nothing: duong, đuong, dường
 * and dương agree with đường; đướng does not (another tone), nor does đường with dương (marks that are not written).
 */
export function marksAgree(typed: string, written: string): boolean {
  if (typed === written) return true
  if (typed.length !== written.length) return false
  let typedTone = 0
  let writtenTone = 0
  for (let i = 0; i <= typed.length; i++) {
    const a = i < typed.length ? typed.charCodeAt(i) : 0
    const b = i < typed.length ? written.charCodeAt(i) : 0
    const letterA = vowelLetter(a)
    const letterB = vowelLetter(b)
    if (letterA < 0 || letterB < 0) {
      // The end of a run of vowels: the tone may stand on another letter, since placement depends on the shapes.
      if (typedTone > 0 && typedTone !== writtenTone) return false
      typedTone = 0
      writtenTone = 0
      if (a !== b && foldUnit(b) !== a) return false
      continue
    }
    const shapeA = letterA - (letterA % 6)
    const shapeB = letterB - (letterB % 6)
    if (shapeA !== shapeB && foldUnit(TONED_VOWELS.charCodeAt(shapeB)) !== TONED_VOWELS.charCodeAt(shapeA)) return false
    typedTone ||= letterA % 6
    writtenTone ||= letterB % 6
  }
  return true
}

/**
 * Rewrites, in whichever direction the press prefers, the lone i or y after h, k, l, m, qu, s, v: lí → lý, kĩ → kỹ,
 * quí → quý, but bác sỹ → bác sĩ, mỳ → mì. Case is kept; spellings in even use (tỉ, tỷ) stay, and so do all diphthongs
 * (tai and tay are different words). Works on a word or a text, which comes back clean.
 */
export function preferredY(text: string): string {
  return mapWords(clean(text), word => {
    const parsed = parseCanonical(canonicalOld(toLower(word)))
    if (parsed === undefined || !isLoneY(parsed)) return word
    const swapped = printSyllable({ ...parsed, nucleus: parsed.nucleus === 'i' ? 'y' : 'i' })
    if (!PREFERRED_Y.includes(swapped)) return word
    const last = swapped[swapped.length - 1]
    const capital = word[word.length - 1] !== toLower(word[word.length - 1])
    return word.slice(0, -1) + (capital ? last.toUpperCase() : last)
  })
}

/** The usual spelling of each pair with a clear majority, by counts over 20,000 newspaper articles of 2017. */
const PREFERRED_Y = 'hy hí kỳ kỷ kỹ ký kỵ ly lý lỵ lì mỹ mì mỉ quy quỳ quỷ quỹ quý quỵ sĩ sỉ vĩ'.split(' ')

const ALTERNATING = ['h', 'k', 'l', 'm', 'q', 's', 't', 'v']

/** Lone: nothing after it, and no glide before it but that of q (luy is no spelling of lui). */
function isLoneY({ onset, glide, nucleus, coda }: Syllable): boolean {
  if (coda !== '' || (nucleus !== 'i' && nucleus !== 'y')) return false
  return ALTERNATING.includes(onset) && (glide === '' || onset === 'q')
}

/**
 * Whether two words are the same but for a lone final i or y after h, k, l, m, qu, s, t, v (kĩ, kỹ). A weak equivalence:
 * some such pairs are different words or names (ti, ty), so it suits queries at a lower weight, never rewriting. Inside
 * diphthongs i and y always differ: tai and tay, lui and luy.
 */
export function sameUpToY(a: string, b: string): boolean {
  const first = canonical(a)
  const second = canonical(b)
  return first === second || withI(first) === withI(second)
}

function withI(text: string): string {
  return mapWords(text, word => {
    const parsed = parseCanonical(word)
    if (parsed === undefined || parsed.nucleus !== 'y' || !isLoneY(parsed)) return word
    return printSyllable({ ...parsed, nucleus: 'i' })
  })
}
