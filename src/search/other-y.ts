const WITH_I = 'iìỉĩíị'
const WITH_Y = 'yỳỷỹýỵ'
/** After these a lone final i and y sound alike and both are written: kĩ, kỹ; quí, quý; tỉ, tỷ. */
const ONSETS: ReadonlySet<string> = new Set(['h', 'k', 'l', 'm', 'qu', 's', 't', 'v'])

/** The other spelling of a canonical syllable that ends in a lone i or y, or undefined. Diphthongs have none: tai, tay. */
export function otherY(word: string): string | undefined {
  const last = word.length - 1
  if (last < 1 || last > 2 || !ONSETS.has(word.slice(0, last))) return undefined
  const i = WITH_I.indexOf(word[last])
  if (i >= 0) return word.slice(0, last) + WITH_Y[i]
  const y = WITH_Y.indexOf(word[last])
  return y >= 0 ? word.slice(0, last) + WITH_I[y] : undefined
}
