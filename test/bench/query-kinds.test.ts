import { describe, expect, it } from 'vitest'
import { queryKinds } from '../../bench/query-kinds.js'

const TITLES = [
  'Nhà ở xã hội cho công nhân',
  'Nhà ở xã hội tăng giá',
  'Mở bán nhà ở xã hội',
  'Giá nhà ở Huế',
  'Xây nhà ở Vinh',
]

describe('kinds of queries', () => {
  const kinds = new Map(queryKinds(TITLES, ['nhà ở xã', 'công nhân'], 10).map(kind => [kind.name, kind]))

  it('are words of many headlines, of one, and neighbours', () => {
    const texts = (name: string) => kinds.get(name)?.queries.map(({ text }) => text)
    expect(texts('syllable')?.sort()).toEqual(['nhà', 'ở'].sort())
    expect(texts('rare')).toContain('huế')
    expect(texts('pair')?.sort()).toEqual(['nhà ở', 'xã hội', 'ở xã'].sort())
    expect(texts('title unmarked')).toContain('gia nha o hue')
  })

  it('are all distinct, and the same each time', () => {
    for (const { queries } of kinds.values()) expect(new Set(queries.map(({ text }) => text)).size).toBe(queries.length)
    expect(queryKinds(TITLES, ['nhà ở xã', 'công nhân'], 10)).toEqual([...kinds.values()])
  })

  it('say what an engine must be able to do', () => {
    expect([...kinds.values()].flatMap(({ needs }) => needs ?? [])).toEqual([
      'filter',
      'facets',
      'phrase',
      'prefix',
      'typo',
    ])
  })
})
