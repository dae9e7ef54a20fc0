import { describe, expect, it } from 'vitest'
import { IndexFileError } from '../../src/errors.js'
import { Container, writeContainer } from '../../src/index/container.js'
import { buildIndex, openIndex } from '../../src/index.js'

/** A small generator of numbers (Marsaglia's xorshift32), so that every run tries the same damage. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const BODIES = [
  'Chiều 9.7, LĐLĐ tỉnh Sóc Trăng tổ chức hội nghị công đoàn cơ sở (CĐCS) theo Nghị định 145/2020/NĐ-CP.',
  'Mở đường liên xã, bà con hiến đất làm đường; đương nhiên ai cũng vui. Dương lịch sang trang.',
  'Hội nghị công đoàn tặng 4.400 suất quà cho công nhân, công đoàn các cấp chăm lo đời sống.',
  'Hop mat cong nhan khu che xuat, khong ai vang mat trong buoi chieu hom nay',
]

async function sections(): Promise<Map<string, Uint8Array>> {
  const documents = Array.from({ length: 140 }, (_, at) => ({
    id: `tin-${at}`,
    title: `Tin số ${at} của công đoàn`,
    body: `${BODIES[at % BODIES.length]} Số ${at}.`,
    date: at % 5 === 0 ? '2024' : `2024-0${1 + (at % 9)}-11`,
    province: ['Sóc Trăng', 'Trà Vinh'].slice(0, at % 3),
  }))
  const container = new Container(await buildIndex(documents))
  return new Map([...container.sizes().keys()].map(name => [name, container.section(name).slice()]))
}

/** All that a reader may be asked; whatever it gives, it must end and throw nothing untyped. */
function askEverything(bytes: Uint8Array): void {
  const index = openIndex(bytes)
  for (const query of ['công đoàn tặng quà', 'duong lien xa', 'ldld 145/2020/nd-cp', 'hop mat']) {
    const { hits } = index.search(query, { facets: ['province', 'date'], limit: 5, filter: { date: { from: '2024' } } })
    for (const hit of hits) String(hit.document.title) + JSON.stringify(hit.highlights)
    expect(index.search(query, { limit: 3, offset: 2 }).hits.length).toBeLessThanOrEqual(3)
    if (hits[0]) index.explain(hits[0].id, query)
  }
  index.abbreviations()
  index.verify()
}

describe('a file made to deceive, with right checksums', () => {
  const rounds = Number(process.env.TIMTIN_HOSTILE_FILES ?? 400)

  it(`gives an error of the index or some answer, ${rounds} times`, async () => {
    const original = await sections()
    const names = [...original.keys()]
    const random = generator(20261124)
    const untyped: string[] = []
    let refused = 0
    for (let round = 0; round < rounds; round++) {
      const changed = new Map(original)
      const name = names[random(names.length)]
      const bytes = original.get(name)!.slice()
      const kind = random(4)
      for (let change = random(4); change >= 0 && bytes.length > 0; change--) {
        const at = random(bytes.length)
        if (kind === 0) bytes[at] ^= 1 << random(8)
        else if (kind === 1) bytes[at] = random(256)
        else bytes.fill(kind === 2 ? 255 : 0, at, at + 1 + random(8))
      }
      changed.set(name, random(12) === 0 ? bytes.subarray(0, random(bytes.length + 1)) : bytes)
      if (random(40) === 0) changed.delete(name)
      try {
        askEverything(writeContainer(changed))
      } catch (error) {
        if (error instanceof IndexFileError) refused++
        else untyped.push(`round ${round}, ${name}: ${String(error).slice(0, 120)}`)
      }
    }
    expect(untyped).toEqual([])
    expect(refused).toBeGreaterThan(0)
  })
})
