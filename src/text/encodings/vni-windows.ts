/**
 * VNI Windows, the code of the VNI fonts of the south: most letters are a plain one followed by a second character for its
 * marks. Standard table of the VNI fonts.
 */
import { toLower } from '../unicode.js'
import { byteOf } from './windows-1252.js'

/** Each base with what its mark characters make of it: mark, letter, mark, letter, … */
const PAIRS = new Map([
  ['a', 'ùáøàûảõãïạââáấàầåẩãẫäậêăéắèằúẳüẵëặ'],
  ['e', 'ùéøèûẻõẽïẹâêáếàềåểãễäệ'],
  ['o', 'ùóøòûỏõõïọâôáốàồåổãỗäộ'],
  ['u', 'ùúøùûủõũïụ'],
  ['y', 'ùýøỳûỷõỹ'],
  ['ô', 'ùớøờûởõỡïợ'],
  ['ö', 'ùứøừûửõữïự'],
])

/** Letters of one character. */
const SINGLES = new Map([
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
  ['ñ', 'đ'],
])

/** Decodes text in VNI Windows. */
export function decodeVniWindows(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    const lower = toLower(char)
    const marks = PAIRS.get(lower)
    let letter = SINGLES.get(lower)
    if (marks !== undefined && i + 1 < text.length && byteOf(text.charCodeAt(i + 1)) >= 0xc0) {
      const mark = toLower(text[i + 1])
      for (let j = 0; j < marks.length; j += 2) {
        if (marks[j] !== mark) continue
        letter = marks[j + 1]
        i++
        break
      }
    }
    out += letter === undefined ? char : lower === char ? letter : letter.toUpperCase()
  }
  return out
}
