import { UsageError } from '../errors.js'
import type { SortValue } from './sort.js'

/** Where a page ended: what its last hit is sorted by, and its id, which decides among equals. */
export interface CursorPosition {
  readonly value: SortValue
  readonly id: string
}

const VERSION = 1

/**
 * An opaque string for a place in an order of hits. It says where the place is rather than how many hits come before, so that
 * it stays right on ties and when documents come and go.
 *
 * @param order what was asked for: the query and its sort; a cursor of another order is refused
 */
export function writeCursor({ value, id }: CursorPosition, order: string): string {
  const bytes = new TextEncoder().encode(JSON.stringify([VERSION, digest(order), value, id]))
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/**
 * Reads a cursor.
 *
 * @throws UsageError (`BAD_ARGUMENT`, field `after`) when it is none, was made by another version or for another query or sort
 */
export function readCursor(cursor: string, order: string): CursorPosition {
  const content = typeof cursor === 'string' ? decode(cursor) : undefined
  if (!Array.isArray(content) || typeof content[0] !== 'number') throw badCursor('a cursor that a search gave', cursor)
  const [version, made, value, id]: unknown[] = content
  if (version !== VERSION) throw badCursor(`a cursor of version ${VERSION}`, version)
  if (made !== digest(order)) throw badCursor('a cursor of the same query and sort', cursor)
  if (typeof id !== 'string' || !isSortValue(value)) throw badCursor('a cursor that a search gave', cursor)
  return { value, id }
}

/** The error for a cursor that is none. */
export function badCursor(expected: string, got: unknown): UsageError {
  return new UsageError('BAD_ARGUMENT', `after should be ${expected}`, { field: 'after', expected, got })
}

function isSortValue(value: unknown): value is SortValue {
  return value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))
}

function decode(cursor: string): unknown {
  if (!/^[A-Za-z0-9_-]+$/.test(cursor)) return undefined
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(text, unit => unit.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** 32 bits that tell one order from another (FNV-1a over UTF-16 units). */
function digest(order: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < order.length; at++) hash = Math.imul(hash ^ order.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
