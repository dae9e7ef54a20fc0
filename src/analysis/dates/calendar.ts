/** Days of a month; month 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether a day exists in the Gregorian calendar, years 1 to 9999. Without a year, 29 February does. */
export function isValidDate(year: number | undefined, month: number, day: number): boolean {
  if (!Number.isInteger(month) || !Number.isInteger(day) || month < 1 || month > 12 || day < 1) return false
  if (year === undefined) return day <= daysInMonth(2000, month)
  return Number.isInteger(year) && year >= 1 && year <= 9999 && day <= daysInMonth(year, month)
}

/**
 * The year of a date that leaves it out.
 *
 * With a reference day (ISO date, say of publication): the year that puts the date nearest before it, a day of grace for
 * time zones. With the years that a text names, each as often as it names it: the one named most; of two years in a row the
 * earlier for July to December and the later for January to June, since a meeting in December looks back on the year and
 * one in January on the year before. Undefined when there is nothing to go by, or no such year has the day.
 */
export function nearestYear(month: number, day: number, known: string | Iterable<number>): number | undefined {
  return typeof known === 'string' ? yearBefore(month, day, known) : yearAmong(month, day, known)
}

function yearBefore(month: number, day: number, reference: string): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(reference)
  if (!found) return undefined
  const limit = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]) + 1)
  // 29 February may be up to eight years back.
  for (let year = Number(found[1]) + 1; year > Number(found[1]) - 9; year--) {
    if (isValidDate(year, month, day) && Date.UTC(year, month - 1, day) <= limit) return year
  }
  return undefined
}

function yearAmong(month: number, day: number, years: Iterable<number>): number | undefined {
  const counts = new Map<number, number>()
  for (const year of years) if (isValidDate(year, month, day)) counts.set(year, (counts.get(year) ?? 0) + 1)
  let best: number | undefined
  let most = 0
  for (const [year, count] of counts) {
    if (count > most || (count === most && best !== undefined && year > best)) {
      best = year
      most = count
    }
  }
  if (best === undefined) return undefined
  const neighbour = month >= 7 ? best - 1 : best + 1
  return (counts.get(neighbour) ?? 0) * 2 >= most ? neighbour : best
}
