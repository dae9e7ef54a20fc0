/**
 * Informal spelling (teencode): the abbreviations and playful forms of chat, as single words. For queries only, and weakly:
 * formal text does not use them, and some are words or abbreviations of their own (vs, ms, tr).
 */
import { canonical } from './tone.js'
import { mapWords } from './words.js'

/**
 * Each reading with the forms that stand for it. Collected from everyday usage; a form is listed only where one reading is
 * clearly the commonest, and no form is an ordinary word of the press.
 */
const FORMS = [
  'không: ko k kh hk hok khum khom khong kô khôg kog kó hem',
  'được: dc đc đk dk đượk',
  'gì: j ji zì jì',
  'biết: bik bit bít bíc bic bt bjt biêt bits',
  'rồi: r ròi rùi gòi roài rồy rùj',
  'vậy: z zậy zị zi zay zậi dzậy',
  'với: vs vz zới zs',
  'người: ng ngừi ngừoi',
  'người ta: ngta nta',
  'người yêu: ny ngiu',
  'mọi người: mn mng',
  'anh em: ae',
  'chúng ta: cta',
  'chúng tôi: cti',
  'mình: mk mik mjnh mh',
  'em: e iem',
  'yêu: iu êu',
  'chồng: ck ox',
  'vợ: vk bx',
  'bạn: bn pạn bẹn',
  'bố mẹ: bme bm',
  'trước: trc trk',
  'cũng: cx cũg cug cũm cũn',
  'luôn: lun luông',
  'thôi: thui thoi hoy thoai thoy',
  'nhiều: nhìu nhju nhiu',
  'chuyện: chiện',
  'nói chuyện: nch',
  'nói: ns',
  'làm: lm lèm',
  'muốn: mún',
  'mới: ms',
  'nữa: nx',
  'nhưng: nhg nhưg',
  'nhưng mà: nhma nma',
  'như thế nào: ntn',
  'thế nào: tnao',
  'bây giờ: bh bgio',
  'bao nhiêu: bnh bnhiu',
  'bình thường: bth bthg',
  'sinh nhật: snhat',
  'hôm nay: hnay',
  'hôm qua: hqua',
  'ngày mai: nmai',
  'xin lỗi: xl xloi',
  'cảm ơn: thks tks cmon camon',
  'chúc mừng: chm cmừng',
  'điện thoại: đth dthoai',
  'nhắn tin: ntin',
  'học: hc',
  'trường: trg',
  'trời: chời',
  'đi: ik dj đj',
  'quá: wa wá qá qa',
  'quê: wê',
  'vui: zui',
  'về: zề dìa',
  'vào: zào dzào',
  'vô: zô dô dzô',
  'và: zà',
  'nào: nèo',
  'này: nài',
  'sao: seo shao',
  'buồn: bùnn',
  'hiểu: hỉu',
  'kiểu: kỉu',
  'chết: chít',
  'thật: thậc',
  'thích: thik thjk',
  'viết: vjết',
  'đúng: đúg đúm',
  'đang: đag dag đg',
  'đường: đườg',
  'xong: xog',
  'trong: trog',
  'những: nhữg',
  'bác sĩ: bsi bsĩ',
  'chị em: ce',
  'gia đình: gđình',
  'cà phê: cf',
  'tôi: toai tui',
  'thằng: thg',
  'cuộc sống: csống',
  'không biết: hbiet kbit',
  'sinh viên: svien',
  'học sinh: hsinh',
  'ơi: ưi',
  'phải: fải fai',
  'phòng: fòng',
  'phim: fim',
]

const READINGS = /* @__PURE__ */ buildReadings()

function buildReadings(): Map<string, string> {
  const readings = new Map<string, string>()
  for (const row of FORMS) {
    const [reading, forms] = row.split(': ')
    for (const form of forms.split(' ')) readings.set(form, reading)
  }
  return readings
}

/** What an informal word stands for (ko → không, ngta → người ta), canonical; undefined for a word that is not in the table. */
export function informalReading(word: string): string | undefined {
  return READINGS.get(canonical(word))
}

/** A text with every informal word replaced by its reading; canonical throughout. */
export function readInformal(text: string): string {
  return mapWords(canonical(text), word => READINGS.get(word) ?? word)
}
