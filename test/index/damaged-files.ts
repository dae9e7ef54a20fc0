import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { pack, unpack } from 'msgpackr'
import { Container, writeContainer } from '../../src/index/container.js'
import { crc32c } from '../../src/index/crc32c.js'

/** A whole number from 0 to below a bound. */
export type Random = (below: number) => number

export type Sections = ReadonlyMap<string, Uint8Array>

/** Whole numbers from numbers from 0 to 1. */
export function wholeNumbers(random: () => number): Random {
  return below => Math.floor(random() * below)
}

export function sectionsOf(file: Uint8Array): Sections {
  const container = new Container(file)
  return new Map([...container.sizes().keys()].map(name => [name, container.section(name).slice()]))
}

/** A file as it may come from a bad disk or line, its checksums as they were; and what happened to it. */
export function damage(file: Uint8Array, random: Random): { readonly bytes: Uint8Array; readonly what: string } {
  const bytes = file.slice()
  const at = random(file.length)
  const length = 1 + random(Math.min(600, file.length - at))
  const from = random(file.length - length)
  const kind = DAMAGES[random(DAMAGES.length)]
  const what = `${kind} at ${at}, ${length} bytes, from ${from}`
  switch (kind) {
    case 'bit':
      bytes[at] ^= 1 << random(8)
      return { bytes, what }
    case 'byte':
      bytes[at] = random(256)
      return { bytes, what }
    case 'zeros':
    case 'ones':
      bytes.fill(kind === 'zeros' ? 0 : 255, at, at + length)
      return { bytes, what }
    case 'copied':
      bytes.set(file.subarray(from, from + length), at)
      return { bytes, what }
    case 'cut off':
      return { bytes: bytes.subarray(0, at), what }
    case 'cut out':
      return { bytes: join(file.subarray(0, at), file.subarray(at + length)), what }
    case 'put in':
      return { bytes: join(file.subarray(0, at), file.subarray(from, from + length), file.subarray(at)), what }
  }
}

const DAMAGES = ['bit', 'bit', 'byte', 'byte', 'zeros', 'ones', 'copied', 'cut off', 'cut out', 'put in'] as const

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts))
}

/** A file that is made to deceive: changed in one or two ways, and all checksums right. */
export function deceive(original: Sections, random: Random): { readonly bytes: Uint8Array; readonly what: string } {
  const sections = new Map(original)
  const done: string[] = []
  for (let changes = 1 + random(2); changes > 0; changes--) {
    const [kind, change] = DECEITS[random(DECEITS.length)]
    done.push(`${kind} ${change(sections, original, random)}`)
  }
  const bytes = writeContainer(sections)
  if (random(12) === 0) done.push(changeTable(bytes, sections.size, random))
  return { bytes, what: done.join('; ') }
}

/** Changes sections; says which and where. */
type Deceit = (sections: Map<string, Uint8Array>, original: Sections, random: Random) => string

const DECEITS: readonly (readonly [string, Deceit])[] = [
  ['bytes of', changeBytes],
  ['bytes of', changeBytes],
  ['postings', (sections, _, random) => changeBytesOf('postings', sections, random)],
  ['length of', changeLength],
  ['splice', splice],
  ['number in', changeNumber],
  ['number in', changeNumber],
  ['description', changeDescription],
  ['description', changeDescription],
  ['inside of', changeInside],
  ['without', (sections, _, random) => without(sections, random)],
]

function anyName(sections: Sections, random: Random): string {
  const names = [...sections.keys()]
  return names[random(names.length)] ?? 'meta'
}

function changeBytes(sections: Map<string, Uint8Array>, _: Sections, random: Random): string {
  return changeBytesOf(anyName(sections, random), sections, random)
}

function changeBytesOf(name: string, sections: Map<string, Uint8Array>, random: Random): string {
  const bytes = (sections.get(name) ?? new Uint8Array()).slice()
  change(bytes, random)
  sections.set(name, bytes)
  return name
}

/** Up to four times the same: a bit, a byte, a few zeros or ones. */
function change(bytes: Uint8Array, random: Random): void {
  const kind = random(4)
  for (let count = random(4); count >= 0 && bytes.length > 0; count--) {
    const at = random(bytes.length)
    if (kind === 0) bytes[at] ^= 1 << random(8)
    else if (kind === 1) bytes[at] = random(256)
    else bytes.fill(kind === 2 ? 255 : 0, at, at + 1 + random(8))
  }
}

function changeLength(sections: Map<string, Uint8Array>, _: Sections, random: Random): string {
  const name = anyName(sections, random)
  const bytes = sections.get(name) ?? new Uint8Array()
  const length = random(3) === 0 ? bytes.length + 1 + random(40) : random(bytes.length + 1)
  const changed = new Uint8Array(length)
  changed.set(bytes.subarray(0, length))
  sections.set(name, changed)
  return `${name} ${length}`
}

/** A stretch of one section in another, or the whole of it in the other's place. */
function splice(sections: Map<string, Uint8Array>, original: Sections, random: Random): string {
  const name = anyName(sections, random)
  const other = anyName(original, random)
  const from = original.get(other) ?? new Uint8Array()
  const bytes = (sections.get(name) ?? new Uint8Array()).slice()
  const length = random(Math.min(bytes.length, from.length) + 1)
  const start = random(from.length - length + 1)
  bytes.set(from.subarray(start, start + length), random(bytes.length - length + 1))
  sections.set(name, random(4) === 0 ? from : bytes)
  return `${other} into ${name}`
}

/** A number that is out of the ordinary: at an end, or a little beside one that is right. */
function oddNumber(right: number, random: Random): number {
  const odd = [0, 1, right + 1, right - 1, right * 2, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, random(2 ** 32)]
  return odd[random(odd.length)]
}

const TABLES = ['blocks', 'idstarts', 'storedix', 'column0', 'column2', 'column3']

function changeNumber(sections: Map<string, Uint8Array>, _: Sections, random: Random): string {
  const name = TABLES[random(TABLES.length)]
  const bytes = (sections.get(name) ?? new Uint8Array()).slice()
  if (bytes.length < 4) return `${name}, which has none`
  const view = new DataView(bytes.buffer)
  for (let count = random(3); count >= 0; count--) {
    const at = 4 * random(bytes.length >> 2)
    view.setUint32(at, oddNumber(view.getUint32(at, true), random) >>> 0, true)
  }
  sections.set(name, bytes)
  return name
}

/** One value somewhere in a tree of MessagePack. */
function changeValue(value: unknown, random: Random): unknown {
  if (Array.isArray(value) && value.length > 0 && random(8) > 0) {
    const at = random(value.length)
    return value.map((item: unknown, place) => (place === at ? changeValue(item, random) : item))
  }
  if (value !== null && typeof value === 'object' && random(8) > 0) {
    const entries = Object.entries(value)
    const at = random(entries.length)
    return Object.fromEntries(
      entries.map(([key, item], place) => [key, place === at ? changeValue(item, random) : item]),
    )
  }
  if (typeof value === 'number' && random(4) > 0) return oddNumber(value, random)
  if (typeof value === 'string' && random(2) > 0) return value.repeat(random(40))
  const others = [
    null,
    true,
    false,
    0,
    -1,
    0.5,
    1e300,
    Number.NaN,
    '',
    'date',
    'number',
    [],
    [[]],
    {},
    new Uint8Array(3),
  ]
  return others[random(others.length)]
}

function changeDescription(sections: Map<string, Uint8Array>, _: Sections, random: Random): string {
  const name = random(4) === 0 ? 'abbrevs' : 'meta'
  const bytes = sections.get(name) ?? new Uint8Array()
  try {
    sections.set(name, Uint8Array.from(pack(changeValue(unpack(bytes), random))))
  } catch {
    return `${name}, which is none`
  }
  return name
}

/** Bytes within what is deflated. */
function changeInside(sections: Map<string, Uint8Array>, _: Sections, random: Random): string {
  const name = 'stored'
  const deflated = sections.get(name) ?? new Uint8Array()
  try {
    const raw = Uint8Array.from(inflateRawSync(deflated))
    change(raw, random)
    // The first block takes the place of all of them.
    sections.set(name, Uint8Array.from(deflateRawSync(raw)))
  } catch {
    return `${name}, which does not inflate`
  }
  return name
}

function without(sections: Map<string, Uint8Array>, random: Random): string {
  const name = anyName(sections, random)
  sections.delete(name)
  return name
}

/** Changes a place or length in the table of sections, in place, and makes the head's checksum right again. */
function changeTable(file: Uint8Array, count: number, random: Random): string {
  const view = new DataView(file.buffer)
  const entry = 32 + 24 * random(count)
  const at = entry + (random(2) === 0 ? 8 : 16)
  const right = view.getFloat64(at, true)
  const odd = [right + 8, right - 8, file.length, file.length - right, Number.NaN, -8, 1e300, 0.5, random(file.length)]
  view.setFloat64(at, odd[random(odd.length)], true)
  const head = view.getUint32(24, true)
  view.setUint32(28, crc32c(file.subarray(32, head), crc32c(file.subarray(0, 28))), true)
  return `table at ${at}`
}
