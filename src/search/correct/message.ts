import type { WarningLanguage } from '../query/index.js'
import type { Correction } from './correct.js'

/** What a search box says of a correction: offered, and used because nothing was found. */
const MESSAGES = {
  vi: ['Có phải bạn muốn tìm “{text}”?', 'Không tìm thấy gì với câu đã gõ. Kết quả cho “{text}”:'],
  en: ['did you mean "{text}"?', 'nothing was found as typed; these are the results for "{text}"'],
} as const satisfies Readonly<Record<WarningLanguage, readonly [offered: string, used: string]>>

/**
 * What to tell people who search of the `correction` of a result; `corrected` is that of the result. Plain text: escape it where
 * it becomes HTML. Vietnamese unless told otherwise.
 */
export function correctionText(correction: Correction, corrected: boolean, language: WarningLanguage = 'vi'): string {
  return MESSAGES[language][corrected ? 1 : 0].replace('{text}', () => correction.text)
}
