import { type CheckPart, damaged } from './damage.js'

/**
 * The vocabulary of stored texts in bytes: how many tokens, the UTF-8 length of each as one byte, the tokens one after
 * the other. A token is decoded when it is first asked for, so that a snippet pays for its own words alone.
 */
const COUNT_BYTES = 4

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Writes a list of tokens of at most 255 UTF-8 bytes each. */
export function packTokens(tokens: readonly string[]): Uint8Array {
  const encoded = tokens.map(token => encoder.encode(token))
  const head = COUNT_BYTES + tokens.length
  const bytes = new Uint8Array(encoded.reduce((sum, { length }) => sum + length, head))
  new DataView(bytes.buffer).setUint32(0, tokens.length, true)
  let at = head
  encoded.forEach((token, number) => {
    bytes[COUNT_BYTES + number] = token.length
    bytes.set(token, at)
    at += token.length
  })
  return bytes
}

/** Reads such a list. */
export class TokenList {
  readonly size: number
  private readonly tokens: (string | undefined)[]
  /** Where the first `known` tokens and the one behind them begin. */
  private readonly starts: Uint32Array
  private known = 0

  /**
   * @param check checks a part of `bytes` before it is read
   * @throws IndexFileError when the count does not fit the bytes
   */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly check: CheckPart,
  ) {
    check(bytes.subarray(0, COUNT_BYTES))
    const most = bytes.length - COUNT_BYTES
    const size = most < 0 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
    if (size > most) throw damaged('storedvc', `at most ${most} tokens`, size)
    this.size = size
    check(bytes.subarray(COUNT_BYTES, COUNT_BYTES + size))
    this.tokens = new Array(size)
    this.starts = new Uint32Array(size + 1)
    this.starts[0] = COUNT_BYTES + size
  }

  /** The token of a number below `size`. Throws an `IndexFileError` when its bytes lie outside. */
  at(number: number): string {
    return this.tokens[number] ?? this.read(number)
  }

  private read(number: number): string {
    const { bytes, starts } = this
    for (; this.known <= number; this.known++) {
      starts[this.known + 1] = starts[this.known] + bytes[COUNT_BYTES + this.known]
    }
    const end = starts[number + 1]
    if (end > bytes.length) throw damaged('storedvc', `tokens within ${bytes.length} bytes`, end)
    const part = bytes.subarray(starts[number], end)
    this.check(part)
    const token = decoder.decode(part)
    this.tokens[number] = token
    return token
  }
}
