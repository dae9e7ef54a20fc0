import { constants } from 'node:fs'
import { access, mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { Command } from 'commander'
import { InputError, type SearchIndex, type SearchOptions } from '../index.js'
import { buildIndexFromFiles, openIndexFile, writeIndexFile } from '../node/index.js'
import { printFacets, printHits } from './output.js'
import { counted, duration, size } from './progress.js'
import type { Terminal } from './terminal.js'

interface Showcase {
  readonly shows: string
  readonly query: string
  readonly options?: SearchOptions
  /** The same as command-line options, to be tried. */
  readonly flags?: string
}

/** Five queries, each for one thing that other search engines get wrong in Vietnamese. */
const SHOWCASES: readonly Showcase[] = [
  { shows: 'an abbreviation finds its long form, and the other way about', query: 'ldld tỉnh chăm lo Tết' },
  { shows: 'no marks typed', query: 'nha o xa hoi cho cong nhan' },
  {
    shows: 'filtered by province and years',
    query: 'công đoàn giúp đoàn viên',
    options: { filter: { province: 'Cà Mau', date: { from: '2023', to: '2025' } } },
    flags: '--filter province="Cà Mau" date=2023..2025',
  },
  { shows: 'đường (road, sugar) is neither đương nor dương', query: 'mở rộng đường liên xã' },
  { shows: 'a question', query: 'Bão số mấy làm tốc mái trường học?' },
]

/** `npm start`: the bundled corpus from raw pages to answers; `npm start -- "a query"` answers that one. */
export function demoCommand(terminal: Terminal): Command {
  return new Command('demo')
    .description('build an index of the bundled corpus and answer some queries')
    .argument('[query...]', 'a query to answer instead')
    .action(async (words: string[]) => {
      const corpus = await findCorpus()
      const out = join(await writableFolder(), 'news.timtin')
      const began = performance.now()
      const build = await buildIndexFromFiles([corpus], { onError: error => terminal.report(error, false) })
      await writeIndexFile(out, build.bytes)
      const index = openIndexFile(out)
      const ms = performance.now() - began
      const path = relative(process.cwd(), out) || out
      await terminal.print(
        `${counted(build.documents, 'article')} from ${counted(build.files, 'file')}, ${size(build.bytes.length)} in ${path}, ${duration(ms)}`,
      )
      terminal.endReports(false)
      const given = words.join(' ')
      for (const showcase of given === '' ? SHOWCASES : [{ shows: '', query: given }]) {
        await answer(terminal, index, showcase, path, given === '' ? 3 : 10)
      }
    })
}

async function answer(
  terminal: Terminal,
  index: SearchIndex,
  showcase: Showcase,
  path: string,
  limit: number,
): Promise<void> {
  const { colors } = terminal
  const { shows, query, options = {}, flags } = showcase
  const typed = `timtin search ${path} "${query}"${flags === undefined ? '' : ` ${flags}`} --facets province,date`
  await terminal.print()
  await terminal.print(colors.cyan(`$ ${typed}`) + (shows === '' ? '' : colors.dim(`   # ${shows}`)))
  const result = index.search(query, { ...options, limit, facets: ['province', 'date'] })
  if (result.total === 0) terminal.exitCode = 1
  await printHits(terminal, result, 0)
  await printFacets(terminal, result.facets, 8)
}

/** The folder `corpus` beside or above the program; only a checkout has one, the published package does not. */
async function findCorpus(): Promise<string> {
  let folder = dirname(await realpath(process.argv[1]))
  for (;;) {
    const corpus = join(folder, 'corpus')
    if (await isThere(join(corpus, 'README.md'), constants.R_OK)) return corpus
    if (dirname(folder) === folder) break
    folder = dirname(folder)
  }
  throw new InputError('FILE_NOT_FOUND', 'the demo needs the folder corpus of a checkout', { file: 'corpus' })
}

/** The working folder, or a temporary one where that is read-only. */
async function writableFolder(): Promise<string> {
  return (await isThere(process.cwd(), constants.W_OK)) ? process.cwd() : mkdtemp(join(tmpdir(), 'timtin-'))
}

async function isThere(path: string, mode: number): Promise<boolean> {
  try {
    await access(path, mode)
    return true
  } catch {
    return false
  }
}
