import { isValidDate } from '../analysis/dates/index.js'
import type { DerivedDate } from './derived.js'
import { two } from './iso.js'

/** `/2020/12/04/`, `/2020-12-04-`: a day of its own in the path. */
const inPath = /[/-](20\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/.-])/
/** `-20250903104904906.htm`: the time down to seconds or milliseconds as the number of the article. */
const asNumber = /[/-](20\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})\d{0,3}(?=\.|$|[/?#])/

/** The day that an address has in its path, as sites number and file their articles; undefined for most. */
export function urlDate(url: string): DerivedDate | undefined {
  if (url.length > 2000) return undefined
  const found = asNumber.exec(url) ?? inPath.exec(url)
  if (found === null) return undefined
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (!isValidDate(year, month, date)) return undefined
  if (found[4] !== undefined && (Number(found[4]) > 23 || Number(found[5]) > 59 || Number(found[6]) > 59))
    return undefined
  return { value: `${year}-${two(month)}-${two(date)}`, source: found[0].slice(1), confidence: 0.9, from: 'url' }
}
