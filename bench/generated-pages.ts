/**
 * Pages for measuring: made of real sentences put together by chance, each page different, the same in every run. Nothing of
 * them is kept, so that any amount can be streamed.
 */

const OPENINGS = [
  'Sáng {d}, Liên đoàn Lao động tỉnh {p} tổ chức hội nghị sơ kết công tác {y}.',
  'Chiều {d}, đoàn công tác do ông {n} dẫn đầu đã đến thăm công nhân tại {p}.',
  'Ngày {d}, UBND tỉnh {p} phối hợp với các sở, ngành khánh thành công trình cầu nông thôn dài {k} m.',
  'Từ đầu năm {y} đến nay, các cấp công đoàn ở {p} đã hỗ trợ {k} đoàn viên gặp khó khăn.',
]
const SENTENCES = [
  'Theo báo cáo, toàn tỉnh hiện có {k} công đoàn cơ sở với hơn {k} đoàn viên đang sinh hoạt.',
  'Bà {n}, công nhân may, cho biết thu nhập của chị tăng {k} nghìn đồng so với năm ngoái.',
  'Con đường mới dài {k} m giúp bà con đi lại dễ dàng hơn trong mùa mưa lũ.',
  '“Chúng tôi rất phấn khởi khi nhận được sự quan tâm của công đoàn”, anh {n} nói.',
  'Tổng kinh phí thực hiện là {k} triệu đồng, trong đó nhân dân đóng góp {k} triệu đồng.',
  'Ông {n} đề nghị các địa phương tiếp tục rà soát, không để sót trường hợp nào.',
  'Vụ lúa này, nông dân {p} thu hoạch được {k} tấn, giá bán {k} đồng một ký.',
  'Hội nghị cũng bàn phương hướng nhiệm vụ những tháng cuối năm {y}.',
  'Dịp này, ban tổ chức trao {k} phần quà cho gia đình chính sách và học sinh nghèo vượt khó.',
  'Các đại biểu thảo luận về tiền lương, nhà ở, an toàn lao động và bữa ăn giữa ca.',
]
const NAMES = [
  'Nguyễn Văn Tâm',
  'Trần Thị Bảy',
  'Lê Hoàng Phúc',
  'Thạch Sơn',
  'Phạm Thu Hà',
  'Võ Minh Khôi',
  'Lý Thị Ngọc',
]
const PROVINCES = ['Sóc Trăng', 'Trà Vinh', 'Bắc Giang', 'Quảng Ngãi', 'Đồng Tháp', 'Hà Giang', 'Đắk Lắk', 'Bình Dương']
const TITLES = [
  'Công đoàn {p} chăm lo cho {k} đoàn viên',
  '{p}: Mở {k} m đường liên xã',
  'Nông dân {p} được mùa, thu {k} tấn lúa',
]

/** One article. */
export interface GeneratedArticle {
  readonly title: string
  readonly date: string
  readonly author: string
  readonly paragraphs: readonly string[]
}

/** The article of this number. */
export function generatedArticle(number: number): GeneratedArticle {
  let state = (number * 2654435761 + 12345) >>> 0
  const below = (most: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return (state >>> 8) % most
  }
  const one = (list: readonly string[]) => list[below(list.length)]
  const fill = (text: string) =>
    text.replace(/\{([dpkny])\}/g, (_, sign: string) => {
      if (sign === 'd') return `${1 + below(28)}/${1 + below(12)}/${2010 + below(15)}`
      if (sign === 'p') return one(PROVINCES)
      if (sign === 'n') return one(NAMES)
      return sign === 'y' ? String(2010 + below(15)) : String(10 + below(9000))
    })
  const paragraphs = Array.from({ length: 6 }, (_, at) =>
    [at === 0 ? fill(one(OPENINGS)) : fill(one(SENTENCES)), fill(one(SENTENCES)), fill(one(SENTENCES))].join(' '),
  )
  const day = `${2010 + below(15)}-0${1 + below(9)}-${10 + below(18)}`
  return { title: fill(one(TITLES)), date: day, author: one(NAMES), paragraphs }
}

/** The article as a line of NDJSON. */
export function asLine(number: number): string {
  const { title, date, author, paragraphs } = generatedArticle(number)
  return `${JSON.stringify({ id: `d${number}`, title, date, author, body: paragraphs.join('\n') })}\n`
}

/** The article as a plain page, as crawlers leave them. */
export function asText(number: number): string {
  const { title, date, author, paragraphs } = generatedArticle(number)
  return `Trang chủ\nThời sự\nCông đoàn\n${title}\n08:30, ${date.split('-').reverse().join('/')}\n${paragraphs.join('\n')}\n${author.toUpperCase()}\nTin liên quan\nMở đường về xã\n`
}

/** The article as an HTML page with the furniture of a news site around it. */
export function asHtml(number: number): string {
  const { title, date, author, paragraphs } = generatedArticle(number)
  const links = Array.from({ length: 30 }, (_, at) => {
    const other = TITLES[(number + at) % TITLES.length].replace('{p}', PROVINCES[at % 8]).replace('{k}', String(at))
    return `<li class="item"><a href="/tin-tuc/bai-${number + at}.html" title="${other}">${other}</a></li>`
  })
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${title} - Báo Ven Sông</title>
<meta property="og:title" content="${title}"><meta property="article:published_time" content="${date}T08:30:00+07:00">
<link rel="stylesheet" href="/s.css"><script>var a = ${number}; window.dataLayer = window.dataLayer || [];</script></head>
<body><div id="header"><nav class="menu"><ul><li><a href="/">Trang chủ</a></li><li><a href="/thoi-su">Thời sự</a></li><li><a href="/cong-doan">Công đoàn</a></li></ul></nav></div>
<div class="main"><article class="detail"><h1 class="title">${title}</h1><div class="date">08:30, ${date.split('-').reverse().join('/')}</div>
${paragraphs.map(paragraph => `<p class="text" style="text-align: justify;"><span>${paragraph}</span></p>`).join('\n')}
<p class="author"><strong>${author}</strong></p></article>
<aside class="related"><h3>Tin liên quan</h3><ul>${links.join('\n')}</ul></aside></div>
<footer><p>Cơ quan chủ quản: UBND tỉnh. Điện thoại: 0299.3822339. Ghi rõ nguồn khi phát hành lại thông tin.</p></footer></body></html>`
}

/** The HTML page as a record of a web archive. */
export function asWarcRecord(number: number): string {
  const body = asHtml(number)
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${body}`
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://bao.example/tin/${number}.html\r\nWARC-Date: 2024-05-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`
}
