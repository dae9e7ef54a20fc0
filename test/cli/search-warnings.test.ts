import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex } from '../../src/index.js'
import { temporaryFolder, timtinIn } from './run.js'

describe('timtin search with the query language', () => {
  const folder = temporaryFolder()
  const search = (...args: string[]) => timtinIn(folder, 'search', 'a.timtin', ...args)

  beforeAll(async () => {
    const bytes = await buildIndex([
      { id: 'a', title: 'Tai nạn lao động', body: 'Ba người.' },
      { id: 'b', title: 'Lao động nữ', body: 'Nhà trẻ.' },
    ])
    writeFileSync(join(folder, 'a.timtin'), bytes)
  })

  it('answers phrases, fields and what must not be there', () => {
    const { code, stdout, stderr } = search('"lao động" -title:nữ')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Tai nạn «lao động»')
    expect(stdout).not.toContain('nữ')
  })

  it('says in plain words on standard error what it read otherwise', () => {
    const { code, stdout, stderr } = search('titel:tai "nạn')
    expect(code).toBe(0)
    expect(stdout).toContain('«Tai nạn» lao động')
    expect(stderr).toBe(
      'timtin: there is no field "titel"; read as plain words; did you mean "title"?\n' +
        'timtin: a quotation mark is not closed; read as plain words\n',
    )
  })

  it('has the warnings in --json, and nothing on standard error', () => {
    const { code, stdout, stderr } = search('tai "nạn', '--json')
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout).warnings).toMatchObject([{ code: 'unclosed-quote', start: 4, end: 8 }])
  })

  it('refuses under --strict what does not hold together', () => {
    const { code, stdout, stderr } = search('tai "nạn', '--strict')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^timtin: .*\(BAD_QUERY\)\n$/)
    expect(search('"tai nạn"', '--strict').code).toBe(0)
  })
})
