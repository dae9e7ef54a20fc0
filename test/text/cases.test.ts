import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { decodeBytes, decodeLegacy } from '../../src/text/encodings/index.js'
import {
  canonical,
  canonicalNew,
  clean,
  decodeTelex,
  decodeViqr,
  decodeVni,
  fold,
  isSyllable,
  preferredY,
  readInformal,
  repair,
  sameUpToY,
  toLower,
  toneKey,
} from '../../src/text/index.js'
import { describeShared, hasShared, sharedPath } from '../shared.js'

/** How each rule of the shared table is run: input in, what is compared with the expected column out. */
const RULES = new Map<string, (input: string) => string>([
  ['clean', clean],
  ['lower', input => toLower(clean(input))],
  ['canon', canonical],
  ['canon-new', canonicalNew],
  ['canon-repair', repair],
  ['tone-key', toneKey],
  ['iy-preferred', preferredY],
  ['iy-distinct', distinct],
  ['fold', fold],
  ['is-vietnamese-syllable', input => (isSyllable(input) ? 'yes' : 'no')],
  ['telex', decodeTelex],
  ['vni', decodeVni],
  ['viqr', decodeViqr],
  ['tcvn3', input => decodeLegacy(input).text],
  ['vni-win', input => decodeLegacy(input).text],
  ['utf8-as-latin1', input => decodeLegacy(input).text],
  ['cp1258-bytes', input => decodeBytes(Uint8Array.from(input.split(' '), hex => Number.parseInt(hex, 16))).text],
  ['teencode', readInformal],
])

/** `tai ≠ tay`: the words joined by a bar when they are distinct, else the one spelling. */
function distinct(input: string): string {
  const [a, b] = input.split(' ≠ ')
  return sameUpToY(a, b) ? a : `${a}|${b}`
}

function unescaped(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

describeShared('analyzer-cases.tsv', () => {
  const rows = (hasShared() ? readFileSync(sharedPath('data/text/analyzer-cases.tsv'), 'utf8') : '')
    .split('\n')
    .slice(1)
    .filter(line => line !== '')
    .map(line => line.split('\t'))
  for (const [input, rule, expected] of rows) {
    const run = RULES.get(rule)
    if (run !== undefined) it(`${rule}: ${input}`, () => expect(run(unescaped(input))).toBe(unescaped(expected)))
  }
})
