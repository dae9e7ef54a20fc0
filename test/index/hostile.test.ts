import { pack, unpack } from 'msgpackr'
import { describe, expect, it } from 'vitest'
import { IndexFileError, TimtinError } from '../../src/errors.js'
import { writeContainer } from '../../src/index/container.js'
import { buildIndex, openIndex } from '../../src/index.js'
import { deceive, sectionsOf, wholeNumbers } from './damaged-files.js'
import { randomOf } from './random.js'

/** Damaged files altogether; a quarter of them are those made to deceive. */
const FILES = Math.ceil(Number(process.env.TIMTIN_DAMAGED_FILES ?? 1600) / 4)

const BODIES = [
  'Chiều 9.7, LĐLĐ tỉnh Sóc Trăng tổ chức hội nghị công đoàn cơ sở (CĐCS) theo Nghị định 145/2020/NĐ-CP.',
  'Mở đường liên xã, bà con hiến đất làm đường; đương nhiên ai cũng vui. Dương lịch sang trang.',
  'Hội nghị công đoàn tặng 4.400 suất quà cho công nhân, công đoàn các cấp chăm lo đời sống. Quỹ Nước sạch (QNSX) góp vốn.',
  'Hop mat cong nhan khu che xuat, khong ai vang mat trong buoi chieu hom nay',
]

const file = await buildIndex(
  Array.from({ length: 140 }, (_, at) => ({
    id: `tin-${at}`,
    title: `Tin số ${at} của công đoàn`,
    body: `${BODIES[at % BODIES.length]} Số ${at}.`,
    date: at % 5 === 0 ? '2024' : `2024-0${1 + (at % 9)}-11`,
    province: ['Sóc Trăng', 'Trà Vinh'].slice(0, at % 3),
    views: at % 7 === 0 ? undefined : at * 300,
  })),
  { facets: { province: 'province', date: 'date', category: 'keyword', views: 'number' } },
)
const original = sectionsOf(file)

const QUERIES = [
  'công đoàn tặng quà',
  'ldld 145/2020/nd-cp',
  'hop mat',
  '"công đoàn các cấp" hoặc title:số',
  'duong~1 liê*',
]

/** All that a reader may be asked; whatever it gives, it must end and throw nothing untyped. */
function askEverything(bytes: Uint8Array): void {
  const index = openIndex(bytes)
  for (const query of QUERIES) {
    const options = { facets: ['province', 'date', 'views'], limit: 5, filter: { date: { from: '2024' } } }
    const { hits } = index.search(query, options)
    for (const hit of hits) String(hit.document.title) + JSON.stringify(hit.highlights)
    expect(index.search(query, { limit: 3, offset: 2, sort: '-views' }).hits.length).toBeLessThanOrEqual(3)
    if (hits[0]) index.explain(hits[0].id, query)
  }
  index.facets(['province', 'date', 'views'])
  index.abbreviations()
  index.verify()
}

describe('a file made to deceive, with right checksums', () => {
  it(`gives an error of the index or some answer, ${FILES} times`, async ({ annotate }) => {
    expect(() => askEverything(file)).not.toThrow()
    const random = wholeNumbers(randomOf(20_261_124))
    const untyped: string[] = []
    const outcomes = new Map<string, number>()
    const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    for (let round = 0; round < FILES; round++) {
      const { bytes, what } = deceive(original, random)
      try {
        askEverything(bytes)
        count('answered')
      } catch (error) {
        // Names of facets may be among what was changed: then it is the query that is wrong.
        if (error instanceof TimtinError) count(error.code)
        else untyped.push(`round ${round}, ${what}: ${String(error).slice(0, 120)}`)
      }
    }
    expect(untyped).toEqual([])
    expect(outcomes.get('INDEX_DAMAGED')).toBeGreaterThan(FILES / 4)
    await annotate(JSON.stringify([...outcomes]))
  }, 3_600_000)

  const huge = 0xffff_ffff
  it.each([
    ['more documents than lengths', { documents: 141 }],
    ['more documents than bytes', { documents: huge }],
    ['no document', { documents: 0 }],
    ['a half document', { documents: 0.5 }],
    ['more terms than bytes', { terms: huge }],
    ['a half term', { terms: 1.5 }],
  ])('that claims %s is refused when it is opened', (_, claim) => {
    const meta: object = unpack(original.get('meta') ?? new Uint8Array())
    const changed = Uint8Array.from(pack({ ...meta, ...claim }))
    expect(() => openIndex(writeContainer(new Map(original).set('meta', changed)))).toThrow(IndexFileError)
  })

  it('gets no room for blocks of text larger than their bytes can be', () => {
    const storedix = original.get('storedix')?.slice() ?? new Uint8Array()
    new DataView(storedix.buffer).setUint32(8, 200 * 2 ** 20, true)
    const index = openIndex(writeContainer(new Map(original).set('storedix', storedix)))
    expect(() => index.document('tin-0')).toThrow(IndexFileError)
  })
})
