import { detached } from '../text/detached.js'

/** An address as an id: without scheme, `www.`, fragment and the ending of a page; undefined for what is no address. */
export function articleIdOfUrl(url: string): string | undefined {
  const match = /^(?:https?:)?\/\/(?:www\.)?([^\s#]+)/i.exec(url.trim())
  if (match === null) return url.trim() === '' || url.length > 500 || /\s/.test(url.trim()) ? undefined : url.trim()
  return detached(match[1].replace(/\.(?:s?html?|aspx?|php)$/i, '').replace(/\/+$/, ''))
}
