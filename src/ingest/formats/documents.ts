import { InputError, messageOf } from '../../errors.js'
import { deriveDocument } from '../derive.js'
import { documentFrom, type Place } from '../document.js'
import { applyFieldMap, type FieldMap } from './field-map.js'
import type { InputOptions, Item } from './piece.js'

/** What JSON documents are read with. */
export interface DocumentOptions extends Pick<InputOptions, 'derive' | 'crawled'> {
  readonly fieldMap?: FieldMap | undefined
}

/** A parsed JSON value as a document, mapped and with derived fields where that is asked for. */
export function documentItem(value: unknown, place: Place, options: DocumentOptions): Item {
  const { fieldMap, derive = false } = options
  const document = documentFrom(fieldMap === undefined ? value : applyFieldMap(value, fieldMap), place)
  if (document instanceof InputError) return document
  const full = derive || fieldMap !== undefined ? deriveDocument(document, options) : document
  return place.line === undefined ? { document: full } : { document: full, line: place.line }
}

/** The documents on lines of NDJSON; empty lines are passed over, a bad one is an error with its number. */
export function itemsOfLines(file: string, text: string, firstLine: number, options: DocumentOptions): Item[] {
  const items: Item[] = []
  let line = firstLine
  for (let start = 0; start < text.length; line++) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    const words = text.slice(start, end).trim()
    start = end + 1
    if (words === '' || words === '\ufeff') continue
    try {
      items.push(documentItem(JSON.parse(words), { file, line }, options))
    } catch (cause) {
      items.push(brokenJson(file, line, cause))
    }
  }
  return items
}

/** The document or documents in one value of a JSON file. */
export function itemsOfValue(file: string, text: string, line: number, options: DocumentOptions): Item[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    const offset = /position (\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1]
    const before = offset === undefined ? 0 : text.slice(0, Number(offset)).split('\n').length - 1
    return [brokenJson(file, line + before, cause)]
  }
  const place = { file, line }
  return (wrapped(value, options) ?? [value]).map(one => documentItem(one, place, options))
}

/** The documents of an object that is only a wrapper: no text of its own, one list of objects, however deep. */
function wrapped(value: unknown, { fieldMap }: DocumentOptions): readonly unknown[] | undefined {
  let at = value
  for (let depth = 0; depth < 4; depth++) {
    if (typeof at !== 'object' || at === null || Array.isArray(at)) return undefined
    const known = fieldMap === undefined ? ['id', 'title', 'body'] : [...fieldMap.values()].map(way => way[0])
    const object = at
    if (depth === 0 && known.some(name => Object.hasOwn(object, name))) return undefined
    const values = Object.values(at)
    const lists = values.filter(one => Array.isArray(one) && one.length > 0 && one.every(isObject))
    if (lists.length === 1) return lists[0]
    const objects = values.filter(isObject)
    if (lists.length > 1 || objects.length !== 1) return undefined
    at = objects[0]
  }
  return undefined
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function brokenJson(file: string, line: number, cause: unknown): InputError {
  const reason = messageOf(cause)
  // Deep nesting ends the parser's stack, not the input.
  return new InputError('BAD_INPUT', `${file}:${line}: broken JSON: ${reason.slice(0, 200)}`, {
    file,
    line,
    expected: 'a JSON object',
    cause,
  })
}
