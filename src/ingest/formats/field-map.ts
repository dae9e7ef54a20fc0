import { UsageError } from '../../errors.js'
import { dateOfNumber, dateOfRecord } from './feed-date.js'
import { looksLikeHtml, oneLine, textOf } from './record.js'

/** Where each field stands: its name here, and the way to it. */
export type FieldMap = ReadonlyMap<string, readonly string[]>

const unsafe: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype', ''])
const singleLine: ReadonlySet<string> = new Set(['title', 'author', 'source', 'category', 'url'])
const deepest = 16

/**
 * Reads the option `map`. Undefined for none.
 *
 * @throws UsageError (`BAD_ARGUMENT`, `field: map`) for an empty name or way, or one that would reach into a prototype
 */
export function readFieldMap(map: Readonly<Record<string, string>> | undefined): FieldMap | undefined {
  if (map === undefined) return undefined
  const entries = Object.entries(map).map(([target, way]): [string, readonly string[]] => {
    const steps = way.split('.')
    if (unsafe.has(target) || steps.length > deepest || steps.some(step => unsafe.has(step))) {
      throw new UsageError('BAD_ARGUMENT', `map should be field=name or field=a.b.c, not "${target}=${way}"`, {
        field: 'map',
        expected: 'field=name',
        got: `${target}=${way}`,
      })
    }
    return [target, steps]
  })
  return entries.length === 0 ? undefined : new Map(entries)
}

/**
 * A foreign object under our names: each mapped field from where it stands, the others as they are. The way is first tried as
 * one name with dots in it.
 */
export function applyFieldMap(value: unknown, map: FieldMap): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const fields = new Map<string, unknown>(Object.entries(value))
  const moved = new Map<string, unknown>()
  for (const [target, way] of map) {
    const whole = way.join('.')
    const found = fields.has(whole) ? fields.get(whole) : follow(value, way)
    if (found !== undefined) moved.set(target, valueFor(target, found))
  }
  for (const way of map.values()) {
    const source = fields.has(way.join('.')) ? way.join('.') : way[0]
    fields.delete(source)
  }
  for (const [target, found] of moved) fields.set(target, found)
  return Object.fromEntries([...fields].filter(([name]) => !unsafe.has(name)))
}

function follow(value: unknown, way: readonly string[]): unknown {
  let at: unknown = value
  for (const step of way) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = Reflect.get(at, step)
  }
  return at
}

/** A mapped value in the form that the field takes. What cannot be one is left to the check of the document. */
function valueFor(target: string, value: unknown): unknown {
  if (target === 'date') {
    if (typeof value === 'number') return dateOfNumber(value) ?? String(value)
    return typeof value === 'string' ? (dateOfRecord(value) ?? undefined) : value
  }
  if (target === 'id') return typeof value === 'number' ? String(value) : value
  if (target === 'province') return value
  const text = asText(value)
  if (text === undefined) return value
  if (singleLine.has(target)) return target === 'url' ? text.trim() : oneLine(text)
  if (target === 'body' || target === 'lead') return textOf(text, looksLikeHtml(text)).join('\n')
  return value
}

/** Strings, numbers, and lists of them or of named objects ("authors": [{"name": "Thu Hà"}]) as one text. */
function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) {
    const parts = value.slice(0, 50).map(asText)
    return parts.every(part => part !== undefined) && parts.length > 0 ? parts.join(', ') : undefined
  }
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'name')) {
    const name: unknown = Reflect.get(value, 'name')
    return typeof name === 'string' ? name : undefined
  }
  return undefined
}
