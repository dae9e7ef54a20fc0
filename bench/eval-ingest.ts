/**
 * `npm run eval:ingest`: how well pages become articles. One table; ends with 1 when a figure is below what must be reached.
 *
 *     npm run eval:ingest                            the table
 *     npm run eval:ingest -- --details               and every single miss of seeds, corpus and dates
 *     npm run eval:ingest -- --sample 100 --seed 1   disagreements with the noisy provinces of headlines-60k, for a person;
 *                                                    with --unlabelled: what only we give a province
 *     npm run eval:ingest -- --duplicates 100        pairs that are found to be near-duplicates, for a person
 */
import { parseArgs } from 'node:util'
import { corpusFigures } from './ingest/corpus.js'
import { dateFigures } from './ingest/dates.js'
import { duplicateFigures, duplicateSample } from './ingest/duplicates.js'
import { loadEngine } from './ingest/engine.js'
import { type Figure, holds } from './ingest/figures.js'
import { provinceFigures, provinceSample } from './ingest/provinces.js'
import { seedFigures } from './ingest/seeds.js'
import { speedFigures } from './ingest/speed.js'
import { printRows } from './table.js'

const { values } = parseArgs({
  options: {
    details: { type: 'boolean', default: false },
    sample: { type: 'string' },
    duplicates: { type: 'string' },
    seed: { type: 'string', default: '1' },
    unlabelled: { type: 'boolean', default: false },
  },
})

function row(figure: Figure): string[] {
  const bound = figure.least !== undefined ? `≥ ${figure.least}` : figure.most !== undefined ? `≤ ${figure.most}` : ''
  const state = bound === '' ? '' : holds(figure) ? 'ok' : 'BELOW'
  return [figure.name, figure.note, `${figure.value.toFixed(2)} ${figure.unit}`, bound, state]
}

const engine = await loadEngine()
if (values.sample !== undefined) {
  for (const { record, ours, source, confidence } of provinceSample(
    engine,
    Number(values.sample),
    Number(values.seed),
    values.unlabelled ? 'unlabelled' : 'labelled',
  )) {
    const lines = [
      `${record.id}  ours ${ours ?? 'none'} (${confidence}, "${source ?? ''}"), label ${record.province ?? 'none'}`,
      `  ${record.title}`,
      `  ${record.body}`,
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  }
} else if (values.duplicates !== undefined) {
  for (const { first, second } of duplicateSample(engine, Number(values.duplicates), Number(values.seed))) {
    for (const { id, title, body, url } of [first, second])
      process.stdout.write(`${id} ${url ?? ''}\n  ${title}\n  ${body.slice(0, 400)}\n`)
    process.stdout.write('\n')
  }
} else {
  const tell = (line: string) => {
    if (values.details) process.stdout.write(`${line}\n`)
  }
  const figures = [
    ...seedFigures(engine, tell),
    ...corpusFigures(engine, tell),
    ...dateFigures(engine, tell),
    ...provinceFigures(engine),
    ...duplicateFigures(engine),
    ...speedFigures(engine),
  ]
  printRows(['figure', '', 'value', 'must', ''], figures.map(row), 2)
  if (!figures.every(holds)) process.exitCode = 1
}
