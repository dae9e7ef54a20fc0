import type { Markup, Zone } from '../block.js'
import type { Attributes } from './walk.js'

/** Elements whose words nobody reads. */
export const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'canvas',
  'audio',
  'video',
  'select',
  'option',
  'textarea',
  'button',
  'datalist',
  'map',
  'head',
  'title',
  'noembed',
  'noframes',
])

/** Elements that begin and end a block of text. */
export const blockElements = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'nav',
  'aside',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
  'caption',
  'blockquote',
  'figure',
  'figcaption',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'pre',
  'form',
  'fieldset',
  'legend',
  'address',
  'center',
  'body',
  'html',
  'marquee',
  'details',
  'summary',
  'hgroup',
  'dialog',
  'menu',
  'search',
])

/** Elements without content. */
export const voidElements = new Set([
  'area',
  'base',
  'basefont',
  'br',
  'col',
  'embed',
  'frame',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])

/** Opening the first closes an open one of the second: end tags that HTML lets one leave out. */
export const impliedEnds: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', new Set(['li'])],
  ['tr', new Set(['tr', 'td', 'th'])],
  ['td', new Set(['td', 'th'])],
  ['th', new Set(['td', 'th'])],
  ['dt', new Set(['dt', 'dd'])],
  ['dd', new Set(['dt', 'dd'])],
  ['a', new Set(['a'])],
  ...[
    'p',
    'div',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'ul',
    'ol',
    'table',
    'section',
    'article',
    'blockquote',
    'hr',
    'form',
    'figure',
    'footer',
    'header',
    'aside',
    'nav',
    'main',
  ].map(name => [name, new Set(['p'])] as const),
])

/** What an element sets its content apart as. `soft` zones are taken back where they hold the page's text or headline. */
export interface ElementZone {
  readonly zone: Zone
  readonly soft: boolean
}

/** Words in class names and ids, by the zone that they speak of; names split at hyphens, underscores and humps. */
const zoneWords: readonly (readonly [zone: Zone, words: string])[] = [
  ['comments', 'comment comments cmt cmts binhluan disqus fbcomments phanhoi ykien ykienbandoc replies'],
  [
    'related',
    'related relate rel lienquan tinlienquan bailienquan tinkhac othernews others tincungloai cungchuyenmuc mostread mostview docnhieu xemnhieu tinmoi newest recommend recommended recommendation suggestion relatedposts tinnoibat morenews readmore seemore',
  ],
  ['footer', 'footer foot chantrang copyright imprint banquyen'],
  [
    'markup',
    'nav navbar navigation menu topmenu mainmenu submenu megamenu breadcrumb breadcrumbs crumbs sidebar rightbar leftbar rightcol leftcol cotphai cottrai banner ads ad advert advertisement adv adsense quangcao social socials share sharing shares sharedaddy addthis fb facebook zalo tags tag taglist keyword keywords tukhoa widget widgets popup modal cookie cookies newsletter subscribe rating ratings danhgia vote poll search login toolbar tools pagination pager paging counter thongke truycap marquee hotline player skip print topbar header masthead logo thamdo',
  ],
]

const zoneOfWord = new Map<string, Zone>()
for (const [zone, words] of zoneWords) for (const word of words.split(' ')) zoneOfWord.set(word, zone)

const ofArticle: ReadonlySet<string> = new Set([
  'article',
  'entry',
  'post',
  'news',
  'detail',
  'chitiet',
  'bai',
  'longform',
  'magazine',
  'emagazine',
  'story',
  'content',
])

const zoneOfRole = new Map<string, Zone>([
  ['navigation', 'markup'],
  ['banner', 'markup'],
  ['complementary', 'markup'],
  ['search', 'markup'],
  ['menu', 'markup'],
  ['menubar', 'markup'],
  ['toolbar', 'markup'],
  ['dialog', 'markup'],
  ['alert', 'markup'],
  ['contentinfo', 'footer'],
])

const markupWords: readonly (readonly [markup: Markup, words: string])[] = [
  ['caption', 'caption captions cap imgcap photocms chuthich credit imgdesc wp'],
  [
    'standfirst',
    'sapo lead standfirst desc description tomtat summary excerpt chapeau trichyeu intro teaser subtitle deck dek',
  ],
  ['author', 'author byline tacgia butdanh by writer authors'],
  ['stamp', 'date time ngaydang published pubdate datetime posted timestamp'],
]

const ofPicture: ReadonlySet<string> = new Set(['image', 'img', 'photo', 'picture', 'anh', 'hinh'])

const markupOfWord = new Map<string, Markup>()
for (const [markup, words] of markupWords) for (const word of words.split(' ')) markupOfWord.set(word, markup)

/** The words of an element's class and id, in lower case. */
export function nameWords(attributes: Attributes): string[] {
  const names = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.slice(0, 300)
  if (names.length === 1) return []
  return names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(word => word !== '')
}

/** The zone that an element opens by its name, its role, or its class and id; undefined for ordinary elements. */
export function zoneOf(name: string, attributes: Attributes, words: readonly string[]): ElementZone | undefined {
  if (isHidden(attributes)) return { zone: 'markup', soft: false }
  switch (name) {
    case 'nav':
    case 'dialog':
    case 'menu':
      return { zone: 'markup', soft: false }
    case 'aside':
      return { zone: 'markup', soft: true }
    case 'footer':
      return words.some(word => ofArticle.has(word)) ? undefined : { zone: 'footer', soft: true }
    case 'header':
      return words.some(word => ofArticle.has(word)) ? undefined : { zone: 'markup', soft: true }
    case 'html':
    case 'body':
    case 'main':
    case 'article':
    case 'h1':
    case 'time':
      return undefined
    default:
  }
  const role = zoneOfRole.get(attributes.get('role') ?? '')
  if (role !== undefined) return { zone: role, soft: true }
  for (const word of words) {
    const zone = zoneOfWord.get(word)
    // ArticleHeader, entry-header, post-footer: the head and foot of the article, not of the page.
    if ((word === 'header' || word === 'footer') && words.some(other => ofArticle.has(other))) continue
    if (zone !== undefined) return { zone, soft: true }
  }
  return undefined
}

/** Words that the page does not show. */
function isHidden(attributes: Attributes): boolean {
  if (attributes.has('hidden')) return true
  const style = attributes.get('style')
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

/** What class, id and `itemprop` say that an element is. */
export function markupOf(name: string, attributes: Attributes, words: readonly string[]): Markup | undefined {
  if (name === 'figcaption' || name === 'caption') return 'caption'
  switch (attributes.get('itemprop')) {
    case 'description':
      return 'standfirst'
    case 'author':
      return 'author'
    case 'datePublished':
      return 'stamp'
    default:
  }
  if (attributes.get('rel') === 'author') return 'author'
  // image_desc: the words under a picture, not those under the headline.
  if (words.some(word => ofPicture.has(word)) && words.some(word => markupOfWord.get(word) === 'standfirst'))
    return 'caption'
  let found: Markup | undefined
  for (const word of words) {
    const markup = markupOfWord.get(word)
    if (markup === 'caption' && (word !== 'wp' || words.includes('caption'))) return 'caption'
    if (word === 'wp') continue
    found ??= markup
  }
  return found
}
