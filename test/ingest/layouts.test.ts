import { describe, expect, it } from 'vitest'
import { articlesFromHtml, ingestPage } from '../../src/ingest/index.js'

const title = 'Hai mái ấm công đoàn về với đoàn viên nghèo'
const first = 'Sáng 12/3, LĐLĐ huyện Long Phú trao hai căn nhà mái ấm cho đoàn viên nghèo.'
const second = 'Mỗi căn nhà trị giá 60 triệu đồng, trong đó quỹ Mái ấm Công đoàn hỗ trợ 40 triệu đồng.'
const third = 'Chủ nhà bày tỏ niềm vui khi gia đình không còn cảnh dột nát mỗi mùa mưa bão.'
const text = [first, second, third].join('\n')
const body = `<p>${first}</p><p>${second}</p><p>${third}</p>`

/** The one article of an HTML page. */
function html(inner: string) {
  const { articles } = articlesFromHtml('a.html', `<!doctype html><html><head></head><body>${inner}</body></html>`)
  expect(articles).toHaveLength(1)
  return articles[0]
}

/** The one article of a plain page. */
function plain(...lines: readonly string[]) {
  const { articles } = ingestPage({ name: 'a.txt', text: lines.join('\n') })
  expect(articles).toHaveLength(1)
  return articles[0]
}

describe('layouts of HTML pages', () => {
  it('have the text alone in <article>, headline and standfirst above', () => {
    const page = html(
      `<h1>${title}</h1><p class="description"><span class="location-stamp">Sóc Trăng</span>Hai gia đình đoàn viên có nhà mới trước mùa mưa năm nay.</p><article>${body}<p><strong>Thu Hà</strong></p></article>`,
    )
    expect(page).toMatchObject({
      title,
      lead: 'Sóc Trăng - Hai gia đình đoàn viên có nhà mới trước mùa mưa năm nay.',
      body: text,
      author: 'Thu Hà',
    })
  })

  it('are blogs with a class for the day of publication, and another for changes', () => {
    const page = html(
      `<article><h1>${title}</h1><span>Đăng vào <time class="entry-date published" datetime="2019-01-30T20:15:00+07:00">30/01/2019</time><time class="updated" datetime="2021-03-02T08:00:00+07:00">02/03/2021</time></span>${body}</article>`,
    )
    expect(page).toMatchObject({ date: '2019-01-30T20:15+07:00', body: text })
  })

  it('are blogs with an abbreviation for the day, and the writer in the foot of the post', () => {
    const page = html(
      `<h2 class="date-header">Thứ Tư, 8 tháng 5, 2013</h2><div class="post"><h3 class="post-title">${title}</h3><div class="post-body">${body}</div><div class="post-footer">Người đăng: <span>Nguyễn Mỹ Linh</span> vào lúc <abbr class="published" title="2013-05-08T21:37:00+07:00">21:37</abbr></div></div>`,
    )
    expect(page).toMatchObject({ date: '2013-05-08T21:37+07:00', author: 'Nguyễn Mỹ Linh', body: text })
  })

  it('name the site where a writer would stand', () => {
    const { articles } = articlesFromHtml(
      'a.html',
      `<html><head><title>${title} | Nhịp Xưởng mobile</title></head><body><h1>${title}</h1><div><span>Nhịp Xưởng</span> • <span>21:25, 15-03-2021</span></div>${body}</body></html>`,
    )
    expect(articles[0]).toMatchObject({ source: 'Nhịp Xưởng', date: '2021-03-15T21:25+07:00', body: text })
    expect(articles[0]).not.toHaveProperty('author')
  })

  it('call the head of the article a header', () => {
    const page = html(
      `<div class="top-header"><span>Thứ ba, 24/11/2026</span></div><h1 class="longform-header-title">${title}</h1><div class="longform-header-meta"><span>08:05, 24/06/2025</span></div>${body}`,
    )
    expect(page).toMatchObject({ title, date: '2025-06-24T08:05+07:00', body: text })
  })

  it('describe pictures by a class that standfirsts have as well', () => {
    const page = html(
      `<h1>${title}</h1><div class="sapo">Hai gia đình đoàn viên có nhà mới trước mùa mưa năm nay.</div><p>${first}</p><table><tr><td><img src="a.jpg"></td></tr><tr><td class="image_desc">Trao nhà cho đoàn viên. Ảnh: Thu Hà</td></tr></table><p>${second}</p><p>${third}</p>`,
    )
    expect(page.lead).toBe('Hai gia đình đoàn viên có nhà mới trước mùa mưa năm nay.')
  })
})

describe('layouts of plain pages', () => {
  it('have the signature before the date on one line', () => {
    expect(plain(title, 'MINH CHÂU (T/H) | 09/02/2023 16:05', first, second, third)).toMatchObject({
      author: 'MINH CHÂU (T/H)',
      date: '2023-02-09T16:05+07:00',
      body: text,
    })
  })

  it('have the number of comments among the buttons above the text', () => {
    const page = plain(title, '13/01/2023 18:30 GMT+7', 'Chia sẻ', '0', 'Bình luận', first, second, third, 'HÀ QUÂN')
    expect(page).toMatchObject({ title, author: 'HÀ QUÂN', body: text })
  })

  it('name the publisher in capitals and the sections one in another above the headline', () => {
    const page = plain(
      'CÔNG ĐOÀN TỈNH SÓC TRĂNG - LIÊN ĐOÀN LAO ĐỘNG TỈNH SÓC TRĂNG',
      'Tin tức » Hoạt động cơ sở',
      title,
      'Đăng lúc: 03-10-2017 02:15:00 PM | Đã xem: 214',
      first,
      second,
      third,
    )
    expect(page).toMatchObject({ title, date: '2017-10-03T14:15+07:00', body: text })
  })

  it('are pages of a printed issue; initials at the end are those of the name above', () => {
    const page = plain(
      'Tuần báo Miền Sông',
      'Số 512 ra ngày 07/01/2011',
      '',
      title,
      'PHÓNG SỰ CỦA ĐỖ QUANG VINH',
      first,
      second,
      third,
      'Đ.Q.V',
    )
    expect(page).toMatchObject({ title, date: '2011-01-07', author: 'ĐỖ QUANG VINH', body: text })
  })

  it('have a second headline above the date line', () => {
    const under = 'Xã Tân Thạnh cũng có nhà mới cho đoàn viên nghèo'
    expect(plain('Thời sự', title, under, '25.1.2016, 17 giờ 20', first, second, third)).toMatchObject({
      title,
      date: '2016-01-25T17:20+07:00',
    })
  })

  it('have a code to scan above the text and the paper behind the name below', () => {
    const page = plain(title, 'QR Code', '10:31, 14/11/2017', first, second, third, 'Chu Uyên/bao.example.vn')
    expect(page).toMatchObject({ author: 'Chu Uyên/bao.example.vn', body: text })
  })

  it('end with the credits of a magazine and the day', () => {
    const page = plain(
      title,
      first,
      second,
      third,
      'Bài: Hoàng Thu Phố',
      'Ảnh: Lý Minh',
      'Thiết kế: Tùng Sơn',
      'Xuất bản: 09:00 - 15/08/2021',
    )
    expect(page).toMatchObject({ author: 'Hoàng Thu Phố', date: '2021-08-15T09:00+07:00', body: text })
  })

  it('count the comments beside the date', () => {
    expect(plain(title, '22 Tháng Mười Hai, 2021 admin 0 bình luận', first, second, third)).toMatchObject({
      date: '2021-12-22',
      body: text,
    })
  })

  it('begin with the mark of an agency and a day', () => {
    const opening = '(TTXVN) - Ngày 5/9/2022, hơn 470.000 học sinh của tỉnh Nam Định bước vào năm học mới.'
    expect(plain(opening, second, third)).toMatchObject({ date: '2022-09-05', province: 'Nam Định' })
  })
})
