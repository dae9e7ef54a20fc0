import { expect, it } from 'vitest'
import { analyze } from '../../src/index.js'
import { canonical, clean, fold, isClean, toneKey } from '../../src/text/index.js'

const CASES = Number(process.env.TIMTIN_ANALYSIS_CASES ?? 1_000_000)

/** Always the same numbers from 0 up to a bound (a 32-bit xorshift). */
let state = 20_260_101
function random(bound: number): number {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) % bound
}

const WORDS = (
  'Liên đoàn Lao động tỉnh LĐLĐ ldld CĐCS CĐ UBND HĐND BCH hoà hòa vịêt thuỷ qúy giếng khuỷu nghiêng đường ĐƯỜNG ướt ' +
  'Đăk Lăk Daklak TP.HCM Covid-19 Jong-un GD&ĐT LĐ-TB&XH 145/2020/NĐ-CP 05-CT/TW 4.400 19,5 9.7 ngày 31/12/2020 7h30 ' +
  'quý III/2017 0299.3822339 a@b.vn https://x.vn/đ?q=1 #tag @ten coong ddoanf Vie65t vie^.t __proto__ constructor ' +
  'toString hasOwnProperty __defineGetter__ Москва 北京 ไทย العربية हिन्दी 한국어 İstanbul ﬁle ǅ ß ŉ ﬀ Å 𝗟𝗮𝗼 😀 👨‍👩‍👧 🇻🇳'
).split(' ')
const MARKS = '\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u0340\u0341\u0327\u0335\u0358\u0f71\u05bf\u3099'
const SIGNS = ' \t\n\u00a0\u200b\u200d\u00ad\ufeff\u2028.,;:!?()[]"“”-–—/&+_#@%’…'
const LETTERS = 'aăâeêioôơuưydđAĂÂEÊIOÔƠUƯYDĐbcghklmnpqrstvxBCGHKLMNPQRSTVXÐðƉзЗаеорсухΑβ'

const SOURCES: readonly (() => string)[] = [
  () => WORDS[random(WORDS.length)],
  () => WORDS[random(WORDS.length)].normalize('NFD'),
  () => SIGNS[random(SIGNS.length)],
  () => MARKS[random(MARKS.length)],
  () => LETTERS[random(LETTERS.length)],
  () => LETTERS[random(12)] + MARKS[random(8)] + MARKS[random(8)],
  () => String(random(10_000)),
  () => String.fromCharCode(random(0x10000)),
  () => String.fromCharCode(0xd800 + random(0x800)),
  () => String.fromCodePoint(random(0x110000)),
]

function anyText(): string {
  let text = ''
  for (let pieces = random(16); pieces > 0; pieces--) text += SOURCES[random(SOURCES.length)]()
  return text
}

/** What must hold of every text; gives what does not. */
function wrong(text: string): string | undefined {
  const cleaned = clean(text)
  if (clean(cleaned) !== cleaned || !isClean(cleaned)) return 'cleaning twice is not cleaning once'
  const settled = canonical(text)
  if (canonical(settled) !== settled) return 'the canonical form has another canonical form'
  if (canonical(cleaned) !== settled) return 'the canonical form depends on cleaning'
  const folded = fold(text)
  if (fold(folded) !== folded) return 'the folded form is not stable'
  toneKey(text)
  const { tokens, expansions } = analyze(text)
  let reached = 0
  for (const { text: surface, term, start, end } of tokens) {
    if (start < reached || end <= start || end > text.length) return 'the tokens are out of order'
    if (text.slice(start, end) !== surface) return 'a token is not what stands in the text'
    if (term === '') return 'a term is empty'
    reached = end
  }
  for (const { text: surface, start, end, expansions: forms } of expansions) {
    if (text.slice(start, end) !== surface || forms.length === 0) return 'an expansion is not what stands in the text'
  }
  return undefined
}

it(`${CASES} random texts are analyzed without a throw, in order, twice alike`, () => {
  for (let at = 0; at < CASES; at++) {
    const text = anyText()
    let found: string | undefined
    try {
      found = wrong(text)
    } catch (error) {
      found = String(error)
    }
    if (found !== undefined) expect.fail(`${found}: ${JSON.stringify(text)}`)
  }
  expect(Object.keys(Object.prototype)).toEqual([])
})

/** Vietnamese words with their marks taken apart, and some of them in the other order: tone before shape. */
function shuffled(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0302\u0306\u031b\u0300\u0301\u0303\u0309\u0323]{2,}/g, marks =>
      random(2) === 0 ? marks : [...marks].reverse().join(''),
    )
}

it(`${CASES / 10} Vietnamese texts have the same terms composed, decomposed and with shuffled marks`, () => {
  // An address that is glued to a word ends where ASCII does, and that is elsewhere in decomposed letters.
  const vietnamese = WORDS.slice(0, WORDS.indexOf('Москва')).filter(word => !/[@#:]/.test(word))
  const glue = [' ', ', ', '. ', '\n', '-', '/', ' (', ') ']
  for (let at = 0; at < CASES / 10; at++) {
    let text = ''
    for (let words = 1 + random(8); words > 0; words--)
      text += vietnamese[random(vietnamese.length)] + glue[random(glue.length)]
    const terms = (form: string) => analyze(form).tokens.map(({ term, kind }) => `${term} ${kind}`)
    const expected = terms(text.normalize('NFC'))
    for (const form of [text.normalize('NFD'), shuffled(text)]) {
      if (terms(form).join('|') !== expected.join('|')) expect.fail(`other terms: ${JSON.stringify(form)}`)
    }
    if (clean(shuffled(text)) !== clean(text)) expect.fail(`other clean text: ${JSON.stringify(text)}`)
  }
})
