import { InputError } from '../../errors.js'
import { characterEnd } from '../utf8.js'
import { InputWarning } from '../warning.js'
import { concat } from './concat.js'
import type { PageHints, Piece, Splitter } from './piece.js'

/** Where a page that is too long is cut: at a line end or before a tag among its last bytes. */
const searched = 1 << 16

/**
 * A page, read whole. One that never ends comes in parts of the limit's length, each a page of its own, so that neither its
 * text nor the memory is lost.
 */
export class PageSplitter implements Splitter {
  private begun: Uint8Array[] = []
  private begunBytes = 0
  private part = 0
  private offset = 0

  constructor(
    private readonly name: string,
    private readonly format: 'text' | 'html' | 'markdown',
    private readonly limit: number,
    private readonly hints?: PageHints,
  ) {}

  write(bytes: Uint8Array): Piece[] {
    this.begun.push(bytes.slice())
    this.begunBytes += bytes.length
    const pieces: Piece[] = []
    while (this.begunBytes > this.limit) for (const piece of this.cut()) pieces.push(piece)
    return pieces
  }

  end(): Piece[] {
    if (this.begunBytes > 0) return [this.piece(concat(this.begun))]
    if (this.part > 0) return []
    const problem = new InputError('EMPTY_INPUT', `${this.name}: empty`, { file: this.name })
    return [{ kind: 'problem', problem }]
  }

  private cut(): Piece[] {
    const pieces: Piece[] = []
    if (this.part === 0) {
      const megabytes = Math.round(this.limit / 2 ** 20)
      const message = `${this.name}: a page of more than ${megabytes} MB, read in parts`
      const facts = { file: this.name, offset: this.limit, field: 'maxRecordBytes' }
      pieces.push({ kind: 'problem', problem: new InputWarning('BAD_INPUT', message, facts) })
    }
    const all = concat(this.begun)
    const end = cutAt(all, this.limit, this.format)
    pieces.push(this.piece(all.slice(0, end)))
    this.begun = [all.slice(end)]
    this.begunBytes = all.length - end
    return pieces
  }

  private piece(bytes: Uint8Array): Piece {
    const name = this.part === 0 ? this.name : `${this.name}~${this.part + 1}`
    this.part++
    this.offset += bytes.length
    return { kind: 'page', name, format: this.format, bytes, ...(this.hints && { hints: this.hints }) }
  }
}

function cutAt(bytes: Uint8Array, limit: number, format: 'text' | 'html' | 'markdown'): number {
  const least = Math.max(1, limit - searched)
  const tag = format === 'html' ? bytes.lastIndexOf(0x3c, limit - 1) : -1
  if (tag >= least) return tag
  const line = bytes.lastIndexOf(10, limit - 1) + 1
  if (line >= least) return line
  const space = bytes.lastIndexOf(32, limit - 1) + 1
  return space >= least ? space : Math.max(1, characterEnd(bytes, limit))
}
