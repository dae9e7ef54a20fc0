import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DateColumn,
  DateColumnWriter,
  KeywordColumn,
  type KeywordColumnHead,
  KeywordColumnWriter,
} from '../../src/index/columns.js'
import { PRECISIONS, parseIsoDate } from '../../src/index/dates.js'
import { IndexFileError } from '../../src/index.js'

function keywords(rows: readonly (readonly string[])[]): {
  readonly head: KeywordColumnHead
  readonly bytes: Uint8Array
  readonly column: KeywordColumn
} {
  const writer = new KeywordColumnWriter('keyword')
  for (const row of rows) writer.add(row)
  const { head, bytes } = writer.finish()
  return { head, bytes, column: new KeywordColumn(head, bytes, rows.length, 'column0') }
}

/** The values of a document by name, unknown as null. */
function valuesOf(column: KeywordColumn, document: number): (string | null)[] {
  const found: (string | null)[] = []
  column.each(document, number => {
    found.push(number === 0 ? null : column.head.values[number - 1])
  })
  return found
}

const damage = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return error instanceof IndexFileError ? [error.code, error.section] : error
  }
  return 'nothing was thrown'
}

describe('a keyword column', () => {
  it('gives every document its distinct values back (property)', () => {
    const value = fc.constantFrom<string[]>('Sóc Trăng', 'Trà Vinh', 'Cà Mau', '__proto__', 'constructor', ' ')
    const rows = fc.oneof(
      fc.array(fc.array(value, { maxLength: 1 }), { minLength: 1, maxLength: 30 }),
      fc.array(fc.array(value, { maxLength: 4 }), { minLength: 1, maxLength: 30 }),
    )
    fc.assert(
      fc.property(rows, given => {
        const { head, column } = keywords(given)
        expect(new Set(head.values)).toEqual(new Set(given.flat()))
        expect(column.size).toBe(head.values.length + 1)
        given.forEach((row, document) => {
          const distinct = [...new Set(row)]
          expect(valuesOf(column, document)).toEqual(distinct.length === 0 ? [null] : distinct)
          for (let number = 0; number < column.size; number++) {
            const wanted = new Uint8Array(column.size)
            wanted[number] = 1
            const has = number === 0 ? row.length === 0 : row.includes(head.values[number - 1])
            expect(column.has(document, wanted)).toBe(has)
          }
        })
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    [1, 1],
    [255, 1],
    [256, 2],
    [65_535, 2],
    [65_536, 4],
  ])('of %i values takes %i bytes a number', (count, width) => {
    const { head, bytes, column } = keywords(Array.from({ length: count }, (_, at) => [`tên ${at}`]))
    expect([head.width, head.several, bytes.length]).toEqual([width, false, count * width])
    for (const at of [0, count >> 1, count - 1]) expect(valuesOf(column, at)).toEqual([`tên ${at}`])
  })

  it('says where the values of each document begin only when one has several', () => {
    expect(keywords([['a'], ['b'], []]).head.several).toBe(false)
    expect(keywords([['a'], ['b', 'b'], []]).head.several).toBe(false)
    const { head, bytes } = keywords([['a'], ['b', 'a'], []])
    expect([head.several, bytes.length]).toEqual([true, 4 * 4 + 4])
  })

  it('in which nothing is known takes no bytes', () => {
    const { bytes, column } = keywords([[], [], []])
    expect([bytes.length, column.size]).toEqual([0, 1])
    expect([valuesOf(column, 2), column.has(2, Uint8Array.of(1)), column.has(2, Uint8Array.of(0))]).toEqual([
      [null],
      true,
      false,
    ])
  })

  it('shorter than it should be is damaged', () => {
    const one = keywords([['a'], ['b'], ['a']])
    expect(damage(() => new KeywordColumn(one.head, one.bytes.slice(1), 3, 'column4'))).toEqual([
      'INDEX_DAMAGED',
      'column4',
    ])
    const several = keywords([['a', 'b'], ['b'], ['a']])
    for (let length = 0; length < several.bytes.length; length++) {
      const cut = several.bytes.slice(0, length)
      expect(damage(() => new KeywordColumn(several.head, cut, 3, 'column1'))).toEqual(['INDEX_DAMAGED', 'column1'])
    }
  })
})

describe('a date column', () => {
  it('gives moments and precisions back (property)', () => {
    const date = fc.constantFrom('1975', '2020-12', '2020-12-31', '2020-12-31T23:30Z', '1000', '2999-12-31', undefined)
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 30 }), given => {
        const writer = new DateColumnWriter()
        const spans = given.map(text => (text === undefined ? undefined : parseIsoDate(text)))
        for (const span of spans) writer.add(span)
        const { head, bytes } = writer.finish()
        expect(head.known).toBe(given.some(text => text !== undefined))
        expect(bytes.length).toBe(head.known ? given.length * 5 : 0)
        const { minutes, precisions } = new DateColumn(head, bytes, given.length, 'column0')
        if (!head.known) expect([minutes.length, precisions.length]).toEqual([0, 0])
        else
          spans.forEach((span, document) => {
            expect(PRECISIONS[precisions[document] - 1]).toBe(span?.precision)
            if (span) expect(minutes[document]).toBe(span.start)
          })
      }),
    )
  })

  it('shorter than it should be is damaged', () => {
    const head = { kind: 'date', known: true } as const
    expect(damage(() => new DateColumn(head, new Uint8Array(14), 3, 'column2'))).toEqual(['INDEX_DAMAGED', 'column2'])
    expect(damage(() => new DateColumn({ kind: 'date', known: false }, new Uint8Array(), 3, 'c'))).toBe(
      'nothing was thrown',
    )
  })
})
