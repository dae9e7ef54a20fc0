import { InputError } from '../errors.js'
import { isPageFormat, withoutGz } from '../ingest/formats/detect.js'
import type { Piece } from '../ingest/formats/piece.js'
import { InputSplitter, type SplitOptions } from '../ingest/formats/splitter.js'
import type { FoundFile } from './find-files.js'
import { type ReadBytesOptions, readChunks } from './read-bytes.js'
import { siteOf } from './site-lines.js'
import type { Sitemaps } from './sitemaps.js'

/** What is known of the files beside their bytes. */
export interface Surroundings {
  /** Ids of the pages' first articles. */
  readonly ids: ReadonlyMap<FoundFile, string>
  readonly sitemaps: Sitemaps
}

/** The pieces of a file; pages get their ids, and what a sitemap says of them. Never throws for bad input. */
export async function* piecesOfFile(
  file: FoundFile,
  { ids, sitemaps }: Surroundings,
  options: SplitOptions & ReadBytesOptions,
): AsyncGenerator<Piece> {
  const splitter = new InputSplitter(file.path, options)
  const complete = (piece: Piece) => completePage(piece, file, ids.get(file), sitemaps)
  let broken: InputError | undefined
  let some = false
  try {
    for await (const chunk of readChunks(file, options)) {
      some = true
      for (const piece of splitter.write(chunk)) yield complete(piece)
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    broken = error
  }
  if (some || broken === undefined) {
    for (const piece of splitter.end()) {
      // Nothing came out of a broken file: that it is broken says it all.
      if (broken !== undefined && isEmpty(piece)) continue
      yield complete(piece)
    }
  }
  if (broken !== undefined) yield { kind: 'problem', problem: broken }
}

function isEmpty(piece: Piece): boolean {
  return piece.kind === 'problem' && piece.problem.code === 'EMPTY_INPUT'
}

function completePage(piece: Piece, file: FoundFile, id: string | undefined, sitemaps: Sitemaps): Piece {
  if (piece.kind !== 'page' || piece.id !== undefined || !isPageFormat(piece.format)) return piece
  const hints = sitemaps.hintsFor(file.name)
  // The parts of a page that was too long have a number behind the name.
  const part = id === undefined ? undefined : piece.name.slice(withoutGz(file.path).length)
  return {
    ...piece,
    site: siteOf(file),
    ...(hints === undefined ? {} : { hints }),
    ...(id === undefined ? {} : { id: `${id}${part}` }),
  }
}
