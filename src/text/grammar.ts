/**
 * The spelling of Vietnamese syllables as data: (onset)(glide)nucleus(coda), each in the form in which it is written.
 * After the standard description of the orthography, checked against a dictionary of syllables and the words of 20,000
 * newspaper articles. Tones are not here: the codas c ch p t take sắc and nặng only, all others take six.
 */

/** Every onset spelling, none first. After `q` the glide is written u; the i of `gi` merges with an i of the nucleus. */
export const ONSETS: readonly string[] = ' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x'.split(' ')

/** A rime without its tone. */
export interface Rime {
  readonly glide: string
  readonly nucleus: string
  readonly coda: string
}

/** The rimes after every onset but q: glide and nucleus, a colon between them, then the codas; `-` stands for none. */
const RIMES = [
  ':a - c ch i m n ng nh o p t u y',
  ':ă c m n ng p t',
  ':â c m n ng p t u y',
  ':e - c m n ng o p t',
  ':ê - ch m n nh p t u',
  ':i - ch m n nh p t u',
  ':ia -',
  ':iê c m n ng p t u',
  ':o - c i m n ng p t',
  ':oo c ng',
  ':ô - c i m n ng p t',
  ':ôô ng',
  ':ơ - i m n p t',
  ':u - c i m n ng p t',
  ':ua -',
  ':uô c i m n ng t',
  ':ư - c i m n ng t u',
  ':ưa -',
  ':ươ c i m n ng p t u',
  ':y -',
  ':yê m n ng t u',
  'o:a - c ch i m n ng nh o p t y',
  'o:ă c m n ng t',
  'o:e - n o t',
  'u:â n ng t y',
  'u:ê - ch nh',
  'u:ơ -',
  'u:y - ch n nh p t u',
  'u:ya -',
  'u:yê n t',
]

/** The rimes after q. */
const RIMES_AFTER_Q = [
  'u:a - c ch i n ng nh o p t u y',
  'u:ă c m n ng p t',
  'u:â c n ng t y',
  'u:e - n o t',
  'u:ê - ch n nh t u',
  'u:i - t',
  'u:ô c',
  'u:ơ - i n',
  'u:y - ch n nh t u',
  'u:yê n t',
]

function expand(rows: readonly string[]): Rime[] {
  return rows.flatMap(row => {
    const [head, ...codas] = row.split(' ')
    const [glide, nucleus] = head.split(':')
    return codas.map(coda => ({ glide, nucleus, coda: coda === '-' ? '' : coda }))
  })
}

const COMMON = /* @__PURE__ */ expand(RIMES)
const AFTER_Q = /* @__PURE__ */ expand(RIMES_AFTER_Q)

/** The onsets that lone y goes with (lý, kỳ, mỹ, thy, …); elsewhere the same rime is written i. */
const BEFORE_LONE_Y = ['', 'b', 'h', 'k', 'l', 'm', 's', 't', 'th', 'v']

/** The rimes that may be written after an onset. */
export function rimesAfter(onset: string): Rime[] {
  return onset === 'q' ? AFTER_Q : COMMON.filter(rime => goesWith(onset, rime))
}

function goesWith(onset: string, { glide, nucleus, coda }: Rime): boolean {
  const first = (glide + nucleus)[0]
  if (glide === '') {
    if (nucleus === 'y') return BEFORE_LONE_Y.includes(onset)
    if (nucleus === 'yê') return onset === ''
    if (onset === '' && nucleus === 'iê') return false
  }
  switch (onset) {
    case 'gh':
    case 'ngh':
      return 'eêi'.includes(first)
    case 'k':
      return 'eêi'.includes(first)
    case 'c':
      return glide === '' && !'eêi'.includes(first)
    case 'g':
    case 'ng':
      return !'eêi'.includes(first)
    case 'gi':
      // gi + ia, iu would be written as gi + a, u are; gi + ên, êt, … as gi + iên, iêt are.
      if (nucleus === 'ia' || (nucleus === 'i' && coda === 'u')) return false
      return nucleus !== 'ê' || ['', 'ch', 'nh'].includes(coda)
    default:
      return true
  }
}
