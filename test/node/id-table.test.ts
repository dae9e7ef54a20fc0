import fc from 'fast-check'
import { expect, it } from 'vitest'
import { IdTable } from '../../src/node/index.js'

it('tells where an id was seen first, as a map would', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.uuid()), { maxLength: 300 }), ids => {
      const table = new IdTable()
      const map = new Map<string, { file: number; line: number }>()
      ids.forEach((id, at) => {
        const place = { file: at, line: at * 2 }
        expect(table.add(id, place)).toEqual(map.get(id))
        if (!map.has(id)) map.set(id, place)
      })
      expect(table.size).toBe(map.size)
    }),
  )
})

it('keeps a hundred thousand like ids apart', () => {
  const table = new IdTable()
  for (let n = 0; n < 100_000; n++)
    expect(table.add(`bao.example/tin/bai-so-${n}`, { file: 0, line: n })).toBeUndefined()
  for (let n = 0; n < 100_000; n += 997)
    expect(table.add(`bao.example/tin/bai-so-${n}`, { file: 9, line: 9 })).toEqual({ file: 0, line: n })
})
