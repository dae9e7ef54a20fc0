import { newsRecords } from './data.js'
import type { Engine } from './engine.js'
import { type Figure, share } from './figures.js'

const DAY = 86_400_000

/** How far a claimed date lies before the day of publication, in days; negative when it lies behind it. */
export interface DateCase {
  readonly id: string
  readonly title: string
  readonly published: string
  readonly claimed: string
  readonly source: string
  readonly confidence: number
  readonly days: number
}

/** Every date that is claimed from the words of a collection alone. */
export function dateCases(engine: Engine, collection: string): { readonly cases: DateCase[]; readonly asked: number } {
  const cases: DateCase[] = []
  let asked = 0
  for (const { id, title, body, date: published } of newsRecords(collection)) {
    if (published === undefined) continue
    asked++
    const { date: claimed, dateSource = '', dateConfidence = 0 } = engine.deriveDocument({ id, title, body })
    if (claimed === undefined) continue
    const days = distance(claimed, published)
    cases.push({ id, title, published, claimed, source: dateSource, confidence: Number(dateConfidence), days })
  }
  return { cases, asked }
}

/** Days from the end of the time that is claimed to the day of publication; 0 for a month or year that holds it. */
function distance(claimed: string, published: string): number {
  if (claimed.length < 10) return published.startsWith(claimed) ? 0 : 999
  return Math.round((Date.parse(published.slice(0, 10)) - Date.parse(claimed.slice(0, 10))) / DAY)
}

/** A claimed day is right when the article came out on it or in the week after: news tells of what has just been. */
export const isRight = ({ days }: DateCase): boolean => days >= -1 && days <= 7

/** How well the day is derived from running text alone: from articles, and from headlines with their summaries. */
export function dateFigures(engine: Engine, tell: (line: string) => void): Figure[] {
  return ['news-dated', 'headlines-60k'].flatMap(collection => {
    const { cases, asked } = dateCases(engine, collection)
    // Two lines of a summary say less than an article: a check on other years, no bound.
    const must = collection === 'news-dated'
    if (asked === 0) return []
    for (const one of cases)
      if (!isRight(one))
        tell(
          `date ${one.id}: ${one.claimed} ("${one.source}", ${one.confidence}), published ${one.published.slice(0, 10)}: ${one.title}`,
        )
    const right = cases.filter(isRight)
    const within = (days: number) => cases.filter(one => Math.abs(one.days) <= days).length
    const sure = cases.filter(({ confidence }) => confidence >= 0.9)
    const remark = `same day ${within(0)}, a day ${within(1)}, three ${within(3)}`
    const wrong = sure.filter(one => !isRight(one)).length
    return [
      share(`dates, ${collection}: right where claimed`, right.length, cases.length, must ? { least: 97 } : {}, remark),
      share(`dates, ${collection}: claimed`, cases.length, asked),
      share(`dates, ${collection}: sure (≥ 0.9) but wrong`, wrong, sure.length, must ? { most: 1 } : {}),
    ]
  })
}
