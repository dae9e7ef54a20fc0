import { Gunzip } from 'fflate'
import { InputError, messageOf } from '../../errors.js'

/** Without a limit of the caller's: so much in all, and so many times what was read, once the first is out. */
const mostUnpacked = 16 * 2 ** 30
const unpackedFreely = 64 * 2 ** 20
const mostRatio = 200
/** Compressed bytes at a time, so that a bomb is noticed before it has filled the memory. */
const step = 1 << 13

/** Whether bytes begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length > 1 && bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** Watches how much a compressed input unpacks to. */
export class UnpackLimit {
  private packed = 0
  private unpacked = 0

  constructor(
    private readonly name: string,
    private readonly limit: number | undefined,
  ) {}

  /** Bytes that went in. */
  read(count: number): void {
    this.packed += count
  }

  /**
   * Bytes that came out.
   *
   * @throws InputError (`BAD_INPUT`, `field: maxUnpackedBytes`, `expected`) beyond the limit
   */
  write(count: number): void {
    this.unpacked += count
    const most = this.limit ?? mostUnpacked
    if (this.unpacked > most) this.refuse(`unpacks to more than ${inWords(most)}`, `at most ${most} bytes`)
    if (this.limit === undefined && this.unpacked > unpackedFreely && this.unpacked > this.packed * mostRatio)
      this.refuse(`unpacks to more than ${mostRatio} times its size`, `at most ${mostRatio} times its size`)
  }

  private refuse(what: string, expected: string): never {
    throw new InputError('BAD_INPUT', `${this.name}: ${what}; a limit on unpacked bytes, when given, overrules this`, {
      file: this.name,
      field: 'maxUnpackedBytes',
      expected,
      got: this.unpacked,
      offset: this.packed,
    })
  }
}

function inWords(bytes: number): string {
  return bytes >= 2 ** 30 ? `${(bytes / 2 ** 30).toFixed(1)} GB` : `${Math.round(bytes / 2 ** 20)} MB`
}

/**
 * Unpacks gzip as it comes, several members too. Runs anywhere; checksums are not verified.
 *
 * `write` and `end` give what came out.
 * @throws InputError (`BAD_INPUT`): broken gzip, one that ends early, more than the limit
 */
export class GzipReader {
  private readonly out: Uint8Array[] = []
  private readonly gunzip: Gunzip
  private readonly bound: UnpackLimit

  constructor(
    private readonly name: string,
    limit: number | undefined,
  ) {
    this.bound = new UnpackLimit(name, limit)
    this.gunzip = new Gunzip(chunk => {
      this.bound.write(chunk.length)
      if (chunk.length > 0) this.out.push(chunk)
    })
  }

  write(bytes: Uint8Array): Uint8Array[] {
    for (let at = 0; at < bytes.length; at += step) this.push(bytes.subarray(at, at + step), false)
    return this.out.splice(0)
  }

  end(): Uint8Array[] {
    this.push(new Uint8Array(0), true)
    return this.out.splice(0)
  }

  private push(bytes: Uint8Array, last: boolean): void {
    this.bound.read(bytes.length)
    try {
      this.gunzip.push(bytes, last)
    } catch (cause) {
      if (cause instanceof InputError) throw cause
      const reason = messageOf(cause)
      throw new InputError('BAD_INPUT', `${this.name}: broken gzip (${reason})`, {
        file: this.name,
        expected: 'gzip',
        cause,
      })
    }
  }

  /** What came out before an error. */
  rest(): Uint8Array[] {
    return this.out.splice(0)
  }
}
