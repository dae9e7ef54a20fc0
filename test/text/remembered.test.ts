import { describe, expect, it } from 'vitest'
import { remembered } from '../../src/text/remembered.js'

describe('remembered', () => {
  it('judges a text once, also where nothing is found', () => {
    const asked: string[] = []
    const judge = remembered(
      text => {
        asked.push(text)
        return text === 'Trang chủ' ? 'menu' : undefined
      },
      20,
      10,
    )
    expect(['Trang chủ', 'Mùa lũ về', 'Trang chủ', 'Mùa lũ về'].map(judge)).toEqual([
      'menu',
      undefined,
      'menu',
      undefined,
    ])
    expect(asked).toEqual(['Trang chủ', 'Mùa lũ về'])
  })

  it('keeps no long texts, and not more than asked', () => {
    let count = 0
    const judge = remembered(() => ++count, 5, 2)
    judge('dài hơn năm chữ')
    judge('dài hơn năm chữ')
    expect(count).toBe(2)
    for (const text of ['a', 'b', 'c', 'c']) judge(text)
    expect(count).toBe(5)
    judge('a')
    expect(count).toBe(6)
  })
})
