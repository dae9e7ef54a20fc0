import { InputError } from '../errors.js'
import { withoutGz } from '../ingest/formats/detect.js'
import type { PageHints, SitemapEntry } from '../ingest/formats/piece.js'
import { InputSplitter } from '../ingest/formats/splitter.js'
import type { FoundFile } from './find-files.js'
import { readChunks } from './read-bytes.js'

/** So many addresses are remembered. */
const MOST_ENTRIES = 500_000

const isSitemapName = ({ name }: FoundFile): boolean => /sitemap[^/]*\.xml$/i.test(withoutGz(name))

/**
 * What the sitemaps among the files say of the pages saved beside them. A page is found under its address as crawlers save it:
 * `host/path`, `path`, or the last part of the path, with or without an ending.
 */
export class Sitemaps {
  private readonly entries = new Map<string, SitemapEntry>()

  /** Reads every file that is named as sitemaps are (`sitemap.xml`, `sitemap-news.xml.gz`). What is bad is told when its turn comes. */
  static async of(files: readonly FoundFile[]): Promise<Sitemaps> {
    const sitemaps = new Sitemaps()
    for (const file of files) if (isSitemapName(file)) await sitemaps.read(file)
    return sitemaps
  }

  private async read(file: FoundFile): Promise<void> {
    const splitter = new InputSplitter(file.path)
    try {
      for await (const chunk of readChunks(file, { onBytes: () => undefined }))
        for (const piece of splitter.write(chunk)) if (piece.kind === 'sitemap') this.add(piece.entry)
      for (const piece of splitter.end()) if (piece.kind === 'sitemap') this.add(piece.entry)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
    }
  }

  private add(entry: SitemapEntry): void {
    if (entry.isSitemap || this.entries.size >= MOST_ENTRIES) return
    for (const key of keysOfUrl(entry.url)) if (!this.entries.has(key)) this.entries.set(key, entry)
  }

  /** What is known of a page by its path below the folder; undefined where no sitemap lists it. */
  hintsFor(name: string): PageHints | undefined {
    if (this.entries.size === 0) return undefined
    const stem = withoutEnding(withoutGz(name))
    const entry =
      this.entries.get(stem) ?? this.entries.get(stem.slice(stem.indexOf('/') + 1)) ?? this.entries.get(lastPart(stem))
    if (entry === undefined) return undefined
    const { url, title, date, source } = entry
    return {
      url,
      ...(title === undefined ? {} : { title }),
      ...(date === undefined ? {} : { date }),
      ...(source === undefined ? {} : { source }),
    }
  }
}

const withoutEnding = (path: string): string => path.replace(/(?<=[^/])\.(?:x?html?|aspx?|php|txt|text|md)$/i, '')
const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** `https://bao.example/tin/mua-lu.html` as `bao.example/tin/mua-lu`, `tin/mua-lu`, `mua-lu`. */
function keysOfUrl(url: string): string[] {
  const match = /^https?:\/\/([^/?#]+)([^?#]*)/i.exec(url)
  if (match === null) return []
  const path = withoutEnding(decoded(match[2].replace(/^\/+|\/+$/g, '')))
  if (path === '') return [`${match[1]}/index`, 'index']
  return [...new Set([`${match[1]}/${path}`, path, lastPart(path)])]
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
