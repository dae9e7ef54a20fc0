import type { Attributes } from './walk.js'

/** Pictures smaller than this, in CSS pixels, are signs and counters. */
const smallest = 80
const longestAddress = 2000
/** Furniture by its name: logos, signs, faces of writers, pixels that count. */
const furniture =
  /(?:^|[/_.\s-])(?:logo|icon|ico|avatar|banner|spacer|blank|pixel|loading|placeholder|emoji|sprite|button|btn|qr)/i

/**
 * The address of an `<img>` as the page writes it: that of the picture which is loaded late, if any. Undefined for signs, logos
 * and embedded data.
 */
export function pictureAddress(attributes: Attributes): string | undefined {
  const candidates = ['data-src', 'data-original', 'data-lazy-src', 'src'].map(name => attributes.get(name)?.trim())
  const address = candidates.find(
    value => value !== undefined && value !== '' && !/^(?:data|blob|javascript):/i.test(value),
  )
  if (address === undefined || address.length > longestAddress) return undefined
  for (const side of ['width', 'height']) {
    const size = Number.parseInt(attributes.get(side) ?? '', 10)
    if (size < smallest) return undefined
  }
  const names = `${address} ${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.slice(0, 2500)
  return furniture.test(names) || /\.(?:gif|svg)(?:$|[?#])/i.test(address) ? undefined : address
}
