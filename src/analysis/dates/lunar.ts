/**
 * The Vietnamese lunisolar calendar for 1968 to 2100: months begin on the day of the new moon in Vietnam's time (UTC+7), the
 * month that holds the winter solstice is the eleventh, and of thirteen months between two such the first without a principal
 * term is a leap month. New moons and the sun's longitude by the series of J. Meeus, Astronomical Algorithms, chapters 25 and 49,
 * shortened to what days need; tested against the published New Years.
 */

const RAD = Math.PI / 180
/** Days of a synodic month. */
const SYNODIC = 29.530588853
/** Vietnam's time ahead of UTC, in days. */
const ZONE = 7 / 24
/** Julian day number of 1 January 1970, noon. */
const EPOCH = 2_440_588

/** The Julian day number, in Vietnam's time, of the `k`th new moon since 1 January 1900. */
function newMoonDay(k: number): number {
  const t = k / 1236.85
  const t2 = t * t
  const t3 = t2 * t
  const mean = 2_415_020.75933 + SYNODIC * k + 0.0001178 * t2 - 0.000000155 * t3
  const base = mean + 0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RAD)
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * RAD
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * RAD
  const node = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * RAD
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * node + sun) -
    0.0004 * Math.sin(2 * node - sun) -
    0.0006 * Math.sin(2 * node + moon) +
    0.001 * Math.sin(2 * node - moon) +
    0.0005 * Math.sin(2 * moon + sun)
  // Dynamical time runs ahead of the clock.
  const ahead = -0.000278 + 0.000265 * t + 0.000262 * t2
  return Math.floor(base + correction - ahead + 0.5 + ZONE)
}

/** Which twelfth of its yearly way the sun has reached at the beginning of a day, 0 from the spring equinox. */
function sunTwelfth(day: number): number {
  const t = (day - 2_451_545.5 - ZONE) / 36_525
  const anomaly = (357.5291 + 35_999.0503 * t - 0.0001559 * t * t) * RAD
  const mean = 280.46645 + 36_000.76983 * t + 0.0003032 * t * t
  const centre =
    (1.9146 - 0.004817 * t) * Math.sin(anomaly) + 0.019993 * Math.sin(2 * anomaly) + 0.00029 * Math.sin(3 * anomaly)
  const longitude = mean + centre
  return Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30)
}

/** Index of the new moon that begins the eleventh month of a year. */
function eleventhMonth(year: number): number {
  const lastDay = Date.UTC(year, 11, 31) / 86_400_000 + EPOCH
  const k = Math.floor((lastDay - 2_415_021) / SYNODIC)
  return sunTwelfth(newMoonDay(k)) >= 9 ? k - 1 : k
}

/** How many months after the eleventh the leap month comes; undefined in a year of twelve. */
function leapOffset(eleventh: number): number | undefined {
  for (let i = 1; i < 14; i++)
    if (sunTwelfth(newMoonDay(eleventh + i)) === sunTwelfth(newMoonDay(eleventh + i + 1))) return i
  return undefined
}

/**
 * The day (ISO) of a date of the lunar calendar: `solarDate(1, 1, 2024)` is Tết, 2024-02-10. `year` is the lunar year, whose
 * months eleven and twelve may end in the next solar one. Undefined where there is no such day, and outside 1968 to 2100.
 */
export function solarDate(day: number, month: number, year: number, leap = false): string | undefined {
  if (!Number.isInteger(day) || !Number.isInteger(month) || !Number.isInteger(year)) return undefined
  if (day < 1 || day > 30 || month < 1 || month > 12 || year < 1968 || year > 2100) return undefined
  const from = month < 11 ? year - 1 : year
  const eleventh = eleventhMonth(from)
  const months = eleventhMonth(from + 1) - eleventh
  let offset = (month + 1) % 12
  if (months === 13) {
    const extra = leapOffset(eleventh)
    if (extra === undefined) return undefined
    const ordinary = extra - 1
    if (leap && offset !== ordinary) return undefined
    if (leap || offset >= extra) offset++
  } else if (leap) return undefined
  const begin = newMoonDay(eleventh + offset)
  if (day > newMoonDay(eleventh + offset + 1) - begin) return undefined
  return new Date((begin + day - 1 - EPOCH) * 86_400_000).toISOString().slice(0, 10)
}

/** A day of the lunar calendar as a text names it. */
export interface LunarMention {
  readonly text: string
  /** Offsets in UTF-16 units. */
  readonly start: number
  readonly end: number
  /** 1 to 30. */
  readonly day: number
  /** 1 to 12; Giêng is 1, Chạp 12. */
  readonly month: number
  readonly leap: boolean
}

const LUNAR =
  /(?<!\p{L})(?:(?:(mùng|mồng|rằm)(?: (\d{1,2}|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười))?|(?:ngày )?(\d{1,2})) tháng (giêng|chạp|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|\d{1,2})( nhuận)?|(?:ngày )?(\d{1,2})[/-](\d{1,2}))(?!\p{L}|\d)(\s?\(?(?:âm lịch|al)(?!\p{L}))?/giu

/** One of these stands in every such day; cheap to look for. */
const CUE = /mùng|mồng|rằm|giêng|chạp|âm lịch|\bAL\b/i

const NUMBERS: ReadonlyMap<string, number> = new Map(
  'một hai ba bốn năm sáu bảy tám chín mười'.split(' ').map((word, i) => [word, i + 1] as const),
)

const numberOf = (word: string) =>
  word === 'giêng' ? 1 : word === 'chạp' ? 12 : word === 'tư' ? 4 : (NUMBERS.get(word) ?? Number(word))

/**
 * Days of the lunar calendar: `mùng 5 tháng Giêng`, `rằm tháng 7`, `23 tháng Chạp`, `10/3 âm lịch`. A number alone is of the
 * lunar calendar only where mùng, rằm, Giêng, Chạp or âm lịch says so. Linear in the text's length.
 */
export function findLunarDates(text: string): LunarMention[] {
  const found: LunarMention[] = []
  if (!CUE.test(text)) return found
  for (const match of text.matchAll(LUNAR)) {
    const [words, kind, after, plain, monthName, leap, slashDay, slashMonth, said] = match
    const named = monthName?.toLowerCase()
    if (kind === undefined && said === undefined && named !== 'giêng' && named !== 'chạp') continue
    const full = kind?.toLowerCase() === 'rằm'
    if (kind !== undefined && !full && after === undefined) continue
    const day = full ? 15 : numberOf((after ?? plain ?? slashDay ?? '').toLowerCase())
    const month = numberOf(named ?? slashMonth ?? '')
    if (!(day >= 1 && day <= 30 && month >= 1 && month <= 12)) continue
    const start = match.index
    found.push({ text: words, start, end: start + words.length, day, month, leap: leap !== undefined })
  }
  return found
}

/** The day (ISO) that a lunar mention means in an article of that day: the nearest one. Undefined for days that are none. */
export function resolveLunar({ day, month, leap }: LunarMention, article: string): string | undefined {
  const at = Date.parse(article.slice(0, 10))
  const year = Number(article.slice(0, 4))
  if (Number.isNaN(at)) return undefined
  let best: string | undefined
  for (const candidate of [year - 1, year, year + 1]) {
    const iso = solarDate(day, month, candidate, leap)
    if (iso === undefined) continue
    if (best === undefined || Math.abs(Date.parse(iso) - at) < Math.abs(Date.parse(best) - at)) best = iso
  }
  return best
}
