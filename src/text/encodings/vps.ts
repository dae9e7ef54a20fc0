/**
 * VPS, of the Vietnamese Professionals Society; the code of much text from overseas. Compiled from two published conversion
 * tables that agree. Where a capital and a small letter share a byte, the small one is meant.
 */
import { decodeTable } from './windows-1252.js'

const LETTERS =
  'ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ..ỀỂỄỐỒỔỖýỷỵỚỜỞ' +
  '.ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự' +
  'ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ.' +
  'àáâãảạă.èéêẽìí.ĩẴĐòóôõ.Ơụùúủ.ỶẼỳ'

/** Decodes text in VPS. */
export function decodeVps(text: string): string {
  return decodeTable(text, LETTERS)
}
