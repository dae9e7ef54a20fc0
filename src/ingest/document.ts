import type { Article } from '../article.js'
import { InputError } from '../errors.js'

/** Fields with a meaning of their own must be strings; `province` may also be a list of them. */
const textFields: ReadonlySet<string> = new Set([
  'title',
  'lead',
  'body',
  'date',
  'author',
  'source',
  'url',
  'category',
  'dateSource',
  'provinceSource',
])

/** Where a document stands, for errors. */
export interface Place {
  readonly file: string
  readonly line?: number
}

/** Names that would reach into an object's prototype; a document with one keeps its other fields. */
const unsafe: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

function fault(place: Place, field: string, expected: string, value: unknown): InputError {
  const where = place.line === undefined ? place.file : `${place.file}:${place.line}`
  const got = typeOf(value)
  return new InputError('BAD_DOCUMENT', `${where}: ${field} must be ${expected}, not ${got}`, {
    ...place,
    field,
    expected,
    got,
  })
}

/**
 * A parsed JSON value as a document, or the error that says why not: no object, no `id`, a field of the wrong type, no text
 * at all. An `id` that is a whole number becomes its digits; `null` counts as absent; fields that timtin does not know pass unchanged.
 */
export function documentFrom(value: unknown, place: Place): Article | InputError {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fault(place, 'document', 'an object', value)
  const fields: [string, unknown][] = []
  let id: string | undefined
  let hasText = false
  for (const [key, given] of Object.entries(value)) {
    if (unsafe.has(key) || given === null) continue
    if (key === 'id') {
      if (typeof given === 'string' && given !== '') id = given
      else if (typeof given === 'number' && Number.isSafeInteger(given)) id = String(given)
      else return fault(place, 'id', 'a string that is not empty', given === '' ? 'an empty string' : given)
      continue
    }
    if (textFields.has(key)) {
      if (typeof given !== 'string') return fault(place, key, 'a string', given)
      if ((key === 'title' || key === 'lead' || key === 'body') && given.trim() !== '') hasText = true
    } else if (key === 'province') {
      const valid = typeof given === 'string' || (Array.isArray(given) && given.every(one => typeof one === 'string'))
      if (!valid) return fault(place, key, 'a string or a list of strings', given)
    }
    fields.push([key, given])
  }
  if (id === undefined) return fault(place, 'id', 'a string', undefined)
  if (!hasText) return fault(place, 'body', 'some text in title, lead or body', undefined)
  return { ...Object.fromEntries(fields), id }
}
