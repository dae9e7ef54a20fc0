import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { findDates, formatDate } from '../../src/analysis/dates/index.js'
import { describeShared, hasShared, sharedPath } from '../shared.js'

function rows(): string[][] {
  if (!hasShared()) return []
  const lines = readFileSync(sharedPath('data/text/analyzer-cases.tsv'), 'utf8').split('\n')
  return lines.map(line => line.split('\t')).filter(cells => cells[1] === 'date')
}

describeShared('cases of the rule on dates', () => {
  it.each(rows())('%s', (input, _rule, expected) => {
    expect(findDates(input).map(formatDate).join(' | ') || 'none').toBe(expected)
  })
})
