/** Always the same numbers from 0 up to a bound. */
function randoms(seed: number): (bound: number) => number {
  let state = seed
  return bound => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

/**
 * Texts of about `bytes` bytes of UTF-8 that may be slow to analyze, by name. `news` is clean text of that length, from
 * which some are made.
 */
export function hostileTexts(bytes: number, news: string): Map<string, string> {
  const random = randoms(1)
  const repeat = (piece: string) => piece.repeat(Math.floor(bytes / Buffer.byteLength(piece)))
  const pieces = (make: () => string) => {
    const parts: string[] = []
    for (let length = 0; length < bytes; ) {
      const part = make()
      parts.push(part)
      length += Buffer.byteLength(part)
    }
    return parts.join('')
  }
  const letters = (from: string, least: number, most: number) =>
    Array.from({ length: least + random(most - least + 1) }, () => from[random(from.length)]).join('')
  const words = 'công đoàn cơ sở liên hiệp hội nông dân quân đội nhân dân'.split(' ')
  const longForm = () => Array.from({ length: 2 + random(4) }, () => words[random(words.length)])
  const defined = (long: readonly string[]) =>
    `${long.join(' ')} (${long.map(word => word[0].toUpperCase()).join('')}) `
  return new Map([
    ['one endless word', repeat('ă')],
    ['one endless word in capitals', repeat('Đ')],
    ['only marks', repeat('\u0301')],
    ['a letter and marks', `a${repeat('\u0323\u0302')}`],
    ['alternating scripts, glued', repeat('aбα北ก')],
    ['alternating scripts', repeat('việt москва 北京 ไทย ')],
    ['words all different', pieces(() => `${letters('aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ', 2, 9)} `)],
    ['numbers all different', pieces(() => `${random(1e9)} `)],
    ['capitals all different', pieces(() => `${letters('ABCDĐGHKLNTPQ', 2, 6)} `)],
    ['any characters', pieces(() => String.fromCharCode(random(0xd800)))],
    ['news, decomposed', news.normalize('NFD')],
    ['news in capitals', news.toUpperCase()],
    [
      'news without marks',
      news
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/đ/g, 'd'),
    ],
    ['only punctuation', repeat('.,;:!?-"')],
    ['opening brackets', repeat('(')],
    ['brackets', repeat('(AB)')],
    ['blanks', repeat(' ')],
    ['invisible characters', repeat('\u200b\u00ad')],
    ['lone surrogates', repeat('\ud83d')],
    ['emoji', repeat('\u{1f600}')],
    ['mathematical letters', repeat('\u{1d400}')],
    ['digits and dots', repeat('1.')],
    ['thousands', repeat('1.000')],
    ['digits and slashes', repeat('1/')],
    ['hyphens', repeat('a-')],
    ['single letters', repeat('a b ')],
    ['dates', repeat('ngày 12, ')],
    ['document numbers', repeat('145/2020/NĐ-CP ')],
    ['document numbers all different', pieces(() => `${random(999)}/${2000 + random(25)}/NĐ-CP `)],
    ['an ambiguous abbreviation', repeat('CĐ ')],
    ['ambiguous abbreviations', repeat('CĐ BCH TT HĐ DN ')],
    ['compound abbreviations', repeat('NĐ-CP-TW-UBND ')],
    ['signs of compounds', repeat('LĐ&')],
    ['capitals and dots', repeat('AB.CD.EF.GH.IK ')],
    ['names in other spellings', repeat('Đăk Lăk ')],
    ['one definition', repeat('công đoàn cơ sở (CĐCS) họp, ')],
    ['definitions all different', pieces(() => defined(longForm()))],
    ['leads of definitions', repeat('gọi tắt là ')],
  ])
}
