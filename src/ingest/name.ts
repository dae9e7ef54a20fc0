import { fold } from '../text/fold.js'
import { surnames } from './surnames.js'

/**
 * How a signature is written.
 *
 * - `initials`  "Đ.H", "M.Linh", "PV", "H.T": nothing else on a page is written so
 * - `capitals`  "PHƯƠNG ANH": a signature or a heading
 * - `name`      "Nguyễn Xuân": a person, signing or not
 */
export type NameForm = 'initials' | 'capitals' | 'name'

/** Desk and collective signatures that are no names: reporter, contributor, the editors. */
const desks = new Set([
  'pv',
  'ctv',
  'btv',
  'bbt',
  'pv-ctv',
  'pvtt',
  'nhom pv',
  'nhom phong vien',
  'phong vien',
  'ban bien tap',
  'cong tac vien',
  'ban tuyen giao',
])

/** Agencies and papers that sign in the place of a person: "TTXVN", "TTXVN/Tin tức", "PV/VOV". Folded. */
export const agencies: ReadonlySet<string> = new Set([
  'ttxvn',
  'tin tuc',
  'vov',
  'vov.vn',
  'vtv',
  'vtv.vn',
  'vtc news',
  'vtc',
  'vietnam+',
  'vietnamplus',
  'vnexpress',
  'vietnamnet',
  'chinhphu.vn',
  'vgp',
  'bnews',
  'dan tri',
  'tong hop',
  'afp',
  'ap',
  'reuters',
  'tass',
  'bbc',
  'cnn',
  'kyodo',
  'tan hoa xa',
  'xinhua',
  'yonhap',
  'sputnik',
])

/** First words of a body's name, after which lower-case words may follow: "LĐLĐ thành phố", "Công đoàn ngành Y tế". */
const bodies =
  /^(bao|dai|cong doan|lien doan|cong ty|tong cong ty|so|ban|phong|truong|hoi|doan|van phong|trung tam|uy ban|tap chi|tinh doan|thanh doan|huyen doan|thi doan|cuc|chi cuc|bo|vien|benh vien|dang uy|tinh uy|thanh uy|huyen uy|tong lien doan|cong an|toa an|vien kiem sat|chi nhanh|ngan hang|khoa|to|hdnd|ubnd|ldld|cdcs|cd|bch|mttq|lhpn|tt|tu|vp|ttxvn|vov|vtv|thttt|btg)(?=$|[\s.-])/

/** Words that begin places, offices and forms of address, never signatures. */
const notNames = new Set(['tỉnh', 'huyện', 'xã', 'quận', 'tp', 'tp.', 'ông', 'bà', 'chị', 'cụ', 'sở', 'bộ'])

/** What a name may add in brackets: how the text was made, and for or from whom. */
const doneBy = /\s*\((?:tổng hợp|t\/h|th|thực hiện|ghi|lược ghi|st|sưu tầm|lược dịch|dịch|ctv|theo [^()]{2,40})\)\.?$/iu
const agencyTag = /\s*\(\p{Lu}[\p{Lu}\p{N}. ]{1,12}\)\.?$/u

/** The form of one word of a name, or undefined where it cannot belong to one. */
function wordForm(word: string): NameForm | undefined {
  if (/^\p{Lu}{1,3}(\.\s?\p{Lu}{1,3})+\.?$/u.test(word) || /^\p{Lu}\.$/u.test(word)) return 'initials'
  if (/^(\p{Lu}\p{Ll}?\.){1,3}\p{Lu}\p{Ll}+$/u.test(word)) return 'initials'
  if (/^\p{Lu}[’']?\p{Lu}*$/u.test(word)) return word.length > 12 ? undefined : 'capitals'
  // H'Nga, H'Blăn: Ê Đê names keep the mark of the sex
  if (/^\p{Lu}[’']\p{Lu}?\p{Ll}{1,9}$|^\p{Lu}\p{Ll}{1,9}$/u.test(word)) return 'name'
  return undefined
}

/** One person: up to five words, each capitalised. */
function personForm(text: string): NameForm | undefined {
  const words = text.split(' ')
  if (words.length > 5 || text.length > 40) return undefined
  let initials = 0
  let capitals = 0
  for (const word of words) {
    const form = wordForm(word)
    if (form === undefined) return undefined
    if (form === 'initials') initials++
    if (form === 'capitals') capitals++
  }
  // "A. Đúng" may be a choice of a quiz: an initial apart from its name is no sure sign.
  if (initials > 0) return /^\p{Lu}\. /u.test(text) ? 'name' : 'initials'
  if (words.length === 1)
    return desks.has(fold(text)) ? 'initials' : text.length >= 2 && text.length <= 7 ? 'name' : undefined
  if (notNames.has(words[0].toLowerCase())) return undefined
  // Longer names begin with a family name; headings in capitals ("KHÔNG KHÍ LẠNH TĂNG CƯỜNG") do not.
  if (words.length > 3 && !surnames.has(words[0].toLowerCase()) && words[0].length > 1) return undefined
  return capitals === words.length ? 'capitals' : 'name'
}

/** "Chu Uyên/baohanam.com.vn" */
const host = /^[a-z\d-]{2,30}(?:\.[a-z\d-]{2,20}){1,3}$/

/**
 * The form of a signature that consists of names and nothing else: one person, several joined by a dash, comma, slash,
 * "&" or "và", or one with the body that he writes for ("Bảo Dung - LĐLĐ thành phố", "Thanh Hà/TTXVN",
 * "Hà Thu (theo CNN)"). Undefined for everything else. Whether a name closes an article is for its place to say.
 */
export function signatureForm(text: string): NameForm | undefined {
  if (text.length > 80 || text.length < 2) return undefined
  // Names go on with a capital, a sign or "và"; asked first because most lines are no names.
  if (text.length > 20 && /^\S+ (?!và )\p{Ll}/u.test(text)) return undefined
  if (/[\d:;!?"“”|]/.test(text)) return undefined
  const bare = text.replace(doneBy, '').replace(agencyTag, '')
  if (bare === '') return undefined
  if (desks.has(fold(bare.replace(/[.]$/, '')))) return 'initials'
  const parts = bare.split(/\s+[-–—]\s+|\s*[/,&+]\s*|\s+và\s+|\s+[-–—](?=\p{L})|(?<=\p{Ll})[-–—]\s+/u)
  if (parts.length > 4) return undefined
  let strongest: NameForm | undefined
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i].trim().replace(/(?<=\p{Ll})\.$/u, '')
    const form =
      part === '' ? undefined : agencies.has(fold(part)) || (i > 0 && host.test(part)) ? 'initials' : personForm(part)
    if (form === undefined) {
      if (i === 0 || part === '' || part.split(' ').length > 8 || !/^\p{Lu}/u.test(part) || !bodies.test(fold(part)))
        return undefined
      strongest = strongest === 'initials' ? strongest : 'capitals'
      continue
    }
    if (i === 0) strongest = form
    else if (form === 'initials' && strongest !== undefined) strongest = 'initials'
  }
  if (strongest === 'name' && bodies.test(fold(parts[0]))) return undefined
  return strongest
}
