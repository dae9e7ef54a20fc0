import { marksAgree, nameForm, unmarked } from './form.js'
import { PROVINCES, type Province, provinceOf } from './provinces.js'
import { ALIAS_ROWS, RELATED_ROWS, SPELLING_ROWS } from './spellings-data.js'

/** Spellings of one name: lower case, words separated by single spaces, tones in the canonical (old) style. */
export interface PlaceVariants {
  readonly canonical: string
  readonly variants: readonly string[]
}

/** Provinces and towns that are spelled in several ways; true variants of one name only. */
export const PLACE_VARIANTS: readonly PlaceVariants[] = SPELLING_ROWS.map(([canonical, ...variants]) => ({
  canonical: nameForm(canonical),
  variants: variants.map(nameForm),
}))

/** Canonical forms whose name is not that of their province. */
const CANONICAL_OF_PROVINCE = new Map([
  ['Hồ Chí Minh', 'tp hồ chí minh'],
  ['Huế', 'thừa thiên huế'],
])

/** First words of names from languages that fit Vietnamese letters loosely: any marks on them are a spelling. */
export const LOOSE_FIRST_WORDS: ReadonlySet<string> = new Set(
  'dak dac daklak krong ea ia chu cu kon kong kontum mdrak mang ayun kbang pleiku plei buon ban dakrong'.split(' '),
)

const rowOf = new Map<string, readonly string[]>()
for (const { canonical, variants } of PLACE_VARIANTS) {
  const all = [canonical, ...variants]
  for (const form of all) rowOf.set(form, all)
}

/** All spellings of the name that a form spells, canonical first; undefined when it has only one. */
export function spellingsOfForm(form: string): readonly string[] | undefined {
  return rowOf.get(form)
}

interface Candidate {
  readonly form: string
  readonly province: Province
}

/** Every form of every province by its letters alone: `daklak` → đắk lắk, đăk lăk, … */
let candidates: Map<string, Candidate[]> | undefined

/** The forms a province goes by, canonical first: its name, its spellings, then the aliases. */
export function provinceForms(name: string): string[] {
  const own = nameForm(name)
  const row = rowOf.get(CANONICAL_OF_PROVINCE.get(name) ?? own) ?? []
  const aliases = ALIAS_ROWS.filter(([province]) => province === name).flatMap(([, ...rest]) => rest.map(nameForm))
  return [...new Set([own, ...row, ...aliases])]
}

function allCandidates(): Map<string, Candidate[]> {
  const table = new Map<string, Candidate[]>()
  for (const province of PROVINCES) {
    for (const form of provinceForms(province.name)) {
      const key = unmarked(form).replace(/ /g, '')
      const list = table.get(key)
      if (list) list.push({ form, province })
      else table.set(key, [{ form, province }])
    }
  }
  return table
}

const KIND_IN_FRONT = /^(?:tỉnh|tinh|thành phố|thanh pho|tp|t p|thủ đô|thu do) (?=.)/
const KIND_BEHIND = / (?:city|province)$/

/**
 * The province that a spelling means, among the 63: any case, any tone style, marks left out, dashes or dots between the
 * words or nothing at all, `tỉnh`, `thành phố`, `TP.` in front. Undefined when it names none, or a mark contradicts.
 *
 * `provinceByName('Daklak')?.name` is `Đắk Lắk`, `provinceByName('TP.HCM')?.name` is `Hồ Chí Minh`.
 */
export function provinceByName(spelling: string): Province | undefined {
  if (spelling.length > 100) return undefined
  const form = nameForm(spelling)
  return lookUp(form) ?? lookUp(form.replace(KIND_IN_FRONT, '')) ?? lookUp(form.replace(KIND_BEHIND, ''))
}

function lookUp(form: string): Province | undefined {
  candidates ??= allCandidates()
  const bare = unmarked(form)
  const list = candidates.get(bare.replace(/ /g, ''))
  if (!list) return undefined
  const loose = LOOSE_FIRST_WORDS.has(bare.split(' ')[0])
  return (
    list.find(candidate => candidate.form === form)?.province ??
    list.find(candidate => loose || marksAgree(form, candidate.form))?.province
  )
}

/**
 * The spellings of a province or town that searching should treat as equal, each a lower-case sequence of words, the
 * canonical one first; the name alone when it has no other. Accepts any of the spellings.
 */
export function spellings(name: string): readonly string[] {
  const form = nameForm(name)
  const province = provinceOf(name)?.name ?? (rowOf.has(form) ? undefined : provinceByName(name)?.name)
  const canonical = (province && CANONICAL_OF_PROVINCE.get(province)) ?? (province ? nameForm(province) : form)
  const row = rowOf.get(canonical) ?? [canonical]
  return province === 'Huế' ? ['huế', ...row] : row
}

/** Names that mean a province without being a spelling of its name (`sài gòn` for Hồ Chí Minh), lower case. */
export function relatedNames(name: string): readonly string[] {
  const province = provinceByName(name)?.name
  return RELATED_ROWS.filter(([own]) => own === province).flatMap(([, ...rest]) => rest.map(nameForm))
}
