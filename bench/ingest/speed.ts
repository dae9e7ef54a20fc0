import { type NewsRecord, newsRecords } from './data.js'
import type { Engine } from './engine.js'
import type { Figure } from './figures.js'

/** Megabytes a second, by this process's processor time, over the pages again and again for about two seconds. */
function rate(engine: Engine, pages: readonly { readonly name: string; readonly text: string }[]): number {
  const bytes = pages.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  let best = 0
  for (const until = performance.now() + 2500; performance.now() < until; ) {
    const before = process.cpuUsage()
    let read = 0
    while (read < 2e6) {
      for (const page of pages) engine.ingestPage(page)
      read += bytes
    }
    const { user, system } = process.cpuUsage(before)
    best = Math.max(best, read / (user + system))
  }
  return best
}

/** What a portal prints around its articles. */
const above = [
  'Trang chủ',
  'Giới thiệu',
  'Tin tức - Sự kiện',
  'Văn bản',
  'Thủ tục hành chính',
  'Liên hệ',
  'Thứ ba, ngày 24 tháng 11 năm 2026',
]
const below = [
  'Các tin liên quan',
  'Tập huấn cán bộ công đoàn cơ sở (21/11/2023)',
  'Trao mái ấm cho đoàn viên khó khăn (19/11/2023)',
  'Lượt truy cập',
  'Hôm nay: 2.318',
  'Cơ quan chủ quản: UBND tỉnh',
  'Giấy phép số 12/GP-TTĐT cấp ngày 22/9/2021',
  'Điện thoại: 0299.3822339',
]

/** A page of one portal around a news article, none like another. */
function linesOf({ title, body }: NewsRecord): string[] {
  return [...above, title, '08:15, 23/11/2023', ...body.split('\n'), 'Thu Hà', ...below]
}

/** How fast plain text and HTML pages become articles on one core: 1,000 pages around different news articles. */
export function speedFigures(engine: Engine): Figure[] {
  const records = newsRecords('news-20k').slice(0, 1000)
  if (records.length === 0) return []
  const plain = records.map((record, i) => ({ name: `${i}.txt`, text: linesOf(record).join('\n') }))
  const html = records.map((record, i) => {
    const lines = linesOf(record).map(line => `<p class="line">${line.replace(/[<&]/g, '')}</p>`)
    return {
      name: `${i}.html`,
      text: `<!doctype html><html><head><title>Trang tin</title></head><body>${lines.join('\n')}</body></html>`,
    }
  })
  return [
    { name: 'speed: plain text pages', value: rate(engine, plain), unit: 'MB/s', least: 15, note: 'one core' },
    { name: 'speed: HTML pages', value: rate(engine, html), unit: 'MB/s', least: 5, note: 'one core' },
  ]
}
