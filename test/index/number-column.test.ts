import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NumberColumn, NumberColumnWriter } from '../../src/index/number-column.js'
import { buildIndex, IndexFileError, InputError, openIndex } from '../../src/index.js'

function column(numbers: readonly (number | undefined)[]): {
  readonly width: number
  readonly bytes: Uint8Array
  readonly read: (number | undefined)[]
} {
  const writer = new NumberColumnWriter()
  for (const number of numbers) writer.add(number)
  const { head, bytes } = writer.finish()
  const made = new NumberColumn(head, bytes, numbers.length, 'column0')
  const read = numbers.map((_, at) => made.number(at)).map(number => (Number.isNaN(number) ? undefined : number))
  return { width: head.width, bytes, read }
}

describe('a column of numbers', () => {
  it('gives every number back (property)', () => {
    const whole = fc.oneof(fc.integer({ min: -3, max: 200 }), fc.integer(), fc.maxSafeInteger())
    const any = fc.double({ noNaN: true, noDefaultInfinity: true }).map(number => number + 0)
    const numbers = fc.oneof(
      fc.array(fc.option(whole, { nil: undefined })),
      fc.array(fc.option(any, { nil: undefined })),
    )
    fc.assert(
      fc.property(numbers, given => {
        expect(column(given).read).toEqual(given)
      }),
    )
  })

  it.each<readonly [(number | undefined)[], number]>([
    [[], 0],
    [[undefined, undefined], 0],
    [[1999, 2026, undefined], 1],
    [[0, 254], 1],
    [[0, 255], 2],
    [[-5, 65_529], 2],
    [[-5, 65_530], 4],
    [[0, 4_294_967_294], 4],
    [[0, 4_294_967_295], 8],
    [[0.5], 8],
  ])('takes for %j in each document %i bytes', (numbers, width) => {
    expect(column(numbers)).toMatchObject({ width, read: numbers })
    expect(column(numbers).bytes).toHaveLength(width * numbers.length)
  })

  it('says that it is cut', () => {
    expect(() => new NumberColumn({ kind: 'number', width: 2, base: 0 }, new Uint8Array(2), 2, 'column0')).toThrow(
      IndexFileError,
    )
  })

  it('takes finite numbers alone', async () => {
    const options = { facets: { views: 'number' } } as const
    for (const views of ['5', Number.NaN, Number.POSITIVE_INFINITY, [5], true, 5n]) {
      const error = await buildIndex([{ id: 'a', body: 'tin', views }], options).catch((caught: unknown) => caught)
      expect(error).toBeInstanceOf(InputError)
      expect(error).toMatchObject({ code: 'BAD_DOCUMENT', field: 'views' })
    }
    const index = openIndex(
      await buildIndex(
        [
          { id: 'a', body: 'tin', views: -0 },
          { id: 'b', body: 'tin', views: null },
        ],
        options,
      ),
    )
    expect(index.facets(['views']).views).toEqual([
      { value: 0, count: 1 },
      { value: null, count: 1 },
    ])
    index.verify()
  })
})
