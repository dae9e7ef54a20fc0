import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexFileError, InputError } from '../../src/errors.js'
import { NumberColumn, NumberColumnWriter, readNumber } from '../../src/index/number-column.js'

type Numbers = readonly (number | undefined)[]

/** Writes a column, reads it back and gives the width. */
function expectInverse(numbers: Numbers): number {
  const writer = new NumberColumnWriter()
  for (const number of numbers) writer.add(number)
  const { head, bytes } = writer.finish()
  expect(bytes.length).toBe(head.width * (head.width === 0 ? 0 : numbers.length))
  const column = new NumberColumn(head, bytes, numbers.length, 'column0')
  numbers.forEach((number, document) => {
    const found = column.number(document)
    if (!Object.is(found, number ?? Number.NaN)) expect.fail(`${number} came back as ${found}`)
  })
  return head.width
}

describe('a column of numbers', () => {
  it.each<readonly [string, Numbers, number]>([
    ['nothing', [undefined, undefined], 0],
    ['one number', [0], 1],
    ['one number far away', [Number.MAX_SAFE_INTEGER, undefined], 1],
    ['255 of them', [7, undefined, 7 + 254], 1],
    ['256 of them', [7, 7 + 255], 2],
    ['65,535 of them', [-100, -100 + 0xfffe, undefined], 2],
    ['65,536 of them', [-100, -100 + 0xffff, undefined], 4],
    ['32 bits of them', [0, 0xffff_fffe, undefined], 4],
    ['more than 32 bits', [0, 0xffff_ffff, undefined], 8],
    ['fractions', [0.5, undefined, 3], 8],
    ['the ends of what is exact', [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER], 8],
    ['numbers beyond', [2 ** 60, undefined], 8],
    ['the largest and the smallest', [Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE], 8],
  ])('of %s takes as few bytes as it can', (_, numbers, width) => {
    expect(expectInverse(numbers)).toBe(width)
  })

  it('comes back as it was (property)', () => {
    const whole = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.integer({ min: -300, max: 300 }))
    const any = fc.double({ noNaN: true, noDefaultInfinity: true }).map(number => number + 0)
    const numbers = fc.oneof(
      fc.array(fc.option(whole, { nil: undefined }), { minLength: 1 }),
      fc.array(fc.option(any, { nil: undefined }), { minLength: 1 }),
    )
    fc.assert(fc.property(numbers, list => expectInverse(list) >= 0))
  })

  it('that is shorter than its documents is an error', () => {
    for (const width of [1, 2, 4, 8] as const) {
      const open = () =>
        new NumberColumn({ kind: 'number', width, base: 0 }, new Uint8Array(width * 3 - 1), 3, 'column0')
      expect(open).toThrow(IndexFileError)
    }
  })

  it('takes finite numbers only', () => {
    expect([5, -0, undefined, null].map(views => readNumber({ id: 'a', views }, 'views'))).toEqual([
      5,
      0,
      undefined,
      undefined,
    ])
    for (const views of [Number.NaN, Number.POSITIVE_INFINITY, '5', [5], {}, 5n])
      expect(() => readNumber({ id: 'a', views }, 'views')).toThrow(InputError)
  })
})
