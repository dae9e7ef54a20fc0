import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  ABBREVIATIONS,
  expandText,
  findDefinitions,
  findLongForms,
  longFormWords,
} from '../../src/analysis/abbreviations/index.js'
import { findEntities } from '../../src/analysis/entities.js'
import { readNumber } from '../../src/analysis/numbers.js'
import { describeShared, hasShared, sharedPath } from '../shared.js'

/** How each rule of the shared table is run: input in, what is compared with the expected column out. */
const RULES = new Map<string, (input: string) => string>([
  ['number', number],
  ['entity', entity],
  ['abbr-define', definition],
  ['abbr-expand', expansion],
  ['abbr-contract', contraction],
])

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
  return (
    findDefinitions(input)
      .map(({ abbreviation, expansion }) => `${abbreviation}=${expansion}`)
      .join('; ') || 'none'
  )
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

function unescaped(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

describeShared('the shared table of cases: numbers, entities, abbreviations', () => {
  const lines = hasShared() ? readFileSync(sharedPath('data/text/analyzer-cases.tsv'), 'utf8').trim().split('\n') : []
  const rows = lines.slice(1).map(line => line.split('\t'))
  const ours = rows.filter(([, rule]) => RULES.has(rule))

  it('has cases of each rule', () => {
    expect(new Set(ours.map(([, rule]) => rule))).toEqual(new Set(RULES.keys()))
  })

  it.each(ours)('%s · %s → %s', (input, rule, expected) => {
    expect(RULES.get(rule)?.(unescaped(input))).toBe(unescaped(expected))
  })
})

describeShared('the shared table of abbreviations', () => {
  const lines = hasShared() ? readFileSync(sharedPath('data/abbreviations.tsv'), 'utf8').trim().split('\n') : []
  /** Not taken over: a term of one program, never seen in news. */
  const leftOut = new Set(['ĐVCĐ=đơn vị chuyển đổi'])
  const rows = lines.slice(1).map(line => line.split('\t'))

  it('has no sense that ours lacks', () => {
    const lacking = rows
      .filter(
        ([abbreviation, long]) =>
          !ABBREVIATIONS.expansions(abbreviation).some(({ text }) => text === longFormWords(long).join(' ')),
      )
      .map(([abbreviation, long]) => `${abbreviation}=${long}`)
    expect(lacking.filter(row => !leftOut.has(row))).toEqual([])
  })
})
