import { provinceByName } from '../analysis/places/spellings.js'
import type { Document } from '../article.js'
import { InputError } from '../errors.js'

/** The facet value of a name as written: provinces take their official name, so that "TPHCM" and "Hồ Chí Minh" are one. */
export function facetValue(written: string, kind: 'keyword' | 'province'): string {
  const trimmed = written.normalize('NFC').trim()
  return kind === 'province' ? (provinceByName(trimmed)?.name ?? trimmed) : trimmed
}

/** The values of a keyword facet of a document; none when it is missing or blank. */
export function readValues(document: Document, name: string, kind: 'keyword' | 'province'): string[] {
  const value = Object.hasOwn(document, name) ? document[name] : undefined
  if (value === undefined || value === null) return []
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  const values: string[] = []
  for (const item of list) {
    if (typeof item !== 'string') {
      throw new InputError('BAD_DOCUMENT', `the field "${name}" of document "${document.id}" should hold strings`, {
        field: name,
        got: item,
      })
    }
    const found = facetValue(item, kind)
    if (found !== '') values.push(found)
  }
  return values
}
