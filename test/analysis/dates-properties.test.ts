import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates, formatDate, isValidDate, toIso } from '../../src/analysis/dates/index.js'

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...'ngày |tháng |năm |sáng |chiều |tối |thứ hai, |từ |đến |quý |hôm qua|2 giờ trước|/|-|.|:|h|giờ| |, |(|)|5|12|31|2020|2018|1.5|9.7|(GMT+7)|+07:00|T|Z|\u0300|mùng |âm lịch|I|triệu|%|và '.split(
        '|',
      ),
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.nat({ max: 2100 }).map(String),
  ),
  { maxLength: 25 },
)

function check(text: string): void {
  let last = 0
  for (const mention of findDates(text)) {
    expect(mention.start).toBeGreaterThanOrEqual(last)
    expect(mention.end).toBeGreaterThan(mention.start)
    expect(mention.end).toBeLessThanOrEqual(text.length)
    expect(text.slice(mention.start, mention.end)).toBe(mention.text)
    if (mention.day !== undefined && mention.month !== undefined) {
      expect(isValidDate(mention.year, mention.month, mention.day), text).toBe(true)
    }
    if (mention.hour !== undefined) expect(mention.hour).toBeLessThan(24)
    if (mention.minute !== undefined) expect(mention.minute).toBeLessThan(60)
    expect(formatDate(mention)).not.toMatch(/undefined|NaN/)
    expect(toIso(mention, 2024) ?? '2024').toMatch(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d([+-]\d\d:\d\d|Z))?)?)?$/)
    last = mention.end
  }
}

const two = (value: number): string => String(value).padStart(2, '0')
const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })

describe('dates in any text', () => {
  it('gives valid days and spans in order, whatever the text', () => {
    fc.assert(
      fc.property(pieces, parts => check(parts.join(''))),
      { numRuns: 5000 },
    )
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check), { numRuns: 2000 })
  })

  it('reads back every day in every notation', () => {
    const notations: readonly ((day: number, month: number, year: number) => string)[] = [
      (day, month, year) => `${day}/${month}/${year}`,
      (day, month, year) => `${two(day)}-${two(month)}-${year}`,
      (day, month, year) => `${day}.${month}.${year}`,
      (day, month, year) => `ngày ${day} tháng ${month} năm ${year}`,
      (day, month, year) => `Chiều ngày ${two(day)}/${two(month)}/${year}`,
      (day, month, year) => `${year}-${two(month)}-${two(day)}`,
      (day, month, year) => `17:12, ${two(day)}/${two(month)}/${year}`,
      (day, month, year) => `ngay ${day} thang ${month} nam ${year}`,
    ]
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(...notations),
        fc.constantFrom('', 'Theo tin, ', 'Hà Nội, '),
        (date, write, lead) => {
          const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
          const text = lead + write(day, month, year)
          const found = findDates(text)
          fc.pre(!(lead !== '' && text.includes('ngay ')))
          expect(
            found.map(mention => toIso(mention)?.slice(0, 10)),
            text,
          ).toEqual([date.toISOString().slice(0, 10)])
        },
      ),
      { numRuns: 2000 },
    )
  })
})
