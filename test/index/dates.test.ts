import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDay, parseIsoDate } from '../../src/index/dates.js'

const pad = (value: number, width = 2) => String(value).padStart(width, '0')
const VIETNAM = '+07:00'
const minutes = (iso: string) => Date.parse(iso) / 60_000

const day = fc
  .date({ min: new Date('1000-01-02T00:00:00Z'), max: new Date('2999-12-30T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

describe('ISO dates', () => {
  it('of a day last that day in Vietnam (property)', () => {
    fc.assert(
      fc.property(day, text => {
        const span = parseIsoDate(text)
        const start = minutes(`${text}T00:00:00${VIETNAM}`)
        expect(span).toEqual({ start, end: start + 1440, precision: 'day' })
        expect(civilDay(start)).toEqual(text.split('-').map(Number))
        expect(civilDay(start + 1439)).toEqual(text.split('-').map(Number))
      }),
    )
  })

  it('of a month and of a year hold exactly their days (property)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2998 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const next = month === 12 ? `${year + 1}-01` : `${year}-${pad(month + 1)}`
        expect(parseIsoDate(`${year}-${pad(month)}`)).toEqual({
          start: minutes(`${year}-${pad(month)}-01T00:00:00${VIETNAM}`),
          end: minutes(`${next}-01T00:00:00${VIETNAM}`),
          precision: 'month',
        })
        expect(parseIsoDate(String(year))).toEqual({
          start: minutes(`${year}-01-01T00:00:00${VIETNAM}`),
          end: minutes(`${year + 1}-01-01T00:00:00${VIETNAM}`),
          precision: 'year',
        })
      }),
    )
  })

  it('with a time are one minute, in the zone they name or in Vietnam’s (property)', () => {
    const zone = fc.constantFrom('Z', VIETNAM, '-05:30', '+00:00', '+09:00')
    fc.assert(
      fc.property(day, fc.nat(23), fc.nat(59), zone, fc.boolean(), (text, hour, minute, offset, seconds) => {
        const time = `${text}T${pad(hour)}:${pad(minute)}`
        const start = minutes(`${time}:00${offset}`)
        expect(parseIsoDate(`${time}${seconds ? ':00' : ''}${offset}`)).toEqual({
          start,
          end: start + 1,
          precision: 'time',
        })
        expect(parseIsoDate(time)?.start).toBe(minutes(`${time}:00${VIETNAM}`))
      }),
    )
  })

  it.each([
    ['2020-12-04T17:12+07:00', '2020-12-04T10:12Z'],
    ['2020-12-04 17:12', '2020-12-04T10:12Z'],
    ['2020-12-04T17:12:59.123+0700', '2020-12-04T10:12Z'],
    ['2020-12-04T17:12:30Z', '2020-12-04T17:12Z'],
  ])('%s is %s', (text, moment) => {
    expect(parseIsoDate(text)?.start).toBe(minutes(moment))
  })

  it.each([
    '',
    '2',
    '20',
    '202',
    'hôm nay',
    '0999',
    '3000',
    '2024-',
    '2024-1',
    '2024-00',
    '2024-13',
    '2024-07-',
    '2024-07-1',
    '2024-07-00',
    '2024-07-32',
    '2024-02-30',
    '2023-02-29',
    '1900-02-29',
    '09/07/2024',
    '2024/07/09',
    '20240709',
    '2024-07-09T',
    '2024-07-09T24:00',
    '2024-07-09T12',
    '2024-07-09T12:',
    '2024-07-09T12:60',
    '2024-07-09T12:00:61',
    '2024-07-09T12:00+7',
    '2024-07-09T12:00+07:',
    '2024-07-09T12:00+07:60',
    '2024-07-09T12:00ZZ',
    '2024-07-09T12:00 VN',
    '2024-07-09x',
    '２０２４',
    '-2024',
    '2024-07-0９',
  ])('%j is none', text => {
    expect(parseIsoDate(text)).toBeUndefined()
  })

  it('keep the 29th of February in leap years', () => {
    expect(parseIsoDate('2024-02-29')?.precision).toBe('day')
    expect(parseIsoDate('2000-02-29')?.precision).toBe('day')
  })

  it('are never made of other texts, and nothing throws (property)', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 30 }), text => void parseIsoDate(text)))
  })
})
