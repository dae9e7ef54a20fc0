import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IndexFileError } from '../../src/errors.js'
import { packTokens, TokenList } from '../../src/index/token-list.js'

/** The code of the error that reading a list throws. */
function errorOf(run: () => unknown): string | undefined {
  try {
    run()
  } catch (error) {
    return error instanceof IndexFileError ? `${error.code} ${error.section}` : String(error)
  }
  return undefined
}

describe('a list of tokens', () => {
  it('gives every token, in any order and again', () => {
    const token = fc.string({ unit: 'grapheme', maxLength: 12 })
    fc.assert(
      fc.property(fc.array(token, { minLength: 1 }), fc.array(fc.nat()), (tokens, order) => {
        const list = new TokenList(packTokens(tokens), () => {})
        expect(list.size).toBe(tokens.length)
        for (const number of order) expect(list.at(number % tokens.length)).toBe(tokens[number % tokens.length])
        expect(tokens.map((_, number) => list.at(number))).toEqual(tokens)
      }),
    )
  })

  it('checks the bytes of a token before it reads them, and no others', () => {
    const bytes = packTokens(['công', 'đoàn', 'cơ', 'sở'])
    const checked: string[] = []
    const list = new TokenList(bytes, part => checked.push(Buffer.from(part).toString()))
    checked.length = 0
    expect(list.at(2)).toBe('cơ')
    expect(checked).toEqual(['cơ'])
  })

  it.each([
    ['no bytes', new Uint8Array()],
    ['half a count', Uint8Array.of(1, 0)],
    ['more tokens than bytes', Uint8Array.of(200, 0, 0, 0, 1, 97)],
    ['a token beyond the end', Uint8Array.of(1, 0, 0, 0, 9, 97)],
  ])('of %s is damaged', (_, bytes) => {
    expect(errorOf(() => new TokenList(bytes, () => {}).at(0))).toBe('INDEX_DAMAGED storedvc')
  })
})
