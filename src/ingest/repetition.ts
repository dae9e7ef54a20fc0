import { detached } from '../text/detached.js'
import type { Block } from './block.js'
import { blocksFromText } from './blocks.js'
import { isHtml, readHtml } from './html/index.js'
import { readStamp } from './stamp.js'

/** So many pages of a site must have been seen before their repetitions say something, and so many are enough. */
const fewest = 4
const enough = 200
/** A line that stands in this share of a site's pages is no text. */
const share = 0.6
/** Bounds of memory: lines of a page, lines of a site, sites. */
const mostOfPage = 2_000
const mostOfSite = 50_000
const mostSites = 2_000
/** Longer lines are not compared. */
const longest = 300

interface Site {
  pages: number
  /** Pages that hold a line, by its words. */
  readonly lines: Map<string, number>
}

/**
 * Learns what the pages of one site have in common: a line that stands in most of them belongs to the site, not to an
 * article, whatever its words. A first pass over the pages, or over the first some of them, gives what a second one is told by
 * `IngestOptions.repeated`. Memory is bounded; a site is whatever name the caller gives: a folder, a host.
 */
export class Repetition {
  private readonly sites = new Map<string, Site>()

  /** Takes in one page. Beyond 200 pages of a site nothing more is learnt. */
  add(site: string, text: string): void {
    let known = this.sites.get(site)
    if (known === undefined) {
      if (this.sites.size >= mostSites) return
      known = { pages: 0, lines: new Map() }
      this.sites.set(site, known)
    }
    if (known.pages >= enough) return
    known.pages++
    const blocks = isHtml(text) ? readHtml(text).blocks : blocksFromText(text)
    const seen = new Set<string>()
    for (const { text: line } of blocks.slice(0, mostOfPage)) if (line.length <= longest) seen.add(line)
    for (const line of seen) {
      const count = known.lines.get(line)
      if (count !== undefined) known.lines.set(line, count + 1)
      else if (known.lines.size < mostOfSite) known.lines.set(detached(line), 1)
    }
  }

  /** The lines that stand in most pages of a site: what `of` answers from, as data that can travel to other threads. */
  linesOf(site: string): string[] {
    const repeated = this.of(site)
    return [...(this.sites.get(site)?.lines.keys() ?? [])].filter(repeated)
  }

  /** Whether a line stands in most pages of a site; for `IngestOptions.repeated`. */
  of(site: string): (line: string) => boolean {
    const known = this.sites.get(site)
    if (known === undefined || known.pages < fewest) return () => false
    const least = known.pages * share
    return line => (known.lines.get(line) ?? 0) > least
  }
}

/** Sets repeated lines apart. Signatures stay, since one reporter may write a whole site; today's date does not. */
export function markRepeated(blocks: readonly Block[], repeated: (line: string) => boolean): void {
  for (const block of blocks) {
    if (block.zone !== undefined) continue
    const today = block.label === 'stamp' && readStamp(block.text)?.cue === undefined
    if ((block.label === 'text' || today) && repeated(block.text)) block.zone = 'markup'
  }
}
