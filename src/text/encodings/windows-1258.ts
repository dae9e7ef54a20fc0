/**
 * Windows-1258: letters with their shapes, and the tones as combining marks after them. Differs from Windows-1252 in
 * sixteen places (Microsoft's table). The result is composed.
 */
import { clean } from '../unicode.js'
import { decodeTable } from './windows-1252.js'

const LETTERS =
  '................................' +
  '................................' +
  '...Ă........\u0300...Đ.\u0309..Ơ.......Ư\u0303.' +
  '...ă........\u0301...đ.\u0323..ơ.......ư₫.'

/** Decodes text in Windows-1258; the result is clean. */
export function decodeWindows1258(text: string): string {
  return clean(decodeTable(text, LETTERS))
}
