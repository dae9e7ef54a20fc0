import { Tokenizer } from 'htmlparser2'

/** Attributes of an element, names in lower case; the first of two equal names counts. */
export type Attributes = ReadonlyMap<string, string>

/** What a walk over a page reports. `close` comes for end tags as they stand, balanced or not. */
export interface HtmlVisitor {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
}

/** A construct that is not closed: the rest of the page stands in it, and is read all the same. */
export interface HtmlFault {
  readonly message: string
  /** Place in the text, in UTF-16 units. */
  readonly at: number
}

const none: Attributes = new Map()

/** Attribute values are read up to this length: longer ones are embedded images and styles. */
const longestValue = 20_000

/** Elements whose content is text up to their end tag. */
const textElements: ReadonlySet<string> = new Set([
  'script',
  'style',
  'title',
  'textarea',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
])

/** So many constructs that are never closed are followed on one page. */
const mostFaults = 8

/** Where text goes on behind an element or tag that was never closed: a block element. */
const goesOn = /<\/?(?:html|head|body|title|p|div|h[1-6]|article|section|main|table|tr|td|ul|ol|li|br)\b[^<>]*>/i

/**
 * Reads HTML in one pass without a tree: time and memory are linear however deep it nests and whatever is left open.
 * Entities are decoded; comments, declarations and processing instructions are passed over. Script and style come as text
 * inside their elements. A comment, text element or tag that is never closed does not swallow the rest of the page: reading
 * goes on behind its beginning. (htmlparser2's `Parser` keeps a stack that costs its depth for every tag, so its tokenizer
 * alone is used.)
 */
export function walkHtml(html: string, visitor: HtmlVisitor): HtmlFault[] {
  const faults: HtmlFault[] = []
  let rest = html
  let base = 0
  for (;;) {
    const open = walkOnce(rest, visitor)
    if (open === undefined || faults.length >= mostFaults) return faults
    faults.push({ message: open.message, at: base + open.at })
    base += open.next
    // No comment of the rest is closed either.
    rest = open.isComment ? rest.slice(open.next).replaceAll('<!--', '    ') : rest.slice(open.next)
  }
}

/** What the end of the text closed. */
interface Unclosed extends HtmlFault {
  readonly isComment: boolean
  /** Where reading goes on. */
  readonly next: number
}

function walkOnce(html: string, visitor: HtmlVisitor): Unclosed | undefined {
  let tag = ''
  let tagAt = 0
  let attributes: Map<string, string> | undefined
  let attribute = ''
  let value: string[] = []
  let length = 0
  let ending = false
  let comment = -1
  let inside: { readonly name: string; readonly at: number } | undefined
  const opened = (end: number) => {
    if (tag !== '') {
      visitor.open(tag, attributes ?? none)
      if (textElements.has(tag)) inside = { name: tag, at: end + 1 }
    }
    tag = ''
    attributes = undefined
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = html.slice(start, end).toLowerCase()
        tagAt = start - 1
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase()
        value = []
        length = 0
      },
      onattribdata(start, end) {
        if (length < longestValue) value.push(html.slice(start, Math.min(end, start + longestValue)))
        length += end - start
      },
      onattribentity(codepoint) {
        if (length < longestValue) value.push(String.fromCodePoint(codepoint))
        length++
      },
      onattribend() {
        attributes ??= new Map()
        if (!attributes.has(attribute) && attributes.size < 64) attributes.set(attribute, value.join(''))
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag(start, end) {
        inside = undefined
        visitor.close(html.slice(start, end).toLowerCase())
      },
      ontext(start, end) {
        // What an element holds that is never closed is read again, as text of the page.
        if (inside === undefined || end < html.length) visitor.text(html.slice(start, end))
      },
      ontextentity(codepoint) {
        visitor.text(String.fromCodePoint(codepoint))
      },
      oncdata(start, end) {
        visitor.text(html.slice(start, end))
      },
      oncomment(start) {
        if (ending && html.startsWith('<!--', start - 4)) comment = start
      },
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  )
  tokenizer.write(html)
  ending = true
  tokenizer.end()
  if (comment >= 0)
    return { message: 'a comment that is never closed', at: comment - 4, next: comment, isComment: true }
  if (inside !== undefined) {
    const { name, at } = inside
    visitor.close(name)
    return { message: `<${name}> is never closed`, at, next: nextBlock(html, at), isComment: false }
  }
  // A tag that ends with the text: its quotation mark may have swallowed the rest of the page.
  if (tag !== '' && html.length - tagAt > tag.length + 2) {
    const end = html.indexOf('>', tagAt)
    if (end >= 0 && end + 1 < html.length)
      return { message: `the tag <${tag}> is never closed`, at: tagAt, next: end + 1, isComment: false }
  }
  return undefined
}

function nextBlock(html: string, from: number): number {
  const found = goesOn.exec(html.slice(from))
  return found === null ? html.length : from + found.index
}
