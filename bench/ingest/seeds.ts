import { readdirSync, readFileSync } from 'node:fs'
import { clutter, expectedArticles } from '../../test/ingest/seeds-key.js'
import { sharedFile } from './data.js'
import type { Engine } from './engine.js'
import { type Figure, share } from './figures.js'

/** The five seed pages against what their seven articles must hold. */
export function seedFigures(engine: Engine, tell: (line: string) => void): Figure[] {
  const folder = sharedFile('seeds/')
  if (folder === undefined) return []
  const articles = readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .flatMap(name => engine.ingestPage({ name, text: readFileSync(folder + name, 'utf8') }).articles)
  let right = 0
  let asked = 0
  for (const [i, want] of expectedArticles.entries()) {
    const got = articles[i]
    const { body = '' } = got ?? {}
    const checks: [string, boolean][] = [
      ['id', got?.id === want.id],
      ['title', got?.title === want.title],
      ['date', got?.date === want.date],
      ['dateSource', want.dateSource?.test(got?.dateSource ?? '') ?? got?.dateSource === undefined],
      ['province', got?.province === want.province],
      ['provinceSource', want.provinceSource?.test(got?.provinceSource ?? '') ?? got?.provinceSource === undefined],
      ['author', got?.author === want.author],
      [
        'body',
        body.startsWith(want.begins) && body.endsWith(want.ends) && !clutter.some(words => body.includes(words)),
      ],
    ]
    for (const [field, holds] of checks) {
      asked++
      if (holds) right++
      else tell(`seed ${want.id}: ${field}`)
    }
  }
  const extra = articles.length - expectedArticles.length
  if (extra > 0) tell(`seeds: ${extra} articles too many`)
  return [share('seeds: fields right', right, asked + Math.max(0, extra), { least: 100 })]
}
