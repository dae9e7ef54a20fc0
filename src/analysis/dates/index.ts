/** Dates as Vietnamese texts write them. */
export { daysInMonth, isValidDate, nearestYear } from './calendar.js'
export { findDates } from './find.js'
export { formatDate, resolveRelative, toIso } from './format.js'
export { findLunarDates, type LunarMention, resolveLunar, solarDate } from './lunar.js'
export type { DateKind, DateMention, PartOfDay, RelativeUnit } from './mention.js'
