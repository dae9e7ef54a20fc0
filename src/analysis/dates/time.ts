import type { PartOfDay } from './mention.js'
import { isDigit, isLetter, lexiconOf, skipSpaces, wordStartingAt } from './reading.js'

const MINUTE_SIGN = /^['’′]$/

/** A time of day in a text. */
export interface TimeOfDay {
  readonly start: number
  readonly end: number
  readonly hour: number
  readonly minute: number
  readonly second?: number
}

const hours = lexiconOf(['giờ'])
const minutes = lexiconOf(['phút'])

/** One or two digits at `at`; -1 when there are none or more. */
function twoDigits(text: string, at: number): { value: number; end: number } | undefined {
  let end = at
  while (end < at + 3 && isDigit(text.charCodeAt(end))) end++
  if (end === at || end > at + 2) return undefined
  return { value: Number(text.slice(at, end)), end }
}

/** The time that begins with the digit at `start`: 17:12, 17:12:45, 7h30, 7h, 8g15, 7 giờ 30 (phút), 08:15 PM. */
export function timeAt(text: string, start: number): TimeOfDay | undefined {
  const hour = twoDigits(text, start)
  if (!hour || hour.value > 24) return undefined
  const sign = text[hour.end]
  if (sign === ':') return clockTime(text, start, hour)
  if (sign === 'h' || sign === 'H' || sign === 'g') {
    const minute = twoDigits(text, hour.end + 1)
    const end = minute?.end ?? hour.end + 1
    if (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)) || (minute?.value ?? 0) > 59) return undefined
    return { start, end, hour: hour.value % 24, minute: minute?.value ?? 0 }
  }
  const word = wordStartingAt(text, skipSpaces(text, hour.end))
  if (!hours.get(text, word) || !word) return undefined
  const at = skipSpaces(text, word.end)
  const minute = twoDigits(text, at)
  if (!minute || minute.value > 59 || /[/.\-:]/.test(text[minute.end] ?? '')) {
    return { start, end: word.end, hour: hour.value % 24, minute: 0 }
  }
  const after = wordStartingAt(text, skipSpaces(text, minute.end))
  const end = minutes.get(text, after) && after ? after.end : minute.end
  return { start, end, hour: hour.value % 24, minute: minute.value }
}

function clockTime(text: string, start: number, hour: { value: number; end: number }): TimeOfDay | undefined {
  const minute = twoDigits(text, hour.end + 1)
  if (!minute || minute.end !== hour.end + 3 || minute.value > 59) return undefined
  let end = minute.end
  let second: number | undefined
  if (text[end] === ':') {
    const found = twoDigits(text, end + 1)
    if (!found || found.value > 59) return undefined
    second = found.value
    end = found.end
  }
  // 08:35', as portals write minutes
  if (MINUTE_SIGN.test(text[end] ?? '') && !isLetter(text.charCodeAt(end + 1))) end++
  const half = halfDay(text, end)
  if (half) end = half.end
  else if (isLetter(text.charCodeAt(end)) && text[end] !== 'Z') return undefined
  const value = half?.pm && hour.value < 12 ? hour.value + 12 : half && !half.pm && hour.value === 12 ? 0 : hour.value
  return { start, end, hour: value % 24, minute: minute.value, ...(second === undefined ? {} : { second }) }
}

/** AM, PM, SA (sáng), CH (chiều) after a clock time. */
function halfDay(text: string, at: number): { pm: boolean; end: number } | undefined {
  const from = skipSpaces(text, at)
  const two = text.slice(from, from + 2).toUpperCase()
  if (isLetter(text.charCodeAt(from + 2))) return undefined
  if (two === 'AM' || (two === 'SA' && text[from] === 'S')) return { pm: false, end: from + 2 }
  if (two === 'PM' || (two === 'CH' && text[from] === 'C')) return { pm: true, end: from + 2 }
  return undefined
}

/** The hour of 24 that an hour of 12 with a part of day means: 2h chiều 14, 8h tối 20, 1h trưa 13, 11h đêm 23. */
export function hourOf(hour: number, part: PartOfDay | undefined): number {
  if (hour >= 12 || hour === 0) return hour
  if (part === 'afternoon' || part === 'evening') return hour + 12
  if (part === 'noon') return hour < 10 ? hour + 12 : hour
  return part === 'night' && hour >= 7 ? hour + 12 : hour
}

/** The offset from UTC that stands at `at`: (GMT+7), GMT +7, UTC+07:00, +07:00, +0700, Z. */
export function offsetAt(text: string, at: number): { offset: string; end: number } | undefined {
  let from = skipSpaces(text, at)
  const open = text[from] === '('
  if (open) from = skipSpaces(text, from + 1)
  if (from === at && text[from] === 'Z' && !isLetter(text.charCodeAt(from + 1))) return { offset: 'Z', end: from + 1 }
  const zone = text.slice(from, from + 3).toUpperCase()
  const named = zone === 'GMT' || zone === 'UTC'
  if (named) from = skipSpaces(text, from + 3)
  else if (from !== at) return undefined
  const sign = text[from]
  if (sign !== '+' && sign !== '-' && sign !== '−') return undefined
  const found = /^(\d{1,2})(?::?(\d{2}))?(?!\d)/.exec(text.slice(from + 1, from + 7))
  if (!found || Number(found[1]) > 14 || (!named && found[2] === undefined)) return undefined
  let end = from + 1 + found[0].length
  if (open) {
    end = skipSpaces(text, end)
    if (text[end] !== ')') return undefined
    end++
  }
  const offset = `${sign === '+' ? '+' : '-'}${found[1].padStart(2, '0')}:${found[2] ?? '00'}`
  return { offset, end }
}
