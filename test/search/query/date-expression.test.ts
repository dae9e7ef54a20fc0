import { describe, expect, it } from 'vitest'
import { UsageError } from '../../../src/errors.js'
import { findDateBounds, readDateExpression } from '../../../src/search/query/date-expression.js'

/** A Tuesday. */
const NOW = '2024-07-09'

describe('readDateExpression', () => {
  it.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2024-07-09', '2024-07-09', '2024-07-09'],
    ['12/04/2020', '2020-04-12', '2020-04-12'],
    ['9/7', '2024-07-09', '2024-07-09'],
    ['30/12', '2023-12-30', '2023-12-30'],
    ['07/2024', '2024-07-01', '2024-07-31'],
    ['12-2020', '2020-12-01', '2020-12-31'],
    ['ngày 12 tháng 4 năm 2020', '2020-04-12', '2020-04-12'],
    ['tháng 7/2024', '2024-07-01', '2024-07-31'],
    ['tháng 12', '2023-12-01', '2023-12-31'],
    ['quý 3/2023', '2023-07-01', '2023-09-30'],
    ['quí II', '2024-04-01', '2024-06-30'],
    ['quý IV năm 2022', '2022-10-01', '2022-12-31'],
    ['năm 2020', '2020-01-01', '2020-12-31'],
    ['2018-2023', '2018-01-01', '2023-12-31'],
    ['28/12-2/1/2020', '2019-12-28', '2020-01-02'],
    ['hôm nay', '2024-07-09', '2024-07-09'],
    ['hôm qua', '2024-07-08', '2024-07-08'],
    ['hôm kia', '2024-07-07', '2024-07-07'],
    ['tuần này', '2024-07-08', '2024-07-14'],
    ['tuần trước', '2024-07-01', '2024-07-07'],
    ['2 tuần trước', '2024-06-24', '2024-06-30'],
    ['tháng này', '2024-07-01', '2024-07-31'],
    ['tháng trước', '2024-06-01', '2024-06-30'],
    ['hai tháng trước', '2024-05-01', '2024-05-31'],
    ['quý trước', '2024-04-01', '2024-06-30'],
    ['năm nay', '2024-01-01', '2024-12-31'],
    ['năm ngoái', '2023-01-01', '2023-12-31'],
    ['năm kia', '2022-01-01', '2022-12-31'],
    ['7 ngày qua', '2024-07-03', '2024-07-09'],
    ['tuần qua', '2024-07-03', '2024-07-09'],
    ['ba tháng qua', '2024-04-10', '2024-07-09'],
    ['tháng tới', '2024-08-01', '2024-08-31'],
  ])('%s', (text, from, to) => {
    expect(readDateExpression(text, NOW)).toEqual({ from, to })
    expect(readDateExpression(` ${text.normalize('NFD').toUpperCase()} `, NOW)).toEqual({ from, to })
    const bare = text.normalize('NFD').replace(/\p{M}/gu, '')
    expect(readDateExpression(bare, NOW)).toEqual({ from, to })
  })

  it.each([
    '',
    'abc',
    '31/2/2020',
    'tháng 13',
    'những năm trước',
    'ngày nay',
    'tháng trước đó',
    '0000',
    '2024-13',
    '1 2 3',
  ])('%j is no date', text => expect(readDateExpression(text, NOW)).toBeUndefined())

  it('counts days in Vietnam', () => {
    expect(readDateExpression('hôm nay', new Date('2024-07-09T17:30:00Z'))?.from).toBe('2024-07-10')
    expect(readDateExpression('hôm nay', '2024-07-09T23:30:00Z')?.from).toBe('2024-07-10')
    expect(readDateExpression('hôm nay', '2024-07-09T23:30')?.from).toBe('2024-07-09')
    expect(readDateExpression('tuần trước', '2024-01-01')).toEqual({ from: '2023-12-25', to: '2023-12-31' })
    expect(readDateExpression('năm trước', '2024-02-29')).toEqual({ from: '2023-01-01', to: '2023-12-31' })
    expect(() => readDateExpression('hôm nay', 'hôm nay')).toThrow(UsageError)
  })
})

describe('findDateBounds', () => {
  const found = (text: string) => findDateBounds(text, NOW).map(({ start, end }) => text.slice(start, end))

  it.each([
    ['tai nạn lao động bình dương 2023', '2023'],
    ['lũ 2020, 2022', '2020', '2022'],
    ['giá xăng tháng 7/2024 và quý 3', 'tháng 7/2024', 'quý 3'],
    ['mưa hôm qua ở Hà Nội tuần trước', 'hôm qua', 'tuần trước'],
    ['trong 5 năm qua', '5 năm qua'],
    ['nhiệm kỳ 2018-2023', '2018-2023'],
    ['giá 2000 đồng'],
    ['2020 người'],
    ['luật 2019'],
    ['nghị định 145/2020/NĐ-CP'],
    ['mấy tháng nay, những năm qua'],
    ['1234 và 3000'],
  ])('%s', (text, ...expected) => expect(found(text)).toEqual(expected))
})
