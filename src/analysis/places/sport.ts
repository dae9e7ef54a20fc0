/** What reports of matches speak of; two of these, or the league, and a name is that of a team. */
const CUES =
  /(?:v-?league|clb|câu lạc bộ|hlv|huấn luyện viên|bàn thắng|cầu thủ|tiền đạo|tiền vệ|hậu vệ|trung vệ|thủ môn|giải hạng nhất|vđqg|vô địch quốc gia|bảng xếp hạng|trên sân|sân nhà|đội khách|trọng tài|hiệp 1|hiệp 2|trận đấu|tứ kết|bán kết|vòng bảng|highlight|ghi bàn|ngoại binh|vba|vtv cup)/g

/** Alone enough. */
const LEAGUE = /^v-?league$/

/** How much of a text is read for the cues. */
const READ = 1500

/** Whether a text reports of matches between teams that bear the names of provinces. */
export function isMatchReport(text: string): boolean {
  const found = new Set<string>()
  const lower = text.slice(0, READ).toLowerCase()
  for (const { 0: cue, index } of lower.matchAll(CUES)) {
    // Asked here and not before each letter of the text: that is several times slower.
    if (isLetter(lower, index - 1) || isLetter(lower, index + cue.length)) continue
    found.add(cue)
    if (found.size === 2 || LEAGUE.test(cue)) return true
  }
  return false
}

const isLetter = (text: string, at: number) => /\p{L}/u.test(text.charAt(at))

/** Whether the words before `at` say that something is there, not that a team plays: tại Phú Thọ, trên sân Vinh. */
export function isVenue(text: string, at: number): boolean {
  return /(?<!\p{L})(?:tại|ở|chủ nhà|sân|sân vận động|nhà thi đấu|tỉnh|thành phố|huyện|quận)\s$/iu.test(
    text.slice(Math.max(0, at - 16), at),
  )
}
