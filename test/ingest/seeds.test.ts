import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Article } from '../../src/article.js'
import { ingestPage } from '../../src/ingest/index.js'
import { describeShared, sharedPath } from '../shared.js'
import { clutter, expectedArticles as expected } from './seeds-key.js'

/** The same page as other tools would have saved it. */
const disguises: readonly (readonly [how: string, change: (text: string) => string])[] = [
  ['without blank lines', text => text.replace(/\n\s*\n/g, '\n')],
  ['with a blank line after every line', text => text.replace(/\n/g, '\n\n')],
  ['indented', text => text.replace(/^/gm, '    ')],
  ['with CRLF line ends', text => text.replace(/\n/g, '\r\n')],
  ['in NFD', text => text.normalize('NFD')],
  ['with no-break spaces', text => text.replace(/ /g, '\u00a0')],
  [
    'as HTML paragraphs',
    text =>
      `<html><body>${text
        .split('\n')
        .map(line => `<p>${line}</p>`)
        .join('')}</body></html>`,
  ],
  ['as HTML lines', text => `<html><body><div>${text.replaceAll('\n', '<br>')}</div></body></html>`],
]

describeShared('the five seed pages', () => {
  const articles: Article[] = []
  const notes = new Map<string, readonly { reason: string; text: string }[]>()
  const folder = sharedPath('seeds/')
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.txt')) continue
    const page = ingestPage({ name: folder + name, text: readFileSync(folder + name, 'utf8') })
    articles.push(...page.articles)
    notes.set(name.slice(0, 3), page.notes)
  }

  it('hold exactly seven articles', () => {
    expect(articles.map(article => article.id)).toEqual(expected.map(({ id }) => id))
  })

  for (const [i, want] of expected.entries()) {
    it(`${want.id}: every field`, () => {
      const article = articles[i]
      expect({ title: article.title, date: article.date, province: article.province, author: article.author }).toEqual({
        title: want.title,
        date: want.date,
        province: want.province,
        author: want.author,
      })
      if (want.dateSource === undefined) expect(article).not.toHaveProperty('dateSource')
      else expect(article.dateSource).toMatch(want.dateSource)
      if (want.provinceSource === undefined) expect(article).not.toHaveProperty('provinceSource')
      else expect(article.provinceSource).toMatch(want.provinceSource)
      expect(article.body?.startsWith(want.begins), article.body?.slice(0, 100)).toBe(true)
      expect(article.body?.endsWith(want.ends), article.body?.slice(-100)).toBe(true)
      expect(article).not.toHaveProperty('lead')
      for (const value of Object.values(article)) expect(value).not.toBeUndefined()
    })
  }

  it('leave their clutter in no body', () => {
    for (const article of articles) {
      for (const words of clutter) expect(article.body?.includes(words), `${article.id}: ${words}`).toBe(false)
      expect(article.body?.split('\n').at(-1)).not.toContain(article.author)
    }
  })

  it('name the source that a page names', () => {
    expect(articles[3].source).toBe('Báo Sóc Trăng online')
    expect(articles[3].url).toMatch(/^http:\/\/baosoctrang\.org\.vn\/.*-31837\.html$/)
  })

  it('note what was cut, with the reason', () => {
    const foreign = notes.get('004')?.filter(({ reason }) => reason === 'foreign-article')
    expect(foreign?.map(({ text }) => text.slice(0, 16))).toEqual(['Chiều ngày 19/11'])
    expect(notes.get('001')?.filter(({ reason }) => reason === 'related').length).toBe(17)
  })

  for (const [how, change] of disguises) {
    it(`say the same ${how}`, () => {
      const disguised: Article[] = []
      for (const name of readdirSync(folder).sort()) {
        if (name.endsWith('.txt'))
          disguised.push(...ingestPage({ name, text: change(readFileSync(folder + name, 'utf8')) }).articles)
      }
      expect(disguised).toEqual(articles)
    })
  }

  it('are seven articles as one file, too', () => {
    const names = readdirSync(folder)
      .filter(name => name.endsWith('.txt'))
      .sort()
    for (const order of [names, names.toReversed()]) {
      const text = order.map(name => readFileSync(folder + name, 'utf8')).join('\n\n')
      const titles = ingestPage({ name: 'all.txt', text }).articles.map(({ title, author }) => [title, author])
      expect(titles).toHaveLength(7)
      expect(titles).toEqual(
        expect.arrayContaining(
          expected.filter(({ title }) => title !== undefined).map(({ title, author }) => [title, author]),
        ),
      )
    }
  })
})
