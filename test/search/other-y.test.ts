import { describe, expect, it } from 'vitest'
import { otherY } from '../../src/search/other-y.js'

describe('the other spelling of a final i or y', () => {
  it.each([
    ['kĩ', 'kỹ'],
    ['kí', 'ký'],
    ['lí', 'lý'],
    ['lì', 'lỳ'],
    ['mĩ', 'mỹ'],
    ['sĩ', 'sỹ'],
    ['tỉ', 'tỷ'],
    ['ti', 'ty'],
    ['hi', 'hy'],
    ['vị', 'vỵ'],
    ['quí', 'quý'],
    ['qui', 'quy'],
    ['quị', 'quỵ'],
  ])('%s and %s', (i, y) => {
    expect(otherY(i)).toBe(y)
    expect(otherY(y)).toBe(i)
  })

  it.each([
    // Another vowel before it makes another word.
    'tai',
    'tay',
    'thui',
    'thuý',
    'thúy',
    'hủy',
    'túi',
    'lùi',
    'lũy',
    'ngày',
    'quay',
    'kiện',
    'quyết',
    // After these only one is written.
    'bi',
    'chi',
    'đi',
    'ghi',
    'nghỉ',
    'gì',
    'nhì',
    'phí',
    'thi',
    'xi',
    'y',
    'i',
    'ý',
    'ì',
    // No final i or y.
    'kỳ1',
    'ka',
    'q',
    'k',
    'qu',
    '',
    '2',
    'lịch',
  ])('%j has none', word => {
    expect(otherY(word)).toBeUndefined()
  })
})
