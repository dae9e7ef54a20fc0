import { districtsNamed, provinceByName } from '../../analysis/places/index.js'

/** No province or district has more words, its kind included. */
const MOST_WORDS = 6

/**
 * How far the name of a province or district reaches from the start of a text, in UTF-16 units: 9 for `sóc trăng tai nạn` and the
 * field `province`. 0 for other fields and when no name begins there. Made for `ParseOptions.valueLength`.
 */
export function placeValueLength(field: string, text: string): number {
  if (field !== 'province' && field !== 'district') return 0
  const words = [...text.matchAll(/[^\s,;()"“”]+/gu)].slice(0, MOST_WORDS)
  // The words before a comma or bracket, with nothing but blanks between them.
  const ends = words.map(({ 0: word, index }) => index + word.length)
  for (const end of ends.reverse()) {
    const name = text.slice(0, end)
    if (/[,;()"“”]/.test(name)) continue
    if (field === 'province' ? provinceByName(name) : districtsNamed(name).length > 0) return end
  }
  return 0
}
