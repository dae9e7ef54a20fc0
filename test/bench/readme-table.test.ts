import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { savedRuns } from '../../bench/history.js'
import { withResults } from '../../bench/readme-table.js'
import { engine, kind, run } from './run-record.js'

const readme = 'before\n<!-- results: written by npm run bench:report -->\nold\n<!-- results end -->\nafter\n'

describe('results in the README', () => {
  it('stand between the markers, again the same', () => {
    const timtin = engine('timtin', { bytes: 14e6, buildSeconds: 10, kinds: { title: kind(157.4, 1) } })
    const small = engine('Small, plain', { documents: 5000, textBytes: 17e6, bytes: 17e6 })
    const gone = engine('Gone', { missing: 'not installed' })
    const written = withResults(readme, run([timtin, small, gone]))
    expect(written.startsWith('before\n<!-- results')).toBe(true)
    expect(written.endsWith('<!-- results end -->\nafter\n')).toBe(true)
    expect(written).toContain('| **timtin** | 20.0 | 7.0 | – | 157 | – |')
    expect(written).toContain('| Small, plain (5,000 articles) | 100.0 | – |')
    expect(written).toContain('Not there: Gone: not installed.')
    expect(written).not.toContain('old')
    expect(withResults(written, run([timtin, small, gone]))).toBe(written)
  })

  it('need the markers', () => expect(withResults('nothing here', run([]))).toBe('nothing here'))

  it('are those of the last saved run', () => {
    const text = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    const last = savedRuns().at(-1)
    expect(last === undefined ? text : withResults(text, last)).toBe(text)
  })
})
