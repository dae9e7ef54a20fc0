/**
 * Spellings that are taken for one another because they sound alike somewhere in the country, or because the rules of
 * spelling tell them apart only before certain vowels. Each pair goes both ways; the number is the cost (see `costs.ts`).
 */

/** A rewriting of the beginning or the end of a syllable. */
export interface Rewriting {
  readonly from: string
  readonly to: string
  readonly cost: number
}

/** Onsets: in the North s/x, ch/tr, d/gi/r and, in places, l/n are said alike, in the South d/gi/v. */
const ONSETS: readonly (readonly [string, string, number])[] = [
  ['s', 'x', 4],
  ['ch', 'tr', 4],
  ['d', 'gi', 4],
  ['d', 'r', 4.5],
  ['gi', 'r', 4.5],
  ['d', 'v', 5],
  ['gi', 'v', 5],
  ['l', 'n', 4.5],
  ['ng', 'ngh', 2.5],
  ['g', 'gh', 2.5],
  ['c', 'k', 3],
  ['c', 'q', 3.5],
  ['k', 'q', 3.5],
  ['ph', 'f', 3],
  ['qu', 'w', 4],
  ['kh', 'h', 5.5],
  ['th', 't', 5.5],
]

/** Codas: in the South n/ng and t/c are said alike; i and y at the end of a syllable are a matter of spelling. */
const CODAS: readonly (readonly [string, string, number])[] = [
  ['n', 'ng', 4.5],
  ['n', 'nh', 5],
  ['t', 'c', 4.5],
  ['t', 'ch', 5],
  ['i', 'y', 3],
  ['o', 'u', 5],
]

function bothWays(rows: readonly (readonly [string, string, number])[]): Rewriting[] {
  return rows.flatMap(([one, other, cost]) => [
    { from: one, to: other, cost },
    { from: other, to: one, cost },
  ])
}

const ONSET_REWRITINGS = /* @__PURE__ */ bothWays(ONSETS)
const CODA_REWRITINGS = /* @__PURE__ */ bothWays(CODAS)

/** A word with its beginning or end put the other way. */
export interface Confused {
  readonly word: string
  readonly cost: number
}

/** All ways to confuse the onset or the coda of a word without tone; its other letters keep their shapes. */
export function confusionsOf(base: string): Confused[] {
  const found: Confused[] = []
  for (const { from, to, cost } of ONSET_REWRITINGS) {
    // The shorter of two that begin alike (g, gh) is not meant where the longer one is written.
    if (base.length <= from.length || !base.startsWith(from) || (to.startsWith(from) && base.startsWith(to))) continue
    found.push({ word: to + base.slice(from.length), cost })
  }
  for (const { from, to, cost } of CODA_REWRITINGS) {
    if (base.length <= from.length || !base.endsWith(from)) continue
    found.push({ word: base.slice(0, -from.length) + to, cost })
  }
  // oa, oe and ua, ue: the glide is o after no or most consonants, u after q.
  for (const [from, to] of [
    ['oa', 'ua'],
    ['ua', 'oa'],
    ['oe', 'ue'],
    ['ue', 'oe'],
  ]) {
    const at = base.indexOf(from)
    if (at >= 0) found.push({ word: base.slice(0, at) + to + base.slice(at + 2), cost: 4.5 })
  }
  return found
}

/** The rows of a keyboard; a key's neighbours are those beside it and, half a key to either side, above and below. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

const NEIGHBOURS = /* @__PURE__ */ neighbours()

function neighbours(): ReadonlySet<string> {
  const found = new Set<string>()
  const add = (a: string | undefined, b: string | undefined) => {
    if (a === undefined || b === undefined) return
    found.add(a + b)
    found.add(b + a)
  }
  ROWS.forEach((row, at) => {
    for (let key = 0; key < row.length; key++) {
      add(row[key], row[key + 1])
      add(row[key], ROWS[at + 1]?.[key])
      add(row[key], ROWS[at + 1]?.[key - 1])
    }
  })
  return found
}

/** Whether two letters a to z lie beside each other on a QWERTY keyboard. */
export function areNeighbours(a: string, b: string): boolean {
  return NEIGHBOURS.has(a + b)
}
