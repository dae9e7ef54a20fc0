/** The keys of an input method: what is typed for each mark. */
interface Keys {
  /** For grave, hook above, tilde, acute and dot below, in this order; typed at the end of the word. */
  readonly tones: string
  /** For a circumflex, behind its letter; in Telex the letter itself once more. */
  circumflex(letter: string): string
  readonly breve: string
  readonly horn: string
  /** For the stroke of đ, behind the d. */
  readonly stroke: string
}

const TELEX: Keys = {
  tones: 'frxsj',
  circumflex: letter => letter.toLowerCase(),
  breve: 'w',
  horn: 'w',
  stroke: 'd',
}
const VNI: Keys = { tones: '23415', circumflex: () => '6', breve: '8', horn: '7', stroke: '9' }

const TONES = '\u0300\u0309\u0303\u0301\u0323'
const WORD = /[\p{L}\p{M}]+/gu

/** A text as it stands when somebody typed it by Telex while the input method was off: shapes where they are, tones last. */
export function rawTelex(text: string): string {
  return text.replace(WORD, word => keysOf(word, TELEX))
}

/** The same by VNI. */
export function rawVni(text: string): string {
  return text.replace(WORD, word => keysOf(word, VNI))
}

function keysOf(word: string, { tones, circumflex, breve, horn, stroke }: Keys): string {
  let keys = ''
  let tone = ''
  for (const unit of word.normalize('NFD')) {
    const at = TONES.indexOf(unit)
    if (at >= 0) tone = tones[at]
    else if (unit === '\u0302') keys += circumflex(keys[keys.length - 1])
    else if (unit === '\u0306') keys += breve
    else if (unit === '\u031b') keys += horn
    else if (unit === 'đ' || unit === 'Đ') keys += (unit === 'đ' ? 'd' : 'D') + stroke
    else keys += unit
  }
  return keys + tone
}
