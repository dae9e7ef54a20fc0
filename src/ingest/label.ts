import type { Block, Label } from './block.js'
import { furniture } from './boilerplate.js'
import { readByline } from './byline.js'
import { readStamp, type Stamp } from './stamp.js'

/** Words of the longest signature or source line. */
const longestSignature = 16

/** What a block is, judged by itself: furniture first, then date lines, signatures, sources; else text. */
export function labelOf(block: Block): Label {
  const { text } = block
  const known = furniture(text)
  if (known !== undefined) {
    // A headline may consist of such words: <h1>Tin tức công đoàn</h1> is rare, but a heading is no menu by its words.
    return block.markup === 'heading' && block.level === 1 && known !== 'related' && known !== 'comments'
      ? 'text'
      : known
  }
  if (text.length > 160 || block.markup === 'heading') return 'text'
  const stamp = block.markup === 'table-row' ? rowStamp(text) : readStamp(text)
  // "• Tập huấn (21/11/2017)" is an item of a list, not the date line of the page.
  if (stamp !== undefined && !(block.markup === 'list-item' && stamp.rest !== undefined)) return 'stamp'
  if (block.markup === 'table-row' || block.markup === 'list-item' || block.words > longestSignature) return 'text'
  const byline = readByline(text)
  if (byline === undefined) return 'text'
  if (byline.author === undefined) return 'source'
  return byline.sure || block.markup === 'author' ? 'byline' : 'name'
}

/** A row that is a date line: "Hoạt động công đoàn | Thứ ba, 23/3/2010, 08:15"; rows of other news have a headline beside. */
function rowStamp(text: string): Stamp | undefined {
  const stamp = readStamp(text)
  if (stamp === undefined || !stamp.hasTime) return undefined
  const { author, rest } = stamp
  return rest === undefined || author !== undefined || furniture(rest) === 'category' || rest.split(' ').length <= 3
    ? stamp
    : undefined
}
