import { expand2025, province2025 } from '../../analysis/places/provinces.js'
import type { KeywordColumn } from '../../index/columns.js'
import { compareVietnamese } from '../collation.js'
import { countOrdinals, type Ordinals } from './ordinals.js'
import { keywordBuckets, type TermOptions, withUnknown } from './terms.js'
import type { FacetBucket } from './value.js'
import { valueMatcher } from './value-search.js'

/** Provinces by those of the 34 that they belong to since 1 July 2025. */
interface Merged extends Ordinals {
  /** The name with the ordinal n stands at n − 1; a value that is no province stands for itself. */
  readonly names: readonly string[]
}

const ofColumns = new WeakMap<KeywordColumn, Merged>()

function merged(column: KeywordColumn, documents: number): Merged {
  const known = ofColumns.get(column)
  if (known) return known
  const ordinals = new Map<string, number>()
  const ordinalOf = new Uint32Array(column.size)
  column.head.values.forEach((value, at) => {
    const name = parentOf(value)
    const ordinal = ordinals.get(name) ?? ordinals.size + 1
    ordinals.set(name, ordinal)
    ordinalOf[at + 1] = ordinal
  })
  const { starts, flat } = column
  const several = starts.length > 0
  // A document of Sóc Trăng and Hậu Giang is one of Cần Thơ.
  const distinct: number[] = []
  const newStarts = new Uint32Array(several ? documents + 1 : 0)
  for (let document = 0; document < documents && several; document++) {
    const begin = distinct.length
    for (let at = starts[document]; at < starts[document + 1]; at++) {
      const ordinal = ordinalOf[flat[at]]
      if (distinct.indexOf(ordinal, begin) < 0) distinct.push(ordinal)
    }
    newStarts[document + 1] = distinct.length
  }
  const newFlat = several ? Uint32Array.from(distinct) : Uint32Array.from(flat, value => ordinalOf[value])
  const made = { size: ordinals.size + 1, flat: newFlat, starts: newStarts, names: [...ordinals.keys()] }
  ofColumns.set(column, made)
  return made
}

function parentOf(value: string): string {
  return province2025(value) ?? value
}

/**
 * The provinces of today with those that they were made of in `children`. A document of two provinces that became one
 * counts once above and in both below. With `search` a province stays when its name or that of a child fits; then all of
 * its children stay or only those that fit. `sort` and `limit` are for the provinces of today, children are sorted alike.
 */
export function provinceTree(
  column: KeywordColumn,
  documents: number,
  { sort, limit, search }: TermOptions,
  lists: readonly Int32Array[],
): FacetBucket[] {
  const ordinals = merged(column, documents)
  const counts = countOrdinals(ordinals, lists)
  const matches = search === undefined ? () => true : valueMatcher(search)
  const children = new Map<string, FacetBucket[]>()
  for (const bucket of keywordBuckets(column, sort === undefined ? {} : { sort }, lists)) {
    if (typeof bucket.value !== 'string') continue
    const parent = parentOf(bucket.value)
    const known = children.get(parent)
    if (known) known.push(bucket)
    else children.set(parent, [bucket])
  }
  const found: (FacetBucket & { readonly value: string })[] = []
  ordinals.names.forEach((value, at) => {
    const count = counts[at + 1]
    const below = children.get(value) ?? []
    const fitting = matches(value)
      ? below
      : below.filter(child => typeof child.value === 'string' && matches(child.value))
    if (count === 0 || fitting.length === 0) return
    const inTree = province2025(value) !== undefined
    found.push({ value, count, ...(inTree ? { children: fitting, filter: expand2025(value) } : {}) })
  })
  if (sort === 'name') found.sort((a, b) => compareVietnamese(a.value, b.value))
  else found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  return withUnknown(found.slice(0, limit), search === undefined ? counts[0] : 0)
}
