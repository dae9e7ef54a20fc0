import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleFromJsonLd } from '../../../src/ingest/html/json-ld.js'

const read = (value: unknown) => articleFromJsonLd(JSON.stringify(value))

describe('JSON-LD', () => {
  it('of one article', () => {
    expect(
      read({
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: ' Mở đường về xã ',
        datePublished: '2020-05-22T15:40:00+07:00',
        author: [{ '@type': 'Person', name: 'Thúy Kiều' }, { name: 'Thạch Sơn' }],
        publisher: { name: 'Báo Ven Sông' },
        articleSection: ['Kinh tế', 'Xã hội'],
        mainEntityOfPage: { '@id': 'https://bao.example/1' },
      }),
    ).toEqual({
      headline: 'Mở đường về xã',
      datePublished: '2020-05-22T15:40:00+07:00',
      author: 'Thúy Kiều, Thạch Sơn',
      publisher: 'Báo Ven Sông',
      section: 'Kinh tế',
      url: 'https://bao.example/1',
    })
  })

  it('in a graph, whose objects refer to each other', () => {
    const graph = {
      '@graph': [
        {
          '@type': ['Article', 'BlogPosting'],
          headline: 'Mùa lũ về',
          author: { '@id': '#hà' },
          publisher: { '@id': '#báo' },
        },
        { '@type': 'Person', '@id': '#hà', name: 'Thu Hà' },
        { '@type': 'Organization', '@id': '#báo', name: 'Báo Ven Sông' },
      ],
    }
    expect(read(graph)).toEqual({ headline: 'Mùa lũ về', author: 'Thu Hà', publisher: 'Báo Ven Sông' })
  })

  it('names the outermost article, and the page where there is none', () => {
    const related = { '@type': 'ItemList', itemListElement: [{ '@type': 'NewsArticle', headline: 'Tin khác' }] }
    expect(read([related, { '@type': 'NewsArticle', headline: 'Tin này' }])).toEqual({ headline: 'Tin này' })
    expect(read({ '@type': 'WebPage', name: 'Tin này', datePublished: '2020-05-22' })).toEqual({
      headline: 'Tin này',
      datePublished: '2020-05-22',
    })
    expect(read({ '@type': 'BreadcrumbList' })).toBeUndefined()
  })

  it('that templates left broken', () => {
    const script = '<!-- {"@type": "NewsArticle", "headline": "Mùa lũ\nvề", "author": {"name": "Thu Hà",},} -->'
    expect(articleFromJsonLd(script)).toEqual({ headline: 'Mùa lũ về', author: 'Thu Hà' })
    expect(articleFromJsonLd('{"@type": "NewsArticle", "headline": ')).toBeUndefined()
  })

  it('of any kind never throws, nor reaches into prototypes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const found = read({
          '@type': 'Article',
          author: value,
          publisher: value,
          headline: value,
          mainEntityOfPage: value,
        })
        for (const text of Object.values(found ?? {})) expect(typeof text).toBe('string')
      }),
    )
    expect(articleFromJsonLd('{"@type":"Article","__proto__":{"headline":"x"},"author":{"@id":"__proto__"}}')).toEqual(
      {},
    )
  })
})
