import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  districtProvinces,
  findPlaces,
  hostProvince,
  inferProvinces,
  PROVINCES,
  placeName,
  provinceByName,
  spellings,
} from '../../src/analysis/places/index.js'

const names = new Set(PROVINCES.map(each => each.name))

/** Pieces that the finder looks at, in any order, with noise between. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...'tỉnh |TP.|TP |huyện |thành phố |Sóc Trăng|Hà Nội|Hòa Bình|Châu Thành|Quảng Ninh|, | và | - |(|)|\n|đường |cao tốc |Nguyễn |ông |UBND |Sở |0299.3822339|soctrang.gov.vn|@|.vn|Bắc Hà|Krông |M’|\u0301|\u200b|quận 1|Tân Sơn Nhất'.split(
        '|',
      ),
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
  { maxLength: 30 },
)

function check(text: string): void {
  let last = 0
  for (const mention of findPlaces(text)) {
    expect(names.has(mention.province)).toBe(true)
    expect(mention.end).toBeGreaterThan(mention.start)
    expect(mention.end).toBeLessThanOrEqual(text.length)
    expect(mention.end).toBeGreaterThanOrEqual(last)
    expect(text.slice(mention.start, mention.end)).toBe(mention.text)
    expect(mention.confidence).toBeGreaterThan(0)
    expect(mention.confidence).toBeLessThanOrEqual(1)
    last = mention.end
  }
}

describe('places in any text', () => {
  it('gives valid spans in order, whatever the text', () => {
    fc.assert(
      fc.property(pieces, parts => check(parts.join(''))),
      { numRuns: 2000 },
    )
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check), { numRuns: 2000 })
  })

  it('finds the same in NFC and NFD', () => {
    fc.assert(
      fc.property(pieces, parts => {
        const text = parts.join('').normalize('NFC')
        const plain = (each: { province: string; kind: string }): string => `${each.province} ${each.kind}`
        fc.pre(!/[\u0300-\u036f\u200b]/.test(text) && !/[^\u0000-\u1fff’]/.test(text))
        expect(findPlaces(text.normalize('NFD')).map(plain)).toEqual(findPlaces(text).map(plain))
      }),
      { numRuns: 500 },
    )
  })

  it('takes any name without harm', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', 'toString')),
        text => {
          const name = provinceByName(text)?.name
          expect(name === undefined || names.has(name)).toBe(true)
          const host = hostProvince(text)
          expect(host === undefined || names.has(host)).toBe(true)
          expect(spellings(text).length).toBeGreaterThan(0)
          expect(districtProvinces(text).every(each => names.has(each))).toBe(true)
          expect(placeName(text)).not.toBe('')
          for (const each of inferProvinces(text, { url: text, date: text }))
            expect(names.has(each.province)).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
