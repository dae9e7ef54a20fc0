import { describe, expect, it } from 'vitest'
import {
  type DateMention,
  findDates,
  isValidDate,
  nearestYear,
  resolveRelative,
  toIso,
} from '../../src/analysis/dates/index.js'

const first = (text: string): DateMention => findDates(text)[0]

describe('isValidDate', () => {
  it.each([
    [2024, 2, 29, true],
    [2023, 2, 29, false],
    [1900, 2, 29, false],
    [2000, 2, 29, true],
    [undefined, 2, 29, true],
    [undefined, 2, 30, false],
    [2020, 4, 31, false],
    [2020, 12, 31, true],
    [2020, 13, 1, false],
    [2020, 0, 1, false],
    [2020, 1, 0, false],
    [2020, 1, 1.5, false],
    [0, 1, 1, false],
    [10_000, 1, 1, false],
  ])('%s-%s-%s: %s', (year, month, day, valid) => {
    expect(isValidDate(year, month, day)).toBe(valid)
  })
})

describe('nearestYear', () => {
  it('is the nearest past of a reference day', () => {
    expect(nearestYear(12, 31, '2020-01-02')).toBe(2019)
    expect(nearestYear(1, 2, '2020-01-02')).toBe(2020)
    expect(nearestYear(1, 3, '2020-01-02T08:00+07:00')).toBe(2020)
    expect(nearestYear(1, 4, '2020-01-02')).toBe(2019)
    expect(nearestYear(2, 29, '2023-05-01')).toBe(2020)
    expect(nearestYear(1, 1, '2019-12-31')).toBe(2020)
    expect(nearestYear(2, 30, '2023-05-01')).toBeUndefined()
    expect(nearestYear(1, 1, 'soon')).toBeUndefined()
  })

  it('is the year named most, of two in a row the one that fits the season', () => {
    expect(nearestYear(7, 9, [2024, 2024, 2018])).toBe(2024)
    expect(nearestYear(12, 31, [2019, 2020, 2019, 2020])).toBe(2019)
    expect(nearestYear(1, 8, [2020, 2021, 2020])).toBe(2021)
    expect(nearestYear(5, 5, [2012, 2012, 2013])).toBe(2013)
    expect(nearestYear(5, 5, [2012, 2012, 2012, 2013])).toBe(2012)
    expect(nearestYear(2, 29, [2023, 2023, 2024])).toBe(2024)
    expect(nearestYear(1, 1, [])).toBeUndefined()
  })
})

describe('toIso', () => {
  it.each([
    ['17:12, 04/12/2020', undefined, '2020-12-04T17:12+07:00'],
    ['05/08/2025 10:15 UTC+0', undefined, '2025-08-05T10:15+00:00'],
    ['Chiều 4-12', undefined, undefined],
    ['Chiều 4-12', 2020, '2020-12-04'],
    ['ngày 29/2', 2023, undefined],
    ['ngày 29/2', 2024, '2024-02-29'],
    ['tháng 7/2024', undefined, '2024-07'],
    ['quý I/2017', undefined, '2017'],
    ['năm 2019', undefined, '2019'],
    ['nhiệm kỳ 2018-2023', undefined, '2018'],
    ['hôm qua', 2020, undefined],
  ])('%s, year %s: %s', (text, year, iso) => {
    expect(toIso(first(text), year)).toBe(iso)
  })
})

describe('resolveRelative', () => {
  it.each([
    ['hôm qua', '2024-07-09', '2024-07-08'],
    ['hôm nay', '2024-07-09', '2024-07-09'],
    ['ngày mai', '2024-12-31', '2025-01-01'],
    ['2 giờ trước', '2024-07-09T01:00+07:00', '2024-07-08'],
    ['3 ngày trước', '2024-03-02T10:00+07:00', '2024-02-28'],
    ['2 tuần trước', '2024-03-15', '2024-03-01'],
    ['1 tháng trước', '2024-03-15', '2024-02-15'],
    ['2 năm trước', '2024-03-15', '2022-03-15'],
    ['hôm qua', 'no date', undefined],
    ['ngày 5/3', '2024-03-15', undefined],
  ])('%s from %s is %s', (text, moment, day) => {
    expect(resolveRelative(first(text), moment)).toBe(day)
  })
})
