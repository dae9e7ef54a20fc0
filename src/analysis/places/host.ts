import { nameForm, unmarked } from './form.js'
import { PROVINCES } from './provinces.js'

/** Labels that are no name of a place by the general rule: papers and sites at home in a province under another name. */
const OTHER_LABELS: readonly (readonly [label: string, province: string])[] = [
  ['baoapbac', 'Tiền Giang'],
  ['baodongkhoi', 'Bến Tre'],
  ['hcmcpv', 'Hồ Chí Minh'],
  ['hochiminhcity', 'Hồ Chí Minh'],
  ['hcm', 'Hồ Chí Minh'],
  ['tphcm', 'Hồ Chí Minh'],
  ['tphcmonline', 'Hồ Chí Minh'],
  ['sggp', 'Hồ Chí Minh'],
  ['hcmcity', 'Hồ Chí Minh'],
  ['brvt', 'Bà Rịa - Vũng Tàu'],
  ['thuathienhue', 'Huế'],
  ['vungtau', 'Bà Rịa - Vũng Tàu'],
]

/** What may stand before a name in a label: paper, union, police, station, office. */
const BEFORE_NAME: ReadonlySet<string> = new Set(
  (
    ' bao baodientu dai cd congdoan ldld congan ca truyenhinh ptth phatthanhtruyenhinh thoibao tinh tp thanhpho tinhdoan ' +
    'doan doanthanhnien mttq cong portal bandantoc dulich visit tv ubnd hdnd tuyengiao dangbo tinhuy thanhuy cdn egov ' +
    'dichvucong hoinongdan hoilhpn lienhiephoi bqlkcn bhxh hoinhabao vannghe cdc benhvien xoso xskt cdvc'
  ).split(' '),
)

/** What may stand after it. */
const AFTER_NAME: ReadonlySet<string> = new Set(
  ' online tv 24h city gov news moi plus portal tourism travel toancanh today dpi egov edu province vn'.split(' '),
)

/** Names run together, longest first so that the longest name in a label wins. */
const NAMES: readonly (readonly [joined: string, province: string])[] = PROVINCES.map(
  ({ name }) => [unmarked(nameForm(name)).replace(/ /g, ''), name] as const,
).sort((a, b) => b[0].length - a[0].length)

const others = new Map(OTHER_LABELS)

/**
 * The province whose authority or paper a host belongs to: `soctrang.gov.vn`, `baosoctrang.org.vn`, `hochiminhcity.gov.vn`.
 * A label counts when it is a province's name run together, alone or with words such as bao, congdoan, so… around it;
 * under gov.vn anything may stand around a name of seven letters or more. Undefined for all other hosts.
 */
export function hostProvince(host: string): string | undefined {
  if (host.length > 253) return undefined
  const labels = host.toLowerCase().split('.')
  const government = labels.length > 2 && labels.at(-1) === 'vn' && labels.at(-2) === 'gov'
  // The rightmost labels name the owner, those before a part of his site.
  for (let at = labels.length - 1; at >= 0; at--) {
    const found = labelProvince(labels[at].replace(/-/g, ''), government)
    if (found) return found
  }
  return undefined
}

function labelProvince(label: string, government: boolean): string | undefined {
  const other = others.get(label) ?? others.get(label.replace(/^bao/, ''))
  if (other) return other
  for (const [name, province] of NAMES) {
    const at = label.indexOf(name)
    if (at < 0) continue
    if (government && name.length >= 7) return province
    const before = label.slice(0, at)
    const office = before.startsWith('so') && before.length <= 10
    if ((office || BEFORE_NAME.has(before)) && AFTER_NAME.has(label.slice(at + name.length))) return province
  }
  return undefined
}
