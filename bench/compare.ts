/**
 * `npm run bench:compare A B`: whether timtin at commit B is slower or larger than at commit A (`.` is the working tree). Both
 * are bundled, index the same articles and answer the same queries in processes that take turns; the ratios of the pairs of
 * rounds go through Wilcoxon's signed-rank test. Ends with exit code 1 where B is worse by more than the threshold and that is
 * no chance: p below 5 % for all comparisons together, and the whole confidence interval above 0. Sizes have no noise.
 *
 *   --documents N    4000 unless given
 *   --pairs N        pairs of rounds, 12 unless given, from 10 to 40
 *   --threshold P    percent that are let pass, 5 unless given
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { NEWS, SHORT_QUERIES, TITLE_QUERIES } from './collections.js'
import { prepare, queryTexts } from './documents.js'
import { alternate, type Opened } from './latency.js'
import { bundleHost } from './peers/bundle-host.js'
import { peer } from './peers/catalogue.js'
import { queryKinds } from './query-kinds.js'
import { type Built, Session } from './session.js'
import { pairedTest } from './signed-rank.js'
import { printRows } from './table.js'

const checkout = fileURLToPath(new URL('../', import.meta.url))
const KINDS = ['syllable', 'rare', 'title', 'short', 'title unmarked', 'short unmarked', 'filtered', 'with facets']
/** Comparisons of times in a run: one chance in twenty is shared among them (Bonferroni). */
const TESTS = 1 + 2 * KINDS.length
const TIMTIN = peer('timtin')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    documents: { type: 'string', default: '4000' },
    pairs: { type: 'string', default: '12' },
    threshold: { type: 'string', default: '5' },
  },
})

/** Bundles the sources of a commit, or the working tree. */
async function hostOf(revision: string, name: string): Promise<string> {
  if (revision === '.') return bundleHost(undefined, name)
  const folder = mkdtempSync(join(tmpdir(), 'timtin-compare-'))
  try {
    const archive = execFileSync('git', ['archive', revision, 'src', 'package.json'], {
      cwd: checkout,
      maxBuffer: 2 ** 28,
    })
    execFileSync('tar', ['-x', '-C', folder], { input: archive })
    symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'))
    return await bundleHost(join(folder, 'src'), name)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Compared {
  readonly row: readonly string[]
  readonly worse: boolean
}

/** Times in pairs: ratios of B to A. */
function compareTimes(what: string, ratios: readonly number[], threshold: number): Compared {
  const { p, estimate, lowest, highest } = pairedTest(ratios.map(Math.log))
  const percent = (log: number) => `${(100 * (Math.exp(log) - 1)).toFixed(1)} %`
  const certain = p < 0.05 / TESTS && (lowest > 0 || highest < 0)
  const worse = certain && Math.exp(estimate) > 1 + threshold / 100
  const verdict = worse
    ? 'WORSE'
    : !certain
      ? 'no difference seen'
      : estimate > 0
        ? 'slower, within the threshold'
        : 'better'
  return { row: [what, percent(estimate), `${percent(lowest)} … ${percent(highest)}`, p.toFixed(4), verdict], worse }
}

function compareBytes(what: string, a: number, b: number, threshold: number): Compared {
  const change = 100 * (b / a - 1)
  const worse = change > threshold
  return {
    row: [
      what,
      `${change.toFixed(2)} %`,
      '',
      '',
      worse ? 'WORSE' : change < 0 ? 'better' : 'same or within the threshold',
    ],
    worse,
  }
}

async function compare(news: string, revisions: readonly [string, string]): Promise<readonly Compared[]> {
  const pairs = Math.min(40, Math.max(10, Number(values.pairs)))
  const threshold = Number(values.threshold)
  const documents = await prepare(news, Number(values.documents))
  const sessions: Session[] = []
  try {
    for (const [at, revision] of revisions.entries())
      sessions.push(await Session.open(await hostOf(revision, `compare-${at}`)))
    const builds: Built[][] = [[], []]
    const wanted = {
      name: 'all',
      documents: documents.file,
      fields: ['title', 'body'],
      stored: false,
      categories: true,
    }
    for (let round = 0; round < Math.ceil(pairs / 2); round++) {
      for (const [at, session] of sessions.entries()) builds[at].push(await session.build(TIMTIN, wanted))
    }
    const opened: Opened[] = []
    for (const [at, session] of sessions.entries())
      opened.push({ name: 'AB'[at], process: await session.opened(TIMTIN, 'all') })
    const rows = [
      compareBytes('bytes of the index', builds[0][0].bytes, builds[1][0].bytes, threshold),
      compareTimes(
        'time of building',
        builds[0].map(({ seconds }, at) => builds[1][at].seconds / seconds),
        threshold,
      ),
    ]
    for (const { name, queries } of queryKinds(queryTexts(TITLE_QUERIES), queryTexts(SHORT_QUERIES), 300)) {
      if (!KINDS.includes(name)) continue
      const { rounds } = await alternate(opened, queries, { warmUps: 3, rounds: pairs, secondsPerRound: 4 })
      const [a, b] = [rounds.get('A') ?? [], rounds.get('B') ?? []]
      for (const percentile of ['p50', 'p95'] as const)
        rows.push(
          compareTimes(
            `${name}, ${percentile}`,
            a.map((round, at) => b[at][percentile] / round[percentile]),
            threshold,
          ),
        )
    }
    return rows
  } finally {
    for (const session of sessions) await session.close()
  }
}

const [a, b, ...more] = positionals
if (NEWS === undefined || a === undefined || b === undefined || more.length > 0) {
  process.stdout.write(
    'bench:compare A B: two commits, or . for the working tree; needs the 20,000 articles beside the checkout\n',
  )
  process.exitCode = 2
} else {
  const compared = await compare(NEWS, [a, b])
  printRows(
    [`${b} beside ${a}`, 'change', '95 % interval', 'p', ''],
    compared.map(({ row }) => row),
    1,
  )
  if (compared.some(({ worse }) => worse)) process.exitCode = 1
}
