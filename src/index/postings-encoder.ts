import { bestParameter, writeAscending } from './ascending.js'
import { type BitWriter, bitWidth } from './bits.js'
import { writeLevels } from './level-code.js'

/** Bits of the parameter of a list's gaps. */
export const PARAMETER_BITS = 5

/**
 * Appends a posting list: `size` ascending document numbers below `documentCount` with their levels (see `frequency.ts`).
 * Gaps between documents as Rice codes, then levels; the size itself is written too. The grammar is in FORMAT.md.
 */
export function encodePostings(
  out: BitWriter,
  documentCount: number,
  documents: Uint32Array,
  levels: Uint8Array,
  size: number,
): void {
  out.writeGamma(size)
  if (size === 1) out.write(documents[0], bitWidth(documentCount))
  else {
    const parameter = bestParameter(documents, size, documentCount)
    out.write(parameter, PARAMETER_BITS)
    writeAscending(out, documents, size, parameter)
  }
  writeLevels(out, levels, size)
}
