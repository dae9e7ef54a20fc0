import { fold } from '../src/text/fold.js'

/** Ways in which one query is typed: with all marks, every second marked word bared, all bared. */
export const WAYS = ['full', 'half', 'none'] as const
export type WayOfTyping = (typeof WAYS)[number]

/** A query as somebody types it who types that way. */
export function typedAs(text: string, way: WayOfTyping): string {
  if (way === 'full') return text
  if (way === 'none') return fold(text)
  let marked = 0
  return text.replace(/\S+/g, word => (fold(word) !== word.toLowerCase() && marked++ % 2 === 1 ? fold(word) : word))
}
