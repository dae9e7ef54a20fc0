import { districtsNamed } from './districts.js'
import { nameForm } from './form.js'
import { provinceByName } from './spellings.js'

/** Abbreviations of towns; too ambiguous to look for in texts (BMT is bên mời thầu too). */
const SHORT: ReadonlyMap<string, string> = new Map([['bmt', 'Buôn Ma Thuột']])

/**
 * The official name of the province, district or town that a spelling means: `Ban Mê Thuột` is Buôn Ma Thuột, `Qui Nhơn`
 * Quy Nhơn, `Daklak` Đắk Lắk. Undefined when it means none.
 */
export function placeName(spelling: string): string | undefined {
  if (spelling.length > 100) return undefined
  return provinceByName(spelling)?.name ?? SHORT.get(nameForm(spelling)) ?? districtsNamed(spelling)[0]?.name
}
