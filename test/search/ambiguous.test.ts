import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex, openIndex, type SearchIndex, type SearchOptions } from '../../src/index.js'

const BODIES = {
  union: 'Công đoàn ngành họp',
  college: 'Trường cao đẳng họp',
  short: 'CĐ huyện họp',
  defined: 'Tổ Làm vườn (TLV) họp',
  used: 'TLV ra quân',
  long: 'Tổ làm vườn ra quân',
  other: 'Trời mưa to',
}

describe('an abbreviation of several senses', () => {
  let index: SearchIndex
  beforeAll(async () => {
    index = openIndex(await buildIndex(Object.entries(BODIES).map(([id, title]) => ({ id, title }))))
  })

  const found = (query: string, options: SearchOptions = {}) => index.search(query, options).hits.map(hit => hit.id)

  it.each(['CĐ', 'cđ', 'cd'])('%s finds itself first, then what it may stand for, the likeliest first', query => {
    const [first, ...others] = found(query, { match: 'any' })
    expect(first).toBe('short')
    expect(others).toEqual(['union', 'college'])
  })

  it('is settled by the words around it', () => {
    expect(found('CĐ công đoàn', { match: 'any' })).not.toContain('college')
    expect(found('cao đẳng CĐ', { match: 'any' })).not.toContain('union')
  })

  it('is marked in its long forms too', () => {
    const [, hit] = index.search('CĐ', { match: 'any' }).hits
    expect(hit.highlights.title).toEqual([
      { text: 'Công đoàn', match: true },
      { text: ' ngành họp', match: false },
    ])
  })

  it('that the documents define is known to queries', () => {
    for (const query of ['TLV', 'tlv']) {
      expect(found(query, { match: 'any' }).sort()).toEqual(['defined', 'long', 'used'])
    }
    expect(found('tổ làm vườn').sort()).toEqual(['defined', 'long'])
    expect(index.abbreviations()).toEqual([{ abbreviation: 'TLV', expansion: expect.any(String), documents: 1 }])
  })
})

describe('informal spellings', () => {
  const documents = [
    { id: 'không', body: 'Không được đi' },
    { id: 'khác', body: 'Trời mưa to' },
  ]

  it.each(['ko', 'hok', 'KO', 'khum'])('%s finds không where the documents do not have it', async query => {
    const index = openIndex(await buildIndex(documents))
    expect(index.search(query).hits.map(hit => hit.id)).toEqual(['không'])
    expect(index.search(query, { accents: 'strict' }).hits).toEqual([])
  })

  it('are themselves where the documents have them', async () => {
    const index = openIndex(await buildIndex([...documents, { id: 'ko', body: 'Áo Ko Ko' }]))
    expect(index.search('ko').hits.map(hit => hit.id)).toEqual(['ko'])
  })
})
