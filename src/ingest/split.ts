import { type Block, isClutter, isParagraph, isTitleLike } from './block.js'
import { type Note, type NoteReason, note } from './note.js'
import { hasDateLine, isInside, lookAhead, nextContent, type Outlook, signatureStrength } from './outlook.js'

/** The blocks of one article in the page's order, without what belongs to no article. */
export interface Draft {
  readonly blocks: Block[]
}

/** What the pass over a page knows of the article it is in. */
interface State {
  readonly draft: Draft
  paragraphs: number
  /** 0: open; 1: a bare name or a zone closed it; 2: a marked signature or a source did. */
  ended: 0 | 1 | 2
  /** Clutter since its last text, and of which kind. */
  broken: Block['zone'] | 'clutter' | undefined
}

const isTopHeading = (block: Block) => block.markup === 'heading' && block.level === 1

/** Whether the block stands in another `<article>` element than the text before it. */
function changesContainer(block: Block, state: State): boolean {
  return block.container > 0 && block.container !== (state.draft.blocks.at(-1)?.container ?? 0)
}

/**
 * Whether a new article opens at `i`, given what came before. Points for each sign, three make an article; and it must
 * have two paragraphs or a signature of its own: teasers have one paragraph, and the beginning of a foreign article that
 * a crawler caught has no end.
 */
function opensArticle(blocks: readonly Block[], i: number, state: State, outlook: Outlook): boolean {
  const block = blocks[i]
  const titled = isTitleLike(block)
  let stamp = block.label === 'stamp' || (state.ended > 0 && state.draft.blocks.at(-1)?.label === 'stamp')
  // The text of an article alone may stand in such an element, its headline and standfirst above.
  if (!titled && changesContainer(block, state) && state.draft.blocks.at(-1)?.container === 0 && state.ended === 0)
    return false
  const marked = isTopHeading(block) || changesContainer(block, state)
  if (!titled && block.label !== 'stamp' && !isParagraph(block)) return false
  if (state.ended === 0 && state.broken === undefined && !titled && !marked) return false

  let first = i
  let headline = titled
  for (let steps = 0; first < blocks.length && steps < 6 && !isParagraph(blocks[first]); steps++) {
    if (blocks[first].label === 'stamp') stamp = true
    if (first > i && isTitleLike(blocks[first])) {
      // Two headlines in a row: the first is a teaser, and the second is asked when its turn comes.
      if (headline && !stamp && blocks[first].words >= 5) return false
      headline = true
    }
    first = nextContent(blocks, first + 1)
  }
  if (first >= blocks.length || !isParagraph(blocks[first])) return false
  const paragraphs = outlook.paragraphs[first]
  const signed = outlook.signed[first] === 1
  // Behind a signed article a short one without signature and date line is a foreign beginning, caught by the crawler.
  const enough = state.ended > 0 && !stamp && !marked ? 3 : 2
  if (paragraphs < enough && !signed) return false

  let points: number = state.ended
  if (state.broken !== undefined) points++
  if (stamp) points += 2
  if (signed) points++
  if (hasDateLine(blocks[first].text)) points++
  if (isTopHeading(block)) points += 2
  if (changesContainer(block, state)) points += 2

  if (state.broken === 'comments') return signed && headline && paragraphs >= 2 && (points >= 4 || paragraphs >= 4)
  if (state.ended === 0 && state.broken === undefined && !stamp && !marked) return false
  const below = blocks[nextContent(blocks, first + 1)]
  // A lone paragraph above another headline is a foreign beginning.
  if (!headline && below !== undefined && isTitleLike(below) && below.words >= 8) return false
  if (!headline) return signed && (paragraphs >= 2 || stamp) && points >= 4
  return points >= 3 && (state.ended > 0 || block.words >= 5)
}

/** The reason under which a cut block is noted. */
function reasonOf(block: Block): NoteReason {
  if (block.zone !== undefined) return block.zone
  switch (block.label) {
    case 'counter':
    case 'share':
    case 'number':
    case 'rule':
    case 'related':
    case 'comments':
    case 'footer':
      return block.label
    case 'pointer':
      return 'related'
    default:
      return 'menu'
  }
}

/** Signatures, sources and date lines after the end still tell about the article, unless a zone lies between. */
function belongsToEnd(block: Block, state: State): boolean {
  if (state.broken === 'related' || state.broken === 'comments' || state.broken === 'footer') return false
  return block.label === 'byline' || block.label === 'name' || block.label === 'source' || block.label === 'stamp'
}

/**
 * Whether the signature at `i` ends the article: not where it stands under the standfirst, with all the text to come.
 */
function endsArticle(blocks: readonly Block[], i: number, state: State, outlook: Outlook): boolean {
  if (outlook.closes[i] === 0) return false
  return (
    state.paragraphs > 1 ||
    outlook.paragraphs[i + 1] < 2 ||
    isTitleLike(blocks[nextContent(blocks, i + 1)] ?? blocks[i])
  )
}

/**
 * Whether the zone before `i` ended the article: comments and imprint do; a list of related news does unless running text
 * goes on behind it up to a signature or for two paragraphs.
 */
function closedByZone(blocks: readonly Block[], i: number, state: State, outlook: Outlook): boolean {
  if (state.broken === 'comments' || state.broken === 'footer') return true
  if (state.broken !== 'related') return false
  const block = blocks[i]
  if (block.label === 'byline' || block.label === 'name' || block.label === 'source') return false
  return outlook.signed[i] === 0 && outlook.paragraphs[i] < 2
}

/**
 * Divides a page into its articles. An article ends with its signature or source, with a list of related news, with the
 * comments or the imprint; what comes then is cut, until a new article opens.
 */
export function splitPage(blocks: readonly Block[]): { drafts: Draft[]; notes: Note[] } {
  const outlook = lookAhead(blocks)
  const drafts: Draft[] = []
  const notes: Note[] = []
  const fresh = (): State => ({ draft: { blocks: [] }, paragraphs: 0, ended: 0, broken: undefined })
  let state = fresh()
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (isClutter(block)) {
      if (!isInside(block)) state.broken = block.zone ?? state.broken ?? 'clutter'
      notes.push(note(reasonOf(block), block.line, block.text))
      continue
    }
    if (state.paragraphs > 0 && opensArticle(blocks, i, state, outlook)) {
      // A date line above the headline, after the end of the article before, belongs to the new one.
      const before = state.ended > 0 && blocks[i - 1].label === 'stamp' ? state.draft.blocks.at(-1) : undefined
      const stamp = before === blocks[i - 1] ? before : undefined
      if (stamp !== undefined) state.draft.blocks.pop()
      drafts.push(state.draft)
      state = fresh()
      if (stamp !== undefined) state.draft.blocks.push(stamp)
    }
    if (state.paragraphs > 0 && (state.ended > 0 || closedByZone(blocks, i, state, outlook))) {
      if (state.ended === 0) state.ended = 1
      if (belongsToEnd(block, state)) state.draft.blocks.push(block)
      else notes.push(note(isParagraph(block) ? 'foreign-article' : 'after-end', block.line, block.text))
      if (block.label === 'byline' || block.label === 'source') state.ended = 2
      continue
    }
    state.draft.blocks.push(block)
    if (isParagraph(block)) {
      state.paragraphs++
      state.broken = undefined
    } else if (state.paragraphs > 0) {
      const signs = block.label === 'byline' || block.label === 'source' || block.label === 'name'
      if (signs && endsArticle(blocks, i, state, outlook)) state.ended = signatureStrength(block) > 1 ? 2 : 1
    }
  }
  if (state.draft.blocks.length > 0) drafts.push(state.draft)
  return { drafts, notes }
}
