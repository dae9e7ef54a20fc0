import { describe, expect, it } from 'vitest'
import { bundle } from '../bench/bundle.js'
import { ENTRY_SIZES, entrySizes } from '../bench/entry-sizes.js'

const text = ENTRY_SIZES.filter(({ name }) => name === 'timtin/text')

describe('timtin/text in a page', () => {
  it('takes 12 kB under gzip or less', async () => {
    const [{ bytes, most }] = await entrySizes(text)
    expect(most).toBe(12_000)
    expect(bytes).toBeLessThanOrEqual(most)
  })

  it('has the grammar and typing in it, and neither tables nor old encodings', async () => {
    const code = await bundle(text[0].exports, false)
    expect(code).toMatch(/\bparseSyllable\b/)
    expect(code).toMatch(/\bdecodeTelex\b/)
    expect(code).toMatch(/\brestore\b/)
    for (const elsewhere of ['LĐLĐ', 'Sóc Trăng', 'TCVN3']) expect(code).not.toContain(elsewhere)
  })
})
