/** The moment at which a date begins; a date without a zone is Vietnam's. */
export function startOf(date: string): number {
  if (date.length === 4) return Date.parse(`${date}-01-01T00:00:00+07:00`)
  if (date.length === 7) return Date.parse(`${date}-01T00:00:00+07:00`)
  if (date.length === 10) return Date.parse(`${date}T00:00:00+07:00`)
  return Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(date) ? date : `${date}+07:00`)
}

/** The first moment after a date. */
export function endOf(date: string): number {
  const [year, month] = date.split('-').map(Number)
  if (date.length === 4) return startOf(String(year + 1))
  if (date.length === 7)
    return startOf(month === 12 ? String(year + 1) : `${year}-${String(month + 1).padStart(2, '0')}`)
  return startOf(date) + (date.length === 10 ? 86_400_000 : 60_000)
}

/** A date as Vietnam's calendar has it, as precise as it was. */
export function inVietnam(date: string): string {
  return date.length <= 10 ? date : new Date(startOf(date) + 7 * 3_600_000).toISOString().slice(0, 10)
}
