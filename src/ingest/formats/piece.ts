import type { Article } from '../../article.js'
import type { InputError } from '../../errors.js'
import type { Note } from '../note.js'
import type { IngestOptions } from '../page.js'
import type { InputWarning } from '../warning.js'

/** How an input is read. `feed` is every vocabulary of XML: RSS, Atom, WXR, sitemaps. */
export type InputFormat = 'text' | 'html' | 'markdown' | 'ndjson' | 'json' | 'csv' | 'feed' | 'warc'

/** What is known of a page beside its bytes. */
export interface PageHints {
  readonly url?: string
  readonly title?: string
  /** As stated by a sitemap, any form that `normalizeIso` reads. */
  readonly date?: string
  readonly source?: string
  /** The charset of a `Content-Type` header. */
  readonly charset?: string
  /** ISO date-time at which it was fetched. */
  readonly crawled?: string
}

/** An article of a structured format before what it lacks is derived; all fields as stated. */
export interface SourceRecord {
  readonly id?: string
  readonly title?: string
  readonly lead?: string
  readonly content?: string
  /** How title, lead and content are written. Default: told from the content. */
  readonly markup?: 'html' | 'text'
  readonly date?: string
  readonly author?: string
  readonly source?: string
  readonly url?: string
  readonly category?: string
  /** Fields without a meaning of their own, kept as they are. */
  readonly other?: readonly (readonly [name: string, value: unknown])[]
}

/**
 * A part of an input that can be turned into articles by itself, in any thread: what a splitter cuts a stream into. Only
 * plain data, so that it can be posted to a worker.
 */
export type Piece =
  | {
      readonly kind: 'page'
      /** File name or address; ids are made from it unless `id` is given. */
      readonly name: string
      readonly id?: string
      readonly format: 'text' | 'html' | 'markdown'
      readonly bytes: Uint8Array
      readonly hints?: PageHints
      /** The site that the page belongs to, for `siteLines`. */
      readonly site?: string
    }
  | { readonly kind: 'record'; readonly record: SourceRecord; readonly id: string; readonly line?: number }
  /** Whole lines of NDJSON; `line` is the number of the first. */
  | { readonly kind: 'lines'; readonly text: string; readonly line: number }
  /** One value of a JSON file, not parsed yet. */
  | { readonly kind: 'value'; readonly text: string; readonly line: number }
  | { readonly kind: 'sitemap'; readonly entry: SitemapEntry }
  | { readonly kind: 'problem'; readonly problem: InputError | InputWarning }

/** What a sitemap says of one page. */
export interface SitemapEntry {
  readonly url: string
  /** Whether the address is that of another sitemap. */
  readonly isSitemap: boolean
  readonly title?: string
  readonly date?: string
  readonly source?: string
}

/** A document with its line in the file, where it stands on one. */
export interface PlacedDocument {
  readonly document: Article
  readonly line?: number
}

/** A document, why there is none, or what was repaired. */
export type Item = PlacedDocument | InputError | InputWarning

/** What a piece holds. */
export interface Outcome {
  /** In the piece's order. */
  readonly items: Item[]
  /** What was cut from pages and why. */
  readonly notes: Note[]
}

/** Options of reading inputs. */
export interface InputOptions extends IngestOptions {
  /**
   * Where the fields of foreign JSON, NDJSON and CSV stand: `{ title: 'headline', body: 'content.rendered' }`. Dots lead into
   * objects, numbers into lists. Mapped texts may be HTML, mapped dates may be written in any form or be seconds or
   * milliseconds since 1970; date and province are derived where none is mapped.
   */
  readonly map?: Readonly<Record<string, string>>
  /** Derive date and province also for JSON and NDJSON documents that lack them. Default: false. */
  readonly derive?: boolean
  /** Lines that stand in most pages of a site, by site: pages of these sites lose them (`Repetition.linesOf`). */
  readonly siteLines?: ReadonlyMap<string, ReadonlySet<string>>
  /** Default: told from name and content. */
  readonly format?: InputFormat
  /**
   * Bytes of the longest record that is held in memory: a page, line, row, entry, element. Longer pages are read in parts,
   * other records are left out and reported. Default: 32 MiB, and 12 MiB for pages, whose blocks take some thirty times that.
   */
  readonly maxRecordBytes?: number
  /**
   * Bytes that a compressed input may unpack to. Default: 16 GiB, and not more than 200 times its size once 64 MiB are
   * out; given, only this limit counts.
   */
  readonly maxUnpackedBytes?: number
}

/** The default of `maxRecordBytes`. */
export const MAX_RECORD_BYTES = 32 * 2 ** 20

/** The default of `maxRecordBytes` for pages. */
export const MAX_PAGE_BYTES = 8 * 2 ** 20

/** Cuts a stream of bytes into pieces as they come, holding no more than one record. Never throws. */
export interface Splitter {
  write(bytes: Uint8Array): Piece[]
  /** After the last bytes. */
  end(): Piece[]
}
