import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex, type Document, openIndex } from '../../src/index.js'
import { FACETS, faceted, facetFilter } from './generate-facets.js'

const OPTIONS = { ...FACETS, facets: { ...FACETS.facets, duplicateOf: 'keyword', source: 'keyword' } } as const

/** The first hit of each group, in the order of all hits, with how many more there are. */
function collapsed(
  hits: readonly { readonly id: string }[],
  groupOf: (id: string) => string | undefined,
): [string, number][] {
  const first = new Map<string, [string, number]>()
  for (const { id } of hits) {
    const group = groupOf(id) ?? `alone ${id}`
    const known = first.get(group)
    if (known) known[1]++
    else first.set(group, [id, 0])
  }
  return [...first.values()]
}

describe('collapsing equals going through all hits', () => {
  it('under every order', async () => {
    const withGroups = fc
      .tuple(
        faceted,
        fc.array(fc.constantFrom('báo A', 'báo B', undefined), { minLength: 30 }),
        fc.array(fc.nat(40), { minLength: 30 }),
      )
      .map(([documents, sources, originals]) =>
        documents.map((document, at): Document => {
          // Some are copies of others, which have no value of their own.
          const original = documents[originals[at]]
          return {
            ...document,
            ...(sources[at] === undefined ? {} : { source: sources[at] }),
            ...(at % 2 === 1 && original ? { duplicateOf: original.id } : {}),
          }
        }),
      )
    const asked = fc.array(
      fc.tuple(
        fc.constantFrom('relevance', 'date', '-views', 'category'),
        fc.constantFrom('source', 'duplicateOf'),
        facetFilter,
      ),
      { minLength: 5, maxLength: 5 },
    )
    await fc.assert(
      fc.asyncProperty(withGroups, asked, async (documents, cases) => {
        const index = openIndex(await buildIndex(documents, OPTIONS))
        const byId = new Map(documents.map(document => [document.id, document]))
        const originals = new Set(documents.map(({ duplicateOf }) => duplicateOf))
        for (const [sort, collapse, filter] of cases) {
          const all = index.search('tin vui', { sort, filter, limit: 100, match: 'any' })
          const groupOf = (id: string) => {
            const value = byId.get(id)?.[collapse]
            return typeof value === 'string' ? value : collapse === 'duplicateOf' && originals.has(id) ? id : undefined
          }
          const found = index.search('tin vui', {
            sort,
            filter,
            collapse,
            limit: 100,
            match: 'any',
            facets: ['category'],
          })
          expect(found.hits.map(hit => [hit.id, hit.collapsed])).toEqual(collapsed(all.hits, groupOf))
          expect([found.total, found.groups]).toEqual([all.total, found.hits.length])
          expect(found.facets).toEqual(index.search('tin vui', { filter, match: 'any', facets: ['category'] }).facets)
          const page = index.search('tin vui', { sort, filter, collapse, offset: 1, limit: 2, match: 'any' })
          expect(page.hits.map(({ id }) => id)).toEqual(found.hits.slice(1, 3).map(({ id }) => id))
        }
      }),
      { numRuns: 60, seed: 20_260_812 },
    )
  })
})

describe('collapse', () => {
  it('says nothing of groups where it was not asked for', async () => {
    const index = openIndex(await buildIndex([{ id: 'a', body: 'tin' }]))
    const result = index.search('tin')
    expect(result.groups).toBeUndefined()
    expect('collapsed' in result.hits[0]).toBe(false)
  })

  it.each<readonly [unknown, string, string]>([
    ['date', 'BAD_ARGUMENT', 'collapse'],
    ['sourse', 'UNKNOWN_OPTION', 'sourse'],
    [7, 'BAD_ARGUMENT', 'collapse'],
  ])('refuses %j', async (collapse, code, field) => {
    const index = openIndex(await buildIndex([{ id: 'a', body: 'tin' }], OPTIONS))
    let error: unknown
    try {
      index.search('tin', { collapse: collapse as string })
    } catch (caught) {
      error = caught
    }
    expect(error).toMatchObject({ code, field, name: 'UsageError' })
  })
})
