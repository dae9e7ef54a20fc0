import { type Block, endsSentence, isParagraph, isTitleLike, type Zone } from './block.js'
import { hasDateLine } from './outlook.js'

/** How an item of a list of other news is written; items of one list are written alike. */
function itemForm(block: Block): string {
  if (block.markup === 'table-row') return 'row'
  if (block.markup === 'list-item') return 'item'
  if (/\(?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?:[ ,]+\d{1,2}:\d{2})?\)?(?: ?\|)?$/.test(block.text)) return 'dated'
  if (block.linkShare > 0.5) return 'link'
  return 'plain'
}

/** The form that most of the blocks from `start` to `end` have; furniture among them does not count. */
function commonForm(blocks: readonly Block[], start: number, end: number): string {
  const counts = new Map<string, number>()
  let most = ''
  for (let i = start; i < end; i++) {
    if (blocks[i].label === 'rule' || blocks[i].label === 'menu') continue
    const form = itemForm(blocks[i])
    counts.set(form, (counts.get(form) ?? 0) + 1)
    if (most === '' || (counts.get(form) ?? 0) > (counts.get(most) ?? 0)) most = form
  }
  return most
}

/** The label's zone: what stands under such a heading belongs to it. */
function opens(block: Block): Zone | undefined {
  if (block.label === 'related' || block.label === 'comments') return block.label
  return block.label === 'footer' ? 'footer' : undefined
}

/**
 * Marks the stretches under headings of related news and of comments, and the imprint at the foot: their items have no
 * furniture in their words, only their place tells them.
 *
 *   Các tin liên quan | Ngày đăng |     ← opens a zone
 *   Mô hình Tổ xe ôm … | 15/07/2024 |   ← rows
 *                                       ← another form, more space: no longer of the zone
 *   Sóc Trăng thực hiện tốt …           ← perhaps a headline, split.ts decides
 *   Tiếp đoàn có …                      ← running text ends a list
 *
 * Under a heading of comments running text is comments; there only a new headline with its own date line ends the zone.
 */
export function markZones(blocks: readonly Block[]): void {
  markDatedRuns(blocks)
  let text = false
  for (let i = 0; i < blocks.length; i++) {
    if (blocks[i].zone !== undefined) continue
    text ||= isParagraph(blocks[i])
    const zone = opens(blocks[i])
    if (zone === undefined) continue
    // "Chia sẻ | 0 | Bình luận" under the headline leads to the comments; they do not begin there.
    if (zone === 'comments' && !text) continue
    if (zone === 'related') i = markList(blocks, i)
    else if (zone === 'comments') i = markComments(blocks, i)
    else i = markImprint(blocks, i)
  }
}

/**
 * Lists of other news without a known heading: two lines or more in a row that are a headline with its day,
 * "Tập huấn nghiệp vụ đại hội (21/11/2017)", and the short line above them.
 */
function markDatedRuns(blocks: readonly Block[]): void {
  for (let i = 0; i < blocks.length; i++) {
    let end = i
    while (end < blocks.length && isDatedItem(blocks[end])) end++
    if (end - i < 2) continue
    const above = i > 0 ? blocks[i - 1] : undefined
    const headed =
      above !== undefined &&
      above.label === 'text' &&
      above.words <= 6 &&
      !endsSentence(above.text) &&
      !isDatedItem(above)
    for (let k = headed ? i - 1 : i; k < end; k++) blocks[k].zone = 'related'
    i = end - 1
  }
}

/** A headline of up to forty words with a full date behind it, and no sentence. */
function isDatedItem(block: Block): boolean {
  if (block.zone !== undefined || block.words < 4 || block.words > 40) return false
  if (block.label !== 'text' && block.label !== 'stamp') return false
  return /[^\d\s]\s*[|(-]\s*(?:\d{1,2}:\d{2},?\s*)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:,?\s*\d{1,2}:\d{2})?\s*[)|]?$/.test(
    block.text,
  )
}

/** Marks the list under the heading at `head`; returns the last index that belongs to it. */
function markList(blocks: readonly Block[], head: number): number {
  let end = head + 1
  let widest = 0
  for (; end < blocks.length; end++) {
    const block = blocks[end]
    if (isParagraph(block) && itemForm(block) === 'plain') break
    if (opens(block) !== undefined && end > head + 1) break
    if (block.markup === 'heading' && (block.level ?? 6) <= 1) break
    if (block.label === 'byline' || block.label === 'name' || endsList(blocks, end)) break
  }
  // The line before running text, or the two before where the second is its date line, may be the next headline.
  let last = end
  if (end < blocks.length && isParagraph(blocks[end])) {
    let candidate = end - 1
    while (candidate > head && (blocks[candidate].label === 'stamp' || blocks[candidate].label === 'name')) candidate--
    for (let i = head + 2; i < candidate; i++) widest = Math.max(widest, blocks[i].gap)
    const form = candidate > head ? itemForm(blocks[candidate]) : 'row'
    const apart =
      candidate > head + 1 &&
      (commonForm(blocks, head + 1, candidate) !== form || blocks[candidate].gap > widest || candidate < end - 1)
    if (candidate > head && isTitleLike(blocks[candidate]) && apart) last = candidate
  }
  for (let i = head; i < last; i++) blocks[i].zone = 'related'
  return last - 1
}

/** Counters and imprint are no items of a list; the publisher's name above its licence begins the imprint. */
function endsList(blocks: readonly Block[], i: number): boolean {
  const { label } = blocks[i]
  if (label === 'counter' || label === 'footer' || label === 'contact') return true
  const next = blocks[i + 1]?.label
  return isMasthead(blocks[i]) && (next === 'footer' || next === 'contact')
}

/** Marks everything under a heading of comments up to a headline that has a date line and at least two paragraphs. */
function markComments(blocks: readonly Block[], head: number): number {
  let end = head + 1
  for (; end < blocks.length; end++) {
    if (startsAfresh(blocks, end)) break
    if (blocks[end].label === 'footer' || blocks[end].label === 'related') break
  }
  for (let i = head; i < end; i++) blocks[i].zone = 'comments'
  return end - 1
}

/** A headline of five words or more, then two paragraphs, with a date line between or in the first of them, or three long ones. */
function startsAfresh(blocks: readonly Block[], i: number): boolean {
  if (!isTitleLike(blocks[i]) || blocks[i].words < 5) return false
  const first = blocks[i + 1]?.label === 'stamp' ? i + 2 : i + 1
  if (first + 1 >= blocks.length || !isParagraph(blocks[first]) || !isParagraph(blocks[first + 1])) return false
  if (first === i + 2 || hasDateLine(blocks[first].text)) return true
  // Nobody comments in three long paragraphs under a headline.
  const third = blocks[first + 2]
  return (
    third !== undefined &&
    isParagraph(third) &&
    Math.min(blocks[first].words, blocks[first + 1].words, third.words) > 30
  )
}

/** The name of the publisher in capitals, above its licence and address. */
function isMasthead(block: Block): boolean {
  return (
    block.label === 'text' &&
    block.words <= 15 &&
    /\p{Lu}{2}/u.test(block.text) &&
    block.text === block.text.toUpperCase() &&
    !endsSentence(block.text)
  )
}

/** Marks the contact lines and short lines around imprint; imprint at the head of a page marks only itself. */
function markImprint(blocks: readonly Block[], head: number): number {
  let start = head
  while (
    start > 0 &&
    blocks[start - 1].zone === undefined &&
    (blocks[start - 1].label === 'contact' || isMasthead(blocks[start - 1]))
  )
    start--
  let end = head + 1
  for (; end < blocks.length; end++) {
    const block = blocks[end]
    if (block.label === 'footer' || block.label === 'contact') continue
    if (isParagraph(block) || isTitleLike(block) || block.label === 'stamp') {
      // A short line amid imprint ("Email: … - Website: …", an address) is imprint too.
      const next = blocks[end + 1]
      const amid = next !== undefined && (next.label === 'footer' || next.label === 'contact')
      if (!(amid && block.words < 25) && !(end === blocks.length - 1 && block.words < 25 && !endsSentence(block.text)))
        break
    }
  }
  for (let i = start; i < end; i++) blocks[i].zone = 'footer'
  return end - 1
}
