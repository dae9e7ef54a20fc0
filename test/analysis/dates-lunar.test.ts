import { describe, expect, it } from 'vitest'
import { findLunarDates, resolveLunar, solarDate } from '../../src/analysis/dates/index.js'

describe('the lunar calendar', () => {
  // Tết Nguyên đán as published; 2007 and 2030 differ from China's by a day.
  const newYears =
    '2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17 2008-02-07 2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02'
  for (const day of newYears.split(' '))
    it(`Tết ${day}`, () => expect(solarDate(1, 1, Number(day.slice(0, 4)))).toBe(day))

  it('knows feasts, leap months and days that are none', () => {
    expect(solarDate(10, 3, 2024)).toBe('2024-04-18')
    expect(solarDate(15, 8, 2023)).toBe('2023-09-29')
    expect(solarDate(15, 7, 2025)).toBe('2025-09-06')
    expect(solarDate(23, 12, 2023)).toBe('2024-02-02')
    expect(solarDate(1, 2, 2023, true)).toBe('2023-03-22')
    expect(solarDate(1, 6, 2025, true)).toBe('2025-07-25')
    expect(solarDate(1, 5, 2025, true)).toBeUndefined()
    expect(solarDate(31, 1, 2024)).toBeUndefined()
    expect(solarDate(1, 1, 1900)).toBeUndefined()
  })

  it('has every day once, in order', () => {
    let before = 0
    for (let year = 1990; year <= 2050; year++) {
      for (let month = 1; month <= 12; month++) {
        const first = Date.parse(solarDate(1, month, year) ?? '')
        const days = (first - before) / 86_400_000
        if (before > 0) expect([29, 30, 58, 59, 60]).toContain(days)
        before = first
      }
    }
  })
})

describe('lunar days in texts', () => {
  const cases: readonly (readonly [text: string, article: string, day: string | undefined])[] = [
    ['Lễ hội mở vào mùng 5 tháng Giêng hằng năm.', '2024-02-10', '2024-02-14'],
    ['Cúng rằm tháng 7 ở chùa làng.', '2023-08-25', '2023-08-30'],
    ['Chợ phiên đông nhất là 23 tháng Chạp.', '2024-01-30', '2024-02-02'],
    ['Giỗ Tổ Hùng Vương 10/3 âm lịch', '2024-04-10', '2024-04-18'],
    ['Đêm rằm tháng Tám, trẻ em rước đèn.', '2023-09-28', '2023-09-29'],
    ['Mồng mười tháng ba, cả làng nghỉ việc.', '2024-04-17', '2024-04-18'],
    ['Ngày 10/3, xã tổ chức lễ ra quân.', '2024-03-10', undefined],
    ['Trong 5 tháng đầu năm', '2024-06-01', undefined],
  ]
  for (const [text, article, day] of cases) {
    it(text, () => {
      const [mention] = findLunarDates(text)
      expect(mention === undefined ? undefined : resolveLunar(mention, article)).toBe(day)
    })
  }
})
