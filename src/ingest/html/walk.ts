import { Tokenizer } from 'htmlparser2'

/** Attributes of an element, names in lower case; the first of two equal names counts. */
export type Attributes = ReadonlyMap<string, string>

/** What a walk over a page reports. `close` comes for end tags as they stand, balanced or not. */
export interface HtmlVisitor {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
}

const none: Attributes = new Map()

/** Attribute values are read up to this length: longer ones are embedded images and styles. */
const longestValue = 20_000

/**
 * Reads HTML in one pass without a tree: time and memory are linear however deep it nests and whatever is left open.
 * Entities are decoded; comments, declarations and processing instructions are passed over. Script and style come as text
 * inside their elements. (htmlparser2's `Parser` keeps a stack that costs its depth for every tag, so its tokenizer alone is used.)
 */
export function walkHtml(html: string, visitor: HtmlVisitor): void {
  let tag = ''
  let attributes: Map<string, string> | undefined
  let attribute = ''
  let value: string[] = []
  let length = 0
  const opened = () => {
    if (tag !== '') visitor.open(tag, attributes ?? none)
    tag = ''
    attributes = undefined
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = html.slice(start, end).toLowerCase()
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
        visitor.close(html.slice(start, end).toLowerCase())
      },
      ontext(start, end) {
        visitor.text(html.slice(start, end))
      },
      ontextentity(codepoint) {
        visitor.text(String.fromCodePoint(codepoint))
      },
      oncdata(start, end) {
        visitor.text(html.slice(start, end))
      },
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  )
  tokenizer.write(html)
  tokenizer.end()
}
