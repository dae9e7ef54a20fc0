import type { IndexReader } from '../index/reader.js'

/** A stored value as texts. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

/** The texts of a stored document in its searched fields, in their order; empty where nothing is stored. */
export function searchedTexts(document: number, reader: IndexReader): string[] {
  const stored = reader.stored(document)
  return reader.meta.settings.fields.map(([name]) => textsOf(stored.get(name)).join('\n'))
}
