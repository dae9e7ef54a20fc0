import { DISTRICT_ROWS, FORMER_DISTRICT_ROWS } from './districts-data.js'
import { marksAgree, nameForm, unmarked } from './form.js'
import { spellingsOfForm } from './spellings.js'

/** Kind of a district-level unit: thành phố of a province, quận, thị xã, huyện. */
export type DistrictKind = 't' | 'q' | 'x' | 'h'

/** A district-level unit of the years before 1 July 2025. */
export interface District {
  /** Name without its kind: `Ngã Năm`, `1`. */
  readonly name: string
  readonly kind: DistrictKind
  /** Province among the 63. */
  readonly province: string
  /** Whether it had been merged or renamed before June 2025. */
  readonly former: boolean
}

let all: readonly District[] | undefined
let byLetters: Map<string, District[]> | undefined

function unpack(rows: typeof DISTRICT_ROWS, former: boolean): District[] {
  return rows.flatMap(([province, list]) =>
    list.split(';').flatMap(part => {
      const kind = part[0] as DistrictKind
      return part
        .slice(2)
        .split(',')
        .map(name => ({ name, kind, province, former }))
    }),
  )
}

/** Every district-level unit of June 2025, then the former ones. */
export function districts(): readonly District[] {
  all ??= [...unpack(DISTRICT_ROWS, false), ...unpack(FORMER_DISTRICT_ROWS, true)]
  return all
}

const KINDS: readonly (readonly [prefix: string, kinds: string])[] = [
  ['huyện đảo ', 'h'],
  ['huyện ', 'h'],
  ['huyen ', 'h'],
  ['quận ', 'q'],
  ['quan ', 'q'],
  ['thị xã ', 'x'],
  ['thi xa ', 'x'],
  ['tx ', 'x'],
  ['thành phố ', 't'],
  ['thanh pho ', 't'],
  ['tp ', 't'],
]

/**
 * The units that a name can mean, with or without its kind in front: `huyện Tân Phú` (one), `Châu Thành` (ten). A kind
 * decides when a unit of that kind has the name; otherwise it is ignored, since towns were raised from one kind to another.
 */
export function districtsNamed(name: string): readonly District[] {
  if (name.length > 100) return []
  byLetters ??= indexByLetters()
  const whole = nameForm(name)
  const found = matching(byLetters, whole)
  if (found.length > 0) return found
  for (const [prefix, kinds] of KINDS) {
    if (!whole.startsWith(prefix)) continue
    const named = matching(byLetters, whole.slice(prefix.length))
    const exact = named.filter(district => kinds.includes(district.kind))
    return exact.length > 0 ? exact : named
  }
  return []
}

/** Provinces among the 63 that have a district of this name (see `districtsNamed`), each once. */
export function districtProvinces(name: string): readonly string[] {
  return [...new Set(districtsNamed(name).map(district => district.province))]
}

function matching(index: Map<string, District[]>, form: string): District[] {
  const list = index.get(unmarked(form).replace(/ /g, '')) ?? []
  const exact = list.filter(district => formsOf(district).includes(form))
  return exact.length > 0 ? exact : list.filter(district => formsOf(district).some(own => marksAgree(form, own)))
}

/** The spellings of a district's name, in the shape of `nameForm`. */
export function formsOf(district: District): readonly string[] {
  const form = nameForm(district.name)
  return spellingsOfForm(form) ?? [form]
}

function indexByLetters(): Map<string, District[]> {
  const index = new Map<string, District[]>()
  for (const district of districts()) {
    for (const form of formsOf(district)) {
      const key = unmarked(form).replace(/ /g, '')
      const list = index.get(key)
      if (!list) index.set(key, [district])
      else if (!list.includes(district)) list.push(district)
    }
  }
  return index
}
