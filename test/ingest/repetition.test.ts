import { describe, expect, it } from 'vitest'
import { ingestPage, Repetition } from '../../src/ingest/index.js'

/** A page of an invented portal whose slogan and notice are in no list of furniture. */
const page = (title: string, first: string) => `Tiếng nói của bà con vùng hồ Thác Mơ
Thứ ba, ngày 24 tháng 11 năm 2026
${title}
${first}
Bà con trong xã đến xem từ sớm, trẻ nhỏ được phát bánh và sữa.
Mời bà con gửi ảnh đẹp quê hương về hộp thư của trang trước ngày rằm hằng tháng.
Thu Hà`

const pages = [
  page(
    'Thả cá giống xuống lòng hồ',
    'Ngày 3/3/2024, xã tổ chức thả 20.000 con cá giống xuống lòng hồ để giữ nguồn lợi.',
  ),
  page('Làm lại con đường vào ấp', 'Con đường đất vào ấp được đổ bê tông sau mười năm bà con chờ đợi.'),
  page('Lớp học bơi mùa hè', 'Lớp học bơi miễn phí mở cho sáu mươi em nhỏ ven hồ trong hai tháng hè.'),
  page('Thu hoạch điều sớm', 'Vườn điều của bà con chín sớm hơn mọi năm chừng hai tuần vì nắng hạn.'),
]

describe('repetition', () => {
  const repetition = new Repetition()
  for (const text of pages) repetition.add('thac-mo', text)

  it('takes lines of most pages of a site out of its articles, and today’s date, not the signature', () => {
    const [article] = ingestPage({ name: 'b', text: pages[1] }, { repeated: repetition.of('thac-mo') }).articles
    expect(article.title).toBe('Làm lại con đường vào ấp')
    expect(article.body).not.toContain('hộp thư')
    expect(article.body).not.toContain('Tiếng nói')
    expect(article).not.toHaveProperty('date')
    expect(article.author).toBe('Thu Hà')
  })

  it('says nothing of sites that it has seen too little of', () => {
    expect(repetition.of('elsewhere')('Thu Hà')).toBe(false)
    const little = new Repetition()
    little.add('x', pages[0])
    expect(little.of('x')('Thu Hà')).toBe(false)
  })
})
