/** The headline of a document, or the first sentence of its text where it has none (at most 160 characters). */
export function titleOf(document: Readonly<Record<string, unknown>>): string {
  const { title, lead, body } = document
  if (typeof title === 'string' && title.trim() !== '') return title.trim()
  const text = [lead, body].find((field): field is string => typeof field === 'string' && field.trim() !== '')?.trim() ?? ''
  const end = text.search(/[.!?…](\s|$)|\n/)
  const sentence = end < 0 ? text : text.slice(0, text[end] === '\n' ? end : end + 1)
  if (sentence.length <= 160) return sentence
  const cut = sentence.lastIndexOf(' ', 160)
  return `${sentence.slice(0, cut > 0 ? cut : 160)} …`
}
