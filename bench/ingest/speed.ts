import { type NewsRecord, newsRecords } from './data.js'
import type { Engine } from './engine.js'
import type { Figure } from './figures.js'

interface Page {
  readonly name: string
  readonly text: string
}

/** Pages of one round: each is read once, since lines that were met before are judged from memory. */
const ROUND = 1000

/** Megabytes a second by this process's processor time, the best round. */
function rate(engine: Engine, pages: readonly Page[]): number {
  let best = 0
  for (let from = 0; from < pages.length; from += ROUND) {
    const round = pages.slice(from, from + ROUND)
    const bytes = round.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
    const before = process.cpuUsage()
    for (const page of round) engine.ingestPage(page)
    const { user, system } = process.cpuUsage(before)
    best = Math.max(best, bytes / (user + system))
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
function linesOf({ title, body }: NewsRecord, at: number): string[] {
  const two = (value: number) => String(value).padStart(2, '0')
  const stamp = `${two(at % 24)}:${two(at % 60)}, ${two((at % 28) + 1)}/${two((at % 12) + 1)}/${2010 + (at % 15)}`
  return [...above, title, stamp, ...body.split('\n'), 'Thu Hà', ...below]
}

/** How fast plain text and HTML pages become articles on one core: pages around 16,000 different news articles. */
export function speedFigures(engine: Engine): Figure[] {
  const records = newsRecords('news-20k').slice(0, 16 * ROUND)
  if (records.length === 0) return []
  const plain = records.map((record, i) => ({ name: `${i}.txt`, text: linesOf(record, i).join('\n') }))
  const html = records.map((record, i) => {
    const lines = linesOf(record, i).map(line => `<p class="line">${line.replace(/[<&]/g, '')}</p>`)
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
