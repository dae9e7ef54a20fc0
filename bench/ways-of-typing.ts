import { fold } from '../src/text/fold.js'
import { canonical, canonicalNew } from '../src/text/tone.js'
import { rawTelex, rawVni } from './raw-keys.js'
import { randomFrom } from './statistics.js'
import { withTypo } from './typos.js'

/**
 * Ways in which one query is typed: with all marks, every second marked word bared, all bared; decomposed; tones in the style
 * that it does not have (hòa, hoà); as raw keys of Telex and VNI; with one slip in one word.
 */
export const WAYS = ['full', 'half', 'none', 'nfd', 'tone', 'telex', 'vni', 'typo'] as const
export type WayOfTyping = (typeof WAYS)[number]

const TYPED: Readonly<Record<WayOfTyping, (text: string) => string>> = {
  full: text => text,
  half: halfMarked,
  none: fold,
  nfd: text => text.normalize('NFD'),
  tone: text => text.replace(/[\p{L}\p{M}]+/gu, inOtherStyle),
  telex: rawTelex,
  vni: rawVni,
  typo: text => withTypo(text, randomFrom(seedOf(text))),
}

/** A query as somebody types it who types that way. It depends on the text alone. */
export function typedAs(text: string, way: WayOfTyping): string {
  return TYPED[way](text)
}

function halfMarked(text: string): string {
  let marked = 0
  return text.replace(/\S+/g, word => (fold(word) !== word.toLowerCase() && marked++ % 2 === 1 ? fold(word) : word))
}

/** A word with its tone where the other style puts it; capitals stay where they are. */
function inOtherStyle(word: string): string {
  const composed = word.normalize('NFC')
  const lower = composed.toLowerCase()
  const newer = canonicalNew(lower)
  const other = newer === lower ? canonical(lower) : newer
  if (other.length !== composed.length) return word
  return [...other].map((letter, at) => (composed[at] === lower[at] ? letter : letter.toUpperCase())).join('')
}

/** A number that depends on the text alone (FNV-1a over its code units). */
function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}
