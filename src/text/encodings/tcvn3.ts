/**
 * TCVN3 (ABC), the code of the .VnTime fonts of the north, from TCVN 5712:1993 (VN3); table checked against glibc's TCVN
 * charset. It has no capitals with tone: those are lower-case letters in a font of capitals.
 */
import { toLower } from '../unicode.js'
import { decodeTable } from './windows-1252.js'

const LETTERS =
  '................................' +
  '.ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.' +
  '......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò' +
  '.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ.'

/** What a VNI converter makes of single TCVN3 letters; pages exist that went through one by mistake. */
const THROUGH_VNI = new Map([...'ịòđñĩóơôưöỉæỵîỊÒĐÑĨÓƠÔƯÖỈÆỴÎ'.matchAll(/(.)(.)/g)].map(pair => [pair[1], pair[2]]))

/** Decodes text in TCVN3; in words and lines of capitals the toned letters become capitals too. */
export function decodeTcvn3(text: string): string {
  let western = ''
  for (const char of text) western += THROUGH_VNI.get(char) ?? char
  return decodeTable(western, LETTERS).split('\n').map(capitalize).join('\n')
}

function capitalize(line: string): string {
  const words = line.split(' ')
  return words
    .map((word, i) => {
      const capitals = countCapitals(word)
      if (capitals > 1) return word.toUpperCase()
      // A word with one plain capital (Xã) is of capitals if those beside it are.
      const beside = (j: number): boolean => j < 0 || j >= words.length || countCapitals(words[j]) > 1
      return capitals === 1 && words.length > 1 && beside(i - 1) && beside(i + 1) ? word.toUpperCase() : word
    })
    .join(' ')
}

/** How many capitals a word has; 0 as soon as there is an ASCII letter in lower case. */
function countCapitals(word: string): number {
  let capitals = 0
  for (const char of word) {
    if (char >= 'a' && char <= 'z') return 0
    if (toLower(char) !== char) capitals++
  }
  return capitals
}
