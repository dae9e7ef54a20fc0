import type { Piece, Splitter } from './piece.js'
import { TextBlocks } from './text-blocks.js'

/** Documents one a line: cut at line ends, some hundred kilobytes a piece. */
export class NdjsonSplitter implements Splitter {
  private readonly blocks: TextBlocks

  constructor(name: string, limit: number) {
    this.blocks = new TextBlocks(name, 'skip', limit)
  }

  write(bytes: Uint8Array): Piece[] {
    return this.pieces(this.blocks.write(bytes))
  }

  end(): Piece[] {
    return this.pieces(this.blocks.end())
  }

  private pieces(blocks: ReturnType<TextBlocks['write']>): Piece[] {
    const pieces: Piece[] = this.blocks.problems.splice(0).map(problem => ({ kind: 'problem', problem }))
    for (const block of blocks) pieces.push({ kind: 'lines', ...block })
    return pieces
  }
}
