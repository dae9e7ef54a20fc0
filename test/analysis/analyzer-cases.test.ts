import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  ABBREVIATIONS,
  expandText,
  findDefinitions,
  findLongForms,
  longFormWords,
} from '../../src/analysis/abbreviations/index.js'
import { findDates, formatDate } from '../../src/analysis/dates/index.js'
import { findEntities } from '../../src/analysis/entities.js'
import { readNumber } from '../../src/analysis/numbers.js'
import {
  districtProvinces,
  inferProvince,
  placeName,
  province2025,
  provinceByName,
} from '../../src/analysis/places/index.js'
import { analyze, buildIndex, openIndex } from '../../src/index.js'
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
  marksAgree,
  preferredY,
  readInformal,
  repair,
  sameUpToY,
  toLower,
  toneKey,
} from '../../src/text/index.js'
import { describeShared, hasShared, sharedPath } from '../shared.js'

/**
 * How each rule of the shared table is read: the input goes in, what is compared with the expected column comes out.
 * `match` sees the expected column too, because that names the documents.
 */
const READERS = new Map<string, (input: string, expected: string) => string | Promise<string>>([
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
  ['tokens', tokens],
  ['number', number],
  ['date', input => findDates(input).map(formatDate).join(' | ') || 'none'],
  ['entity', entity],
  ['abbr-define', definition],
  ['abbr-expand', expansion],
  ['abbr-contract', contraction],
  ['province-alias', input => provinceByName(input)?.name ?? 'none'],
  ['place-alias', input => placeName(input) ?? 'none'],
  ['province-infer', inferred],
  ['province-2025', input => province2025(input) ?? 'none'],
  ['match', match],
])

/** `tai ≠ tay`: the words joined by a bar when they are distinct, else the one spelling. */
function distinct(input: string): string {
  const [a, b] = input.split(' ≠ ')
  return sameUpToY(a, b) ? a : `${a}|${b}`
}

/** The terms, once it is sure that the tokens lie in order where they say. */
function tokens(input: string): string {
  let reached = 0
  const terms = analyze(input).tokens.map(({ text, term, start, end }) => {
    expect(start).toBeGreaterThanOrEqual(reached)
    expect(input.slice(start, end)).toBe(text)
    reached = end
    return term
  })
  return terms.join('|')
}

function number(input: string): string {
  const reading = readNumber(input)
  if (reading === undefined) return 'none'
  if (reading.to !== undefined) return `range ${reading.value}..${reading.to}`
  return `${reading.value}${reading.kind === 'percent' ? reading.unit : ''}`
}

function entity(input: string): string {
  const names = new Map([['document-number', 'docnum']])
  return findEntities(input)
    .map(({ kind, value, host }) => `${names.get(kind) ?? kind} ${kind === 'url' ? `host ${host}` : value}`)
    .join('; ')
}

function definition(input: string): string {
  const found = findDefinitions(input).map(({ abbreviation, expansion: long }) => `${abbreviation}=${long}`)
  return found.join('; ') || 'none'
}

/** The senses of an abbreviation; of a text with abbreviations in it, the text with these written out. */
function expansion(input: string): string {
  const senses = ABBREVIATIONS.expansions(input)
  return senses.length > 0 ? senses.map(({ text }) => text).join('|') : expandText(input)
}

/** The abbreviation of a long form; of a phrase, the phrase with its abbreviations written out. */
function contraction(input: string): string {
  const words = longFormWords(input)
  const [first] = findLongForms(words)
  if (first !== undefined && first.end - first.start === words.length) return first.abbreviations[0]
  return `phrase also matches: ${expandText(input)}`
}

/** What a text says of its province. */
function inferred(input: string): string {
  const found = inferProvince(input)?.province
  if (found !== undefined) return found
  const candidates = districtProvinces(input)
  return candidates.length > 1 ? `ambiguous (${candidates.length} provinces)` : 'none'
}

/**
 * The expected statement about documents, in quotation marks, made anew from what a search says: the relations of the
 * scores, that they are the same, how many typed words agree in all marks with a document, or only that nothing throws.
 */
async function match(query: string, expected: string): Promise<string> {
  const bodies = [...expected.matchAll(/"([^"]+)"/g)].map(([, body]) => body)
  const index = openIndex(await buildIndex([...bodies, 'trời mưa'].map((body, at) => ({ id: String(at), body }))))
  const { hits } = index.search(query)
  const scores = bodies.map((_, at) => hits.find(({ id }) => id === String(at))?.score ?? 0)
  if (expected.includes('accent agreement')) {
    const written = canonical(bodies[0]).split(' ')
    const typed = canonical(query).split(' ')
    expect(typed.every((word, at) => marksAgree(word, written[at]))).toBe(true)
    const agreeing = typed.filter((word, at) => word === written[at]).length
    const said = scores[0] > 0 ? 'matches' : 'does not match'
    return `d: partially accented query ${said} "${bodies[0]}"; accent agreement ${agreeing}/${typed.length}`
  }
  if (expected.includes('same score')) {
    const same = scores[0] > 0 && scores.every(score => score === scores[0])
    return `d: ${same ? 'same score' : `scores ${scores}`} on ${bodies.map(body => `"${body}"`).join(' and ')}`
  }
  if (bodies.length === 0) {
    for (const accents of ['auto', 'strict', 'ignore'] as const) index.search(query, { accents })
    return expected
  }
  const relations = bodies.slice(1).map((body, at) => `${relation(scores[at], scores[at + 1])} "${body}"`)
  return `d: "${bodies[0]}" ${relations.join(' ')}`
}

function relation(a: number, b: number): string {
  return a > b ? '>' : a === b ? '=' : '<'
}

function unescaped(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

describeShared('the shared table of cases', () => {
  const lines = hasShared() ? readFileSync(sharedPath('data/text/analyzer-cases.tsv'), 'utf8').trim().split('\n') : []
  const rows = lines.slice(1).map(line => line.split('\t'))

  it.each(rows)('%s · %s → %s', async (input, rule, expected) => {
    expect(await READERS.get(rule)?.(unescaped(input), unescaped(expected))).toBe(unescaped(expected))
  })

  it('has 254 rows, each with a reader', () => {
    expect(rows).toHaveLength(254)
    expect(rows.filter(([, rule]) => !READERS.has(rule))).toEqual([])
  })
})
