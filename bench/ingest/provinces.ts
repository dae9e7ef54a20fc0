import { type NewsRecord, newsRecords, sample } from './data.js'
import type { Engine } from './engine.js'
import { type Figure, percent, share } from './figures.js'

/** A record whose label and derived province differ. */
export interface Disagreement {
  readonly collection: string
  readonly record: NewsRecord
  readonly ours: string | undefined
  readonly source: string | undefined
  readonly confidence: number
}

interface Outcome {
  readonly agreed: number
  readonly labelled: number
  readonly claimed: number
  readonly disagreements: Disagreement[]
  /** Ours where the collection has no label. */
  readonly unlabelled: Disagreement[]
  readonly sure: number
  readonly sureButOther: number
}

/** Derives every record's province from its words and compares with the collection's label, in one reading or the other. */
export function compareProvinces(engine: Engine, collection: string): Outcome {
  const disagreements: Disagreement[] = []
  const unlabelled: Disagreement[] = []
  let agreed = 0
  let labelled = 0
  let claimed = 0
  let sure = 0
  let sureButOther = 0
  for (const record of newsRecords(collection)) {
    const { id, title, body, date } = record
    const derived = engine.deriveDocument({ id, title, body, ...(date === undefined ? {} : { date }) })
    const ours = typeof derived.province === 'string' ? derived.province : undefined
    const confidence = Number(derived.provinceConfidence ?? 0)
    if (ours !== undefined) claimed++
    if (record.province === undefined) {
      if (ours !== undefined) unlabelled.push({ collection, record, ours, source: derived.provinceSource, confidence })
      continue
    }
    labelled++
    const same = ours !== undefined && (ours === record.province || ours === engine.province2025(record.province))
    if (same) agreed++
    else disagreements.push({ collection, record, ours, source: derived.provinceSource, confidence })
    if (ours !== undefined && confidence >= 0.9) {
      sure++
      if (!same) sureButOther++
    }
  }
  return { agreed, labelled, claimed, disagreements, unlabelled, sure, sureButOther }
}

/** Agreement with the labels, which are noisy: who is right in a disagreement is for a person to say (`--sample`). */
export function provinceFigures(engine: Engine): Figure[] {
  return ['news-dated', 'headlines-60k'].flatMap(collection => {
    const outcome = compareProvinces(engine, collection)
    if (outcome.labelled === 0) return []
    const other = outcome.disagreements.filter(({ ours }) => ours !== undefined).length
    return [
      share(
        `provinces, ${collection}: as labelled where both say one`,
        outcome.agreed,
        outcome.agreed + other,
        {},
        `${outcome.labelled - outcome.agreed - other} labelled only, ${outcome.unlabelled.length} claimed only`,
      ),
      {
        name: `provinces, ${collection}: sure (≥ 0.9) but not as labelled`,
        value: percent(outcome.sureButOther, outcome.sure),
        unit: '%',
        note: `${outcome.sureButOther} of ${outcome.sure}`,
      },
    ]
  })
}

/** Disagreements of `headlines-60k` for a person to read, or records of which only we say where they are. */
export function provinceSample(engine: Engine, count: number, seed: number, which: 'labelled' | 'unlabelled') {
  const { disagreements, unlabelled } = compareProvinces(engine, 'headlines-60k')
  return sample(
    which === 'unlabelled' ? unlabelled : disagreements.filter(({ ours }) => ours !== undefined),
    count,
    seed,
  )
}
