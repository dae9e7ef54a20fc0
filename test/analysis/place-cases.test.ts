import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  districtProvinces,
  inferProvince,
  placeName,
  province2025,
  provinceByName,
} from '../../src/analysis/places/index.js'
import { describeShared, hasShared, sharedPath } from '../shared.js'

function rows(rule: string): string[][] {
  if (!hasShared()) return []
  const lines = readFileSync(sharedPath('data/text/analyzer-cases.tsv'), 'utf8').split('\n')
  return lines.map(line => line.split('\t')).filter(cells => cells[1] === rule)
}

/** What a text says of its province, in the notation of the cases. */
function inferred(text: string): string {
  const found = inferProvince(text)?.province
  if (found !== undefined) return found
  const candidates = districtProvinces(text)
  return candidates.length > 1 ? `ambiguous (${candidates.length} provinces)` : 'none'
}

describeShared('cases of the rules on places', () => {
  it.each(rows('province-alias'))('%s is a spelling of a province', (input, _rule, expected) => {
    expect(provinceByName(input)?.name).toBe(expected)
  })

  it.each(rows('province-2025'))('%s in the reading of 2025', (input, _rule, expected) => {
    expect(province2025(input)).toBe(expected)
  })

  it.each(rows('province-infer'))('%s says its province', (input, _rule, expected) => {
    expect(inferred(input)).toBe(expected)
  })

  it.each(rows('place-alias'))('%s is spelled in several ways', (input, _rule, expected) => {
    expect(placeName(input)).toBe(expected)
  })
})
