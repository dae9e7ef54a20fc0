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
      { id: 'c', title: 'Mưa ở Huế', body: 'Hôm qua.', province: 'Huế', date: '2024-07-08' },
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

  it('offers a correction on standard error, and says when its results are shown', () => {
    const offered = search('tai nạn lao độg')
    expect([offered.code, offered.stderr]).toEqual([0, 'timtin: did you mean "tai nạn lao động"?\n'])
    const used = search('laođộng', '--match', 'all')
    expect([used.code, used.stderr]).toEqual([
      0,
      'timtin: nothing was found as typed; these are the results for "lao động"\n',
    ])
    expect(used.stdout).toContain('«Lao động» nữ')
    const { corrected, correction, hits } = JSON.parse(search('laođộng', '--match', 'all', '--json').stdout)
    expect([corrected, correction.text, hits.length]).toEqual([true, 'lao động', 2])
    const off = search('laođộng', '--match', 'all', '--no-correct')
    expect([off.code, off.stderr]).toEqual([1, 'timtin: did you mean "lao động"?\n'])
  })

  it('says which places and days it prefers, seen from --now', () => {
    const { stdout } = search('mưa Huế hôm qua', '--now', '2024-07-09')
    expect(stdout).toMatch(/^1 document in .*; preferred: Huế, 2024-07-08\n/)
    const { understood } = JSON.parse(search('mưa Huế hôm qua', '--now', '2024-07-09', '--json').stdout)
    expect(understood.map(({ text }: { text: string }) => text)).toEqual(['Huế', 'hôm qua'])
    expect(search('mưa Huế', '--no-understand').stdout).not.toContain('preferred')
  })

  it('takes synonyms from a file, and names the line of a wrong one', () => {
    writeFileSync(join(folder, 'synonyms.txt'), '# nhóm từ\r\n\r\nbé gái, nữ\r\n')
    expect(search('bé gái', '--match', 'all', '--synonyms', 'synonyms.txt').stdout).toContain('Lao động «nữ»')
    const explained = timtinIn(folder, 'explain', 'a.timtin', 'b', 'bé gái', '--synonyms', 'synonyms.txt')
    expect(explained.stdout).toContain('nữ (for bé gái)')
    writeFileSync(join(folder, 'wrong.txt'), 'bé gái, nữ\nmột mình\n')
    const wrong = search('nữ', '--synonyms', 'wrong.txt')
    expect([wrong.code, wrong.stdout]).toEqual([2, ''])
    expect(wrong.stderr).toBe(
      'timtin: wrong.txt:2 should have two expressions with a comma, or => between them: một mình (BAD_ARGUMENT)\n',
    )
    expect(search('nữ', '--synonyms', 'none.txt').code).toBe(2)
  })

  it('says nothing where marks alone would be put in', () => {
    expect(search('tai nan lao dong').stderr).toBe('')
  })

  it('refuses under --strict what does not hold together', () => {
    const { code, stdout, stderr } = search('tai "nạn', '--strict')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^timtin: .*\(BAD_QUERY\)\n$/)
    expect(search('"tai nạn"', '--strict').code).toBe(0)
  })
})
