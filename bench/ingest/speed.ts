import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sharedFile } from './data.js'
import type { Engine } from './engine.js'
import type { Figure } from './figures.js'

const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url))

/** Megabytes a second, by this process's processor time, over the pages again and again for about two seconds. */
function rate(engine: Engine, pages: readonly { readonly name: string; readonly text: string }[]): number {
  const bytes = pages.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  let best = 0
  for (const until = performance.now() + 2500; performance.now() < until; ) {
    const before = process.cpuUsage()
    let read = 0
    while (read < 2e6) {
      for (const page of pages) engine.ingestPage(page)
      read += bytes
    }
    const { user, system } = process.cpuUsage(before)
    best = Math.max(best, read / (user + system))
  }
  return best
}

function pagesIn(folder: string, ending: string): { name: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => ({ name, text: readFileSync(folder + name, 'utf8') }))
}

/** How fast plain text and HTML pages become articles on one core. */
export function speedFigures(engine: Engine): Figure[] {
  const seeds = sharedFile('seeds/')
  const plain = [...pagesIn(corpus, '.txt'), ...(seeds === undefined ? [] : pagesIn(seeds, '.txt'))]
  return [
    { name: 'speed: plain text pages', value: rate(engine, plain), unit: 'MB/s', least: 15, note: 'one core' },
    {
      name: 'speed: HTML pages',
      value: rate(engine, pagesIn(corpus, '.html')),
      unit: 'MB/s',
      least: 5,
      note: 'one core',
    },
  ]
}
