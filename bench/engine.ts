/**
 * `npm run bench:engine`: the figures that the engine must reach, in one table and one run, with tantivy, FlexSearch and
 * MiniSearch beside. 20,000 news articles and their 1,000 titles and 1,000 short queries; every engine in processes of its own
 * that take turns. docs/benchmarks.md says what each figure counts.
 *
 *   --quick      fewer rounds, and builds once
 *   --only LIST  some of size, open, latency, memory, relevance, growth
 *   --profile    timtin alone: what a profiler should look at
 *   --json FILE  the measurements, too
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { NEWS } from './collections.js'
import { Figures, PARTS, type Part, printFigures } from './figures.js'
import { machine } from './machine.js'
import { Session } from './session.js'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'string' },
  },
})

function partsOf(list: string | undefined): readonly Part[] {
  if (list === undefined) return PARTS
  const asked = list.split(',')
  const unknown = asked.find(name => !PARTS.some(part => part === name))
  if (unknown !== undefined) throw new Error(`--only: ${unknown} is none of ${PARTS.join(', ')}`)
  return PARTS.filter(part => asked.includes(part))
}

if (NEWS === undefined) {
  process.stdout.write('the 20,000 articles are not beside the checkout\n')
  process.exitCode = 1
} else {
  const session = await Session.open()
  try {
    const figures = new Figures(session, NEWS, {
      quick: values.quick,
      ...(values.profile ? { rivals: [] } : {}),
    })
    process.stdout.write(`${machine().description}\n`)
    for (const part of partsOf(values.only)) await figures.measure(part)
    printFigures(figures)
    if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(figures.record(), null, 2))
  } finally {
    await session.close()
  }
}
