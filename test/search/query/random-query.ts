import type { QueryNode } from '../../../src/search/query/index.js'

/** Always the same numbers from 0 up to a bound (a 32-bit xorshift). */
export function numbersFrom(seed: number): (bound: number) => number {
  let state = seed
  return bound => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % bound
  }
}

const WORDS = (
  'tai nạn lao động Sóc Trăng LĐLĐ ldld VÀ HOẶC KHÔNG AND OR NOT Covid-19 145/2020/NĐ-CP 17:30 http://a.b/c tp.hcm 2023 quý 3/2023 ' +
  'title: tiêu_đề: tác giả: tỉnh: date: ngày: năm: quý: province:* -author:* date:2024-01..2024-06 date:>=2023 ngày:hôm_qua ' +
  'foo:bar __proto__:x constructor:y views:>100 views:10..20 lao~1 lao~ lao~9 đo* * ** ^ ~ từ^2 từ^0 x^1,5 .. … "" () ( ) " “ ” « » „ ' +
  '\\ \\\\ \\( \\" \\AND + - − – +x -y +"z -( tuần trước 7 ngày qua a\u0301 VA\u0300 \ud800 \udc00 😀 \u0000 \u200b \ufeff .* (.*)+$'
).split(' ')
const SIGNS = '()"“”«»„\\*~^:+-−–.,>=<… \n\t\u00a0'
const GAPS = ['', '', ' ', ' ', ' ', '  ', '\n']

/** A query that no grammar made, of up to so many pieces. */
export function randomQuery(random: (bound: number) => number, most = 12): string {
  let text = ''
  for (let pieces = random(most + 1); pieces > 0; pieces--) {
    const kind = random(8)
    if (kind < 5) text += WORDS[random(WORDS.length)]
    else if (kind < 7) text += SIGNS[random(SIGNS.length)]
    else text += String.fromCharCode(random(0x10000))
    text += GAPS[random(GAPS.length)]
  }
  return text
}

/** A tree without positions. */
export function withoutPlaces(tree: QueryNode): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'start' || key === 'end' ? undefined : value)))
}

/** Whether every node lies in the query, and inside its parent. */
export function placesHold(tree: QueryNode, start: number, end: number): boolean {
  if (tree.start < start || tree.end > end || tree.start > tree.end) return false
  const inner =
    tree.type === 'or'
      ? tree.nodes
      : tree.type === 'group'
        ? tree.clauses.map(({ node }) => node)
        : tree.type === 'field' || tree.type === 'boost'
          ? [tree.node]
          : []
  return inner.every(node => placesHold(node, tree.start, tree.end))
}
