import { type Block, endsSentence } from '../block.js'
import { makeBlock, plainMarkup } from '../blocks.js'
import type { Metadata } from '../shape.js'
import { type RawBlock, type RawPage, type RawPicture, readRaw } from './raw.js'
import type { HtmlFault } from './walk.js'

/** An HTML page as blocks and the data it states of itself. */
export interface HtmlPage {
  readonly blocks: Block[]
  readonly metadata: Metadata
  /** What is never closed, and nesting that is not followed. */
  readonly faults: readonly HtmlFault[]
}

/** Whether a page is HTML by its first characters. */
export function isHtml(text: string): boolean {
  return /<(?:!doctype\s+html|html|head|body|meta|title|div|p|h[1-6]|article|section|table|main|br|span)\b[^<>]*>/i.test(
    text.slice(0, 4000),
  )
}

/** Reads an HTML page: blocks with what the markup says of them, and the structured data. Linear, never throws. */
export function readHtml(html: string): HtmlPage {
  const raw = readRaw(html)
  const kept = zonesKept(raw)
  const outside = outsideMain(raw, kept)
  const blocks = raw.blocks.map((given, i) => {
    const block = makeBlock({
      text: unglued(given.text),
      line: i + 1,
      linkShare: given.linkShare,
      markup: given.markup ?? plainMarkup(given.text),
      level: given.level,
      container: given.container,
      pictures: shown(raw.pictures.get(i), kept),
    })
    if (given.zone >= 0 && kept[given.zone] === 0) block.zone = raw.zones[given.zone].zone
    else if (outside[i] === 1) block.zone = 'markup'
    else if (isLinkList(block)) block.label = 'menu'
    return block
  })
  return { blocks, metadata: raw.metadata.read(), faults: raw.faults }
}

/** The pictures that stand in no menu, sidebar and the like. */
function shown(pictures: readonly RawPicture[] | undefined, kept: Uint8Array): string[] | undefined {
  const found = pictures?.filter(({ zone }) => zone < 0 || kept[zone] === 1).map(({ address }) => address)
  return found === undefined || found.length === 0 ? undefined : found
}

/** "Hồng Lĩnh18/06/2014 - 07:40": what only a style sheet kept apart. */
function unglued(text: string): string {
  return text.length > 100 ? text : text.replace(/(?<=\p{L}{2})(?=\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}:\d{2}(?!\d))/u, ' ')
}

/** A block that is all links and no sentence is a menu or a list of other news. */
function isLinkList(block: Block): boolean {
  return (
    block.linkShare > 0.6 &&
    block.markup !== 'heading' &&
    block.markup !== 'author' &&
    block.markup !== 'stamp' &&
    !endsSentence(block.text)
  )
}

const isText = (block: RawBlock) => block.text.length > 60 && endsSentence(block.text) && block.linkShare < 0.5

/**
 * Which zones are taken back: soft ones that hold the main headline, or more than two fifths of the page's running text.
 * 1 a zone that counts as text.
 */
function zonesKept(raw: RawPage): Uint8Array {
  const kept = new Uint8Array(raw.zones.length)
  const lengths = new Float64Array(raw.zones.length)
  let all = 0
  for (const block of raw.blocks) {
    if (!isText(block)) continue
    all += block.text.length
    if (block.zone >= 0) lengths[block.zone] += block.text.length
  }
  raw.zones.forEach((zone, i) => {
    if (zone.soft && (zone.hasHeadline || lengths[i] > all * 0.4)) kept[i] = 1
  })
  return kept
}

/**
 * Marks what lies beside the main text: the innermost element that holds seven tenths of the running text is the main one;
 * running text and links after its end, and running text before the first headline, belong to other things. Signatures and
 * date lines just behind it are left to the pipeline.
 */
function outsideMain(raw: RawPage, kept: Uint8Array): Uint8Array {
  const { blocks, parents } = raw
  const outside = new Uint8Array(blocks.length)
  const usable = (block: RawBlock) => block.zone < 0 || kept[block.zone] === 1
  const lengths = new Map<number, number>()
  let all = 0
  for (const block of blocks) {
    if (!usable(block) || !isText(block)) continue
    all += block.text.length
    // The innermost element is the paragraph's own.
    for (let at = parents[block.element] ?? -1; at >= 0; at = parents[at])
      lengths.set(at, (lengths.get(at) ?? 0) + block.text.length)
  }
  if (all === 0) return outside
  let main = -1
  for (const [element, length] of lengths) if (length >= all * 0.7 && element > main) main = element
  if (main < 0) return outside
  let last = -1
  for (let i = 0; i < blocks.length; i++) {
    let at = blocks[i].element
    // Elements are numbered as they open: those around have smaller numbers.
    while (at > main) at = parents[at]
    if (at === main) last = i
  }
  for (let i = last + 1; i < blocks.length; i++) if (isText(blocks[i]) || blocks[i].linkShare > 0.5) outside[i] = 1
  return outside
}
