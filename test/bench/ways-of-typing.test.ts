import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { rawTelex, rawVni } from '../../bench/raw-keys.js'
import { typedAs, WAYS, type WayOfTyping } from '../../bench/ways-of-typing.js'
import { canonical } from '../../src/text/tone.js'
import { decodeTelex, decodeVni } from '../../src/text/typing.js'
import { describeShared, sharedPath } from '../shared.js'

it.each<[WayOfTyping, string, string]>([
  ['full', 'Đường về nhà', 'Đường về nhà'],
  ['half', 'Đường về nhà cũ', 'Đường ve nhà cu'],
  ['half', 'Đường ta đi tới', 'Đường ta di tới'],
  ['none', 'Đường về nhà', 'duong ve nha'],
  ['nfd', 'về', 've\u0302\u0300'],
  ['tone', 'hòa thuỷ khoẻ mùa', 'hoà thủy khỏe mùa'],
  ['tone', 'Hòa Bình, KHỎE', 'Hoà Bình, KHOẺ'],
  ['telex', 'Đường về Ấn Độ', 'Dduwowngf veef Aans Ddooj'],
  ['telex', 'xăng dầu', 'xawng daauf'],
  ['vni', 'Đường về Ấn Độ', 'D9u7o7ng2 ve62 A6n1 D9o65'],
  ['vni', 'xăng dầu ngã', 'xa8ng da6u2 nga4'],
])('%s: %s', (way, text, typed) => {
  expect(typedAs(text, way)).toBe(typed)
})

it('a slip changes one word, the same each time', () => {
  const text = 'nhà ở xã hội cho công nhân khu công nghiệp'
  const typed = typedAs(text, 'typo')
  expect(typedAs(text, 'typo')).toBe(typed)
  const words = text.split(' ')
  expect(typed.split(' ').filter((word, at) => word !== words[at])).toHaveLength(1)
})

it.each(WAYS)('nothing stays nothing, and numbers are as they were: %s', way => {
  expect(typedAs('', way)).toBe('')
  expect(typedAs('2026 100', way)).toBe('2026 100')
})

describeShared('raw keys of syllables', () => {
  const syllables = readFileSync(sharedPath('data/text/syllables.txt'), 'utf8')
    .trim()
    .split('\n')
    .filter(syllable => /[^\0-\x7f]/.test(syllable))

  it.each([
    ['Telex', rawTelex, decodeTelex],
    ['VNI', rawVni, decodeVni],
  ] as const)('%s is read back, but for two in a thousand', (_, type, read) => {
    const misread = syllables.filter(syllable => read(type(syllable)) !== canonical(syllable))
    // Telex has other keys for a double o (moóc); quoắt and a few like it are spelled in two ways.
    expect(misread.length / syllables.length).toBeLessThan(0.002)
  })
})
