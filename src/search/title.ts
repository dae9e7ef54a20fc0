/** The headline of a document, or the first sentence of its text where it has none (at most 160 characters). */
export function titleOf(document: Readonly<Record<string, unknown>>): string {
  const { title, lead, body } = document
  if (typeof title === 'string' && title.trim() !== '') return title.trim()
  const text =
    [lead, body].find((field): field is string => typeof field === 'string' && field.trim() !== '')?.trim() ?? ''
  const end = sentenceEnd(text)
  const sentence = text.slice(0, end)
  if (sentence.length <= 160) return sentence
  const blank = sentence.lastIndexOf(' ', 160)
  const cut = blank > 0 ? blank : 160
  const halved = /[\ud800-\udbff]/.test(sentence[cut - 1])
  return `${sentence.slice(0, halved ? cut - 1 : cut)} …`
}

/** The end of the first sentence: at a line's end, or after a stop that follows no short capital (TP. Huế, Ông Đ.H. Nam). */
function sentenceEnd(text: string): number {
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n') return at
    const last = at + 1 === text.length || text[at + 1] === ' ' || text[at + 1] === '\n'
    if (!last || !'.!?…'.includes(text[at])) continue
    if (
      text[at] !== '.' ||
      at + 1 === text.length ||
      !/(^|[^\p{L}])\p{Lu}\p{L}{0,2}$/u.test(text.slice(Math.max(0, at - 5), at))
    )
      return at + 1
  }
  return text.length
}
