import { afterEach, describe, expect, it } from 'vitest'
import { installNormalizer, normalizeWorks } from '../src/normalize.js'
import { nfc, setNormalizer } from '../src/text/normalizer.js'

afterEach(() => {
  setNormalizer(text => text.normalize('NFC'))
})

describe('timtin/normalize', () => {
  it.each([
    ['the runtime’s own', String.prototype.normalize, true],
    ['one that is missing', undefined, false],
    [
      'one that does nothing, as in Node without ICU',
      function (this: string) {
        return String(this)
      },
      false,
    ],
    [
      'one that throws',
      () => {
        throw new RangeError('no ICU')
      },
      false,
    ],
  ])('judges %s', (_, normalize, works) => {
    expect(normalizeWorks(normalize)).toBe(works)
  })

  it('keeps its hands off where the runtime can', () => {
    expect(installNormalizer()).toBe(false)
  })

  it('takes the place of a normalize that does nothing', () => {
    const own = String.prototype.normalize
    Object.defineProperty(String.prototype, 'normalize', {
      configurable: true,
      writable: true,
      value(this: string) {
        return String(this)
      },
    })
    try {
      expect(installNormalizer()).toBe(true)
      expect(nfc('Ra\u0302\u0301t')).toBe('R\u1ea5t')
    } finally {
      Object.defineProperty(String.prototype, 'normalize', { configurable: true, writable: true, value: own })
    }
  })

  it('gives what the runtime gives, in other scripts too', () => {
    const texts = ['Việt Nam', 'Tiếng Việt đầy đủ dấu thanh', 'é à ñ Å', '한국어', 'が', 'हिन्दी क़', 'ﬁ', '\ud800']
    const expected = texts.map(text => text.normalize('NFC'))
    installNormalizer(true)
    expect(texts.map(text => nfc(text.normalize('NFD')))).toEqual(expected)
  })
})
