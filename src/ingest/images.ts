import type { ArticleImage } from '../article.js'
import type { Block } from './block.js'
import type { Metadata } from './shape.js'
import { looksLikeCaption } from './title.js'

/** So many pictures of one article are kept. */
const most = 100

/** The pictures of an article's blocks with what stands under them; `page` is the page's own address. */
export function imagesOf(
  blocks: readonly Block[],
  metadata: Metadata | undefined,
  page: string | undefined,
): ArticleImage[] {
  const images: ArticleImage[] = []
  const known = new Set<string>()
  for (const { pictures, text, markup } of blocks) {
    if (pictures === undefined) continue
    const caption = markup === 'caption' || looksLikeCaption(text) ? text : undefined
    for (const [i, address] of pictures.entries()) {
      const url = absolute(address, page)
      if (known.has(url) || images.length >= most) continue
      known.add(url)
      // Words under a gallery are those of its last picture.
      images.push({ url, ...(caption === undefined || i < pictures.length - 1 ? {} : { caption }) })
    }
  }
  return images.length === 0 && metadata?.image !== undefined ? [{ url: metadata.image }] : images
}

function absolute(address: string, page: string | undefined): string {
  if (/^https?:/i.test(address) || page === undefined) return address
  try {
    return new URL(address, page).href
  } catch {
    return address
  }
}
