/** VISCII 1.1 (RFC 1456); table checked against glibc. Six rare capitals sit among the control characters. */
import { decodeTable } from './windows-1252.js'

const LETTERS =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ' +
  'ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ' +
  'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư' +
  'àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ'

const CONTROLS = new Map([
  ['\u0002', 'Ẳ'],
  ['\u0005', 'Ẵ'],
  ['\u0006', 'Ẫ'],
  ['\u0014', 'Ỷ'],
  ['\u0019', 'Ỹ'],
  ['\u001e', 'Ỵ'],
])

/** Decodes text in VISCII. */
export function decodeViscii(text: string): string {
  let out = ''
  for (const char of text) out += CONTROLS.get(char) ?? char
  return decodeTable(out, LETTERS)
}
