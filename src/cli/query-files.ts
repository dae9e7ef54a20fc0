import { InputError } from '../index.js'
import type { EvalQuery, Judgements } from './relevance.js'

/**
 * Reads queries, in whichever of three forms they are: NDJSON (`id`, `text` and, if you like, `kind`), TREC topics (`<num>` and
 * `<title>` of each `<top>`), or a line each, the id before a tab; without a tab the number of the line is the id.
 *
 * @throws InputError (`BAD_INPUT`, with the line) for a line that cannot be read, (`EMPTY_INPUT`) where there is none
 */
export function readQueries(file: string, text: string): EvalQuery[] {
  const begin = text.trimStart()
  const queries = begin.startsWith('<') ? topics(file, begin) : linesOf(text).map(line => readQuery(file, line))
  if (queries.length === 0) throw new InputError('EMPTY_INPUT', `${file}: no queries`, { file })
  return queries
}

/**
 * Reads judgements: query, document and relevance with tabs or blanks between (1 where there is none), TREC's form with a `0` or `Q0` in
 * between, or NDJSON with `query`, `document` and `relevance`.
 *
 * @throws InputError as `readQueries`
 */
export function readJudgements(file: string, text: string): Judgements {
  const judgements = new Map<string, Map<string, number>>()
  for (const { line, words } of linesOf(text)) {
    const [query, document, relevance] = words.startsWith('{') ? jsonCells(words) : cellsOf(words)
    const value = Number(relevance)
    if (query === undefined || document === undefined || Number.isNaN(value))
      throw bad(file, line, 'query, document and relevance with tabs between, or as JSON')
    const known = judgements.get(query) ?? new Map<string, number>()
    judgements.set(query, known.set(document, value))
  }
  if (judgements.size === 0) throw new InputError('EMPTY_INPUT', `${file}: no judgements`, { file })
  return judgements
}

interface Line {
  readonly line: number
  readonly words: string
}

type Cells = readonly [query?: string, document?: string, relevance?: string | number]

function readQuery(file: string, { line, words }: Line): EvalQuery {
  if (!words.startsWith('{')) {
    const tab = words.indexOf('\t')
    return tab < 0
      ? { id: String(line), text: words }
      : { id: words.slice(0, tab).trim(), text: words.slice(tab + 1).trim() }
  }
  const value = parse(words)
  if (typeof value !== 'object' || value === null || !('id' in value) || !('text' in value))
    throw bad(file, line, 'a JSON object with id and text')
  const { id, text } = value
  if (typeof id !== 'string' || typeof text !== 'string') throw bad(file, line, 'id and text as strings')
  return 'kind' in value && typeof value.kind === 'string' ? { id, text, kind: value.kind } : { id, text }
}

/** TREC topics: elements are seldom closed, so each goes to the next `<`. */
function topics(file: string, text: string): EvalQuery[] {
  return text
    .split('<top>')
    .slice(1)
    .map((topic, at) => {
      const id = elementOf(topic, '<num>').replace('Number:', '').trim()
      const title = elementOf(topic, '<title>').replace('Topic:', '').replace(/\s+/g, ' ').trim()
      if (id === '' || title === '') throw bad(file, at + 1, '<num> and <title> in each <top>')
      return { id, text: title }
    })
}

function elementOf(topic: string, tag: string): string {
  const start = topic.indexOf(tag)
  return start < 0 ? '' : topic.slice(start + tag.length).split('<', 1)[0]
}

function cellsOf(words: string): Cells {
  const cells = words.split(/\s+/)
  if (cells.length > 4) return []
  return cells.length === 4 ? [cells[0], cells[2], cells[3]] : [cells[0], cells[1], cells[2] ?? 1]
}

function jsonCells(words: string): Cells {
  const value = parse(words)
  if (typeof value !== 'object' || value === null || !('query' in value) || !('document' in value)) return []
  const { query, document } = value
  const relevance = 'relevance' in value ? value.relevance : 1
  return typeof query === 'string' && typeof document === 'string' && typeof relevance === 'number'
    ? [query, document, relevance]
    : []
}

function linesOf(text: string): Line[] {
  return text
    .split('\n')
    .map((words, at) => ({ line: at + 1, words: words.trim() }))
    .filter(({ words }) => words !== '')
}

function parse(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return undefined
  }
}

function bad(file: string, line: number, expected: string): InputError {
  return new InputError('BAD_INPUT', `${file}:${line}: should be ${expected}`, { file, line, expected })
}
