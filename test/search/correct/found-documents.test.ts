import { expect, it } from 'vitest'
import { buildIndex, openIndex, UsageError } from '../../../src/index.js'

it('marks are put back as they stand in the documents that the query finds, and three in a row', async () => {
  const bodies = [
    ...Array.from({ length: 9 }, () => 'Anh ấy bán hàng ở chợ.'),
    ...Array.from({ length: 9 }, () => 'Ban hành nghị quyết về bàn ghế.'),
    ...Array.from({ length: 3 }, () => 'Bạn hàng quen mua chịu gạo nếp.'),
    ...Array.from({ length: 6 }, () => 'Hàng quán mọc lên.'),
  ]
  const index = openIndex(await buildIndex(bodies.map((body, at) => ({ id: `${at}`, body }))))
  expect(index.correct('ban hang quen mua chiu')?.text).toBe('bạn hàng quen mua chịu')
  expect(index.correct('anh ay ban hang o cho')?.text).toBe('anh ấy bán hàng ở chợ')
  expect(index.correct('anh ấy bán hàng')).toBeUndefined()
  expect(index.correct('')).toBeUndefined()
  expect(() => index.correct(JSON.parse('1'))).toThrow(UsageError)
})

it('a colon behind a word and a stroke between two do not keep their marks away', async () => {
  const bodies = Array.from({ length: 6 }, () => 'Thủ tướng thăm chợ. Giá một nghìn đồng một lít, ba đồng lít.')
  const index = openIndex(await buildIndex(bodies.map((body, at) => ({ id: `${at}`, body }))))
  expect(index.correct('thu tuong: gia mot nghin')?.text).toBe('thủ tướng: giá một nghìn')
  expect(index.correct('gia mot nghin dong/lit')?.text).toBe('giá một nghìn đồng/lít')
  // Addresses, numbers of documents and fields stay.
  for (const text of ['thu.vn/tuong', '145/tuong', 'title:tuong']) expect(index.correct(text), text).toBeUndefined()
})
