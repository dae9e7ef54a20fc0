import { PROVINCE_2025_ROWS, PROVINCE_ROWS } from './provinces-data.js'

/** Which state of the law the tables show: Resolution 202/2025/QH15 with 30/2026/QH16. */
export const PLACES_VERSION = '2026-04-30'

/** The day on which the 63 provinces became 34 (Resolution 202/2025/QH15). */
export const MERGER_DATE = '2025-07-01'

/** One of the 63 provinces and cities of June 2025. */
export interface Province {
  /** General Statistics Office code, two digits. */
  readonly code: string
  /** Official name without its kind, old tone style: `Hòa Bình`, `Hồ Chí Minh`. */
  readonly name: string
  readonly kind: 'tỉnh' | 'thành phố'
  /** Landline area code since 2017 without the leading 0: `299`. */
  readonly areaCode: string
  /** Code of the province among the 34 that it is part of since 1 July 2025. */
  readonly code2025: string
  /** Name of that province. */
  readonly name2025: string
}

/** One of the 34 provinces and cities since 1 July 2025. */
export interface Province2025 {
  readonly code: string
  readonly name: string
  /** Kind today: Đồng Nai, a tỉnh at the merger, is a city since 30 April 2026. */
  readonly kind: 'tỉnh' | 'thành phố'
  /** Names among the 63 that it was made of, in the order of their codes. */
  readonly from: readonly string[]
}

const KIND = { t: 'tỉnh', c: 'thành phố' } as const
const names2025 = new Map(PROVINCE_2025_ROWS.map(([code, name]) => [code, name]))

/** The 63 provinces in the order of their codes. */
export const PROVINCES: readonly Province[] = PROVINCE_ROWS.map(([code, name, kind, areaCode, code2025]) => ({
  code,
  name,
  kind: KIND[kind],
  areaCode,
  code2025,
  name2025: names2025.get(code2025) ?? name,
}))

/** The 34 provinces since 1 July 2025 in the order of their codes. */
export const PROVINCES_2025: readonly Province2025[] = PROVINCE_2025_ROWS.map(([code, name, kind]) => ({
  code,
  name,
  kind: KIND[kind],
  from: PROVINCES.filter(province => province.code2025 === code).map(province => province.name),
}))

const byName = new Map(PROVINCES.map(province => [province.name, province]))
const byName2025 = new Map(PROVINCES_2025.map(province => [province.name, province]))
const byAreaCode = new Map(PROVINCES.map(province => [province.areaCode, province.name]))

/** The record of one of the 63 by its official name exactly as in `PROVINCES`; other spellings: `provinceByName`. */
export function provinceOf(name: string): Province | undefined {
  return byName.get(name)
}

/** The province among the 34 that one of the 63 belongs to since 1 July 2025. Official names; undefined for others. */
export function province2025(name: string): string | undefined {
  return byName.get(name)?.name2025
}

/** The names among the 63 that make up one of the 34; empty for other names. */
export function provincesOf2025(name: string): readonly string[] {
  return byName2025.get(name)?.from ?? []
}

/**
 * The values a filter on a province in the new reading must accept: its former parts and itself, since articles of after
 * the merger carry the new name only. A name that is none of the 34 stands for itself.
 */
export function expand2025(name: string): readonly string[] {
  return byName2025.get(name)?.from ?? [name]
}

/** How a text of this ISO date names provinces: by the 63 or by the 34. Without a date: the 63. */
export function readingOn(date: string | undefined): '63' | '34' {
  return date !== undefined && date >= MERGER_DATE ? '34' : '63'
}

/**
 * The province of a landline area code since 2017, with or without the leading 0 or +84: `0299`, `299`, `028`.
 * Undefined for mobile prefixes and for the codes before 2017.
 */
export function areaCodeProvince(code: string): string | undefined {
  return byAreaCode.get(code.replace(/^(?:\+?84|0)/, ''))
}
