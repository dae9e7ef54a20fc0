/**
 * Words in front of a name that say what the name is. In the shape of `nameForm`; phrases end where the name begins.
 * Compiled for this project from the news of 2016 to 2026.
 */
const words = (list: string): readonly string[] => list.split('|')

/** A province: `tỉnh Sóc Trăng`. */
export const PROVINCE_KINDS = words('tỉnh|tỉnh thành|tỉnh thành phố|thủ đô|tinh')

/** A city: of the state or of a province. */
export const CITY_KINDS = words('thành phố|tp|t p|thanh pho|cố đô|thành phố biển|thành phố cảng|thành phố du lịch')

/** District kinds with the letters that `District.kind` may have. */
export const DISTRICT_KINDS: readonly (readonly [kinds: string, words: readonly string[]])[] = [
  ['h', words('huyện|huyện đảo|huyện miền núi|huyện biên giới|huyện vùng cao|huyện ủy|huyện đoàn|huyen|h')],
  ['q', words('quận|quận ủy|quận đoàn|quan|q')],
  ['x', words('thị xã|thị ủy|thị đoàn|thi xa|tx|t x')],
]

/** Authorities and bodies of a place: what follows is where they are. */
export const AGENCIES = words(
  'ubnd|hđnd|hội đồng nhân dân|ủy ban nhân dân|ubmttq|mttq|mặt trận tổ quốc|tỉnh ủy|thành ủy|tỉnh đoàn|thành đoàn|' +
    'liên đoàn lao động|lđlđ|ldld|công đoàn|công đoàn viên chức|công an|csgt|cảnh sát giao thông|pccc|' +
    'hải quan|cục hải quan|cục thuế|chi cục thuế|cục thống kê|kho bạc|kho bạc nhà nước|bhxh|bảo hiểm xã hội|' +
    'bộ đội biên phòng|bđbp|biên phòng|bộ chqs|bộ chỉ huy quân sự|kiểm lâm|quản lý thị trường|qltt|' +
    'tand|tòa án nhân dân|tòa án|vksnd|viện kiểm sát nhân dân|viện kiểm sát|thi hành án dân sự|thads|' +
    'đoàn đbqh|đoàn đại biểu quốc hội|đbqh|hội nông dân|hội lhpn|hội liên hiệp phụ nữ|hội phụ nữ|hội cựu chiến binh|' +
    'hội chữ thập đỏ|đoàn thanh niên|hội nhà báo|hội văn học nghệ thuật|đài khí tượng thủy văn|điện lực|pc|' +
    'cdc|trung tâm kiểm soát bệnh tật|ubnd tp|chủ tịch|phó chủ tịch|bí thư|lãnh đạo|chính quyền|xskt|xổ số kiến thiết',
)

/** Offices with a long name of their own before the place: `Sở Giáo dục và Đào tạo Hà Nội`. */
export const OFFICES: ReadonlySet<string> = new Set(words('sở|cục|chi|ubnd|hđnd'))

/** Small words that stand in the names of offices. */
export const OFFICE_TAILS: ReadonlySet<string> = new Set(words('và|nông|thôn|tư|hội|tin'))

/** The site of an authority. */
export const PORTALS = words(
  'cổng thông tin điện tử|cổng thông tin|cổng ttđt|trang thông tin điện tử|trang tin điện tử|trang ttđt|cổng dịch vụ công',
)

/** Papers and stations: they are at home there, their news may not be. */
export const MEDIA = words(
  'báo|báo điện tử|đài pt th|đài ptth|đài phát thanh truyền hình|đài phát thanh và truyền hình|ptth|truyền hình',
)

/** What follows is no place at all, or a thing named after one: streets, wards, waters, firms, people. */
export const NOT_PLACES = words(
  'đường|phố|ngõ|ngách|hẻm|kiệt|đại lộ|quốc lộ|phường|xã|thị trấn|thôn|ấp|bản|làng|khóm|xóm|tổ|khu phố|tổ dân phố|' +
    'kđt|khu đô thị|khu dân cư|chung cư|tòa nhà|cao ốc|cầu|chợ|sông|suối|hồ|kênh|rạch|núi|đèo|đồi|' +
    'ngã tư|ngã ba|vòng xoay|bùng binh|giao lộ|nút giao|hãng|đồ hộp|khách sạn|nhà hàng|quán|tiệm|' +
    'ngân hàng|công ty|công ty cổ phần|công ty cp|công ty tnhh|tập đoàn|tổng công ty|doanh nghiệp|bia|rượu|' +
    'ông|bà|anh|chị|em|cô|chú|bác|cháu|bé|thầy|dì|cậu|mợ|cụ|nàng|chàng|ca sĩ|ca sỹ|nghệ sĩ|nghệ sỹ|diễn viên|danh hài|người mẫu|hoa hậu|á hậu|' +
    'đạo diễn|nhạc sĩ|nhạc sỹ|nhà thơ|nhà văn|bác sĩ|bác sỹ|luật sư|bị cáo|bị can|đối tượng|tên|tiền đạo|tiền vệ|hậu vệ|thủ môn|trung vệ|' +
    'cầu thủ|mc|nsnd|nsưt|tướng|thiếu tướng|trung tướng|đại tá|thượng tá|trung tá|thiếu tá|phóng viên|pv|anh hùng|liệt sĩ|' +
    'chiến dịch|chiến thắng|trận|quần đảo|thuyền|tổng thống|thủ tướng|nobel|giải nobel|bồ câu|' +
    'bão|siêu bão|cơn bão|áp thấp nhiệt đới|nhà|triều|triều đại|vương triều|khởi nghĩa|phong trào|cầu treo|cầu vượt|cống|rạp|điện gió|' +
    'học bổng|tạp chí|tmcp|ngân hàng tmcp|chứng khoán|bến|kênh đào|vở|phim|bài hát|tiếng trống|đá',
)

/** Ways: what follows, and what a dash joins to it, are their ends. */
export const WAYS = words(
  'cao tốc|đường cao tốc|tuyến cao tốc|tuyến|tuyến đường|đường sắt|tuyến đường sắt|đường bay|chuyến bay|chạy|tàu|đoàn tàu|tàu hỏa|xe|xe khách|metro|chặng',
)

/** Clubs, which play away as often as at home. */
export const CLUBS = words(
  'bóng đá|derby|trận derby|clb|câu lạc bộ|đội|đội bóng|đội tuyển|hlv|huấn luyện viên|thầy trò|fc|cđv|u19|u21|u17|u15|u13',
)

/** Where a person or a dish comes from, not where the thing happened. */
export const ORIGINS = words(
  'quê|quê ở|quê tại|quê quán|quê gốc|gốc|sinh ra ở|sinh ra tại|nguyên quán|người|tỏi|muối|nước mắm|cà phê|bún bò|mì|bánh canh|bánh đậu xanh|chè|vải|nhãn|hồ tiêu|gốm|lụa|thủy điện|trại giam|nhà tù|nhà lao|nhà đày|biển số|xe biển số|đài',
)

/** Before a place where something is or happens. */
export const AT = words(
  'ở|tại|chủ nhà|cao nguyên đá|bãi đá|về|đến|lên|ra|vào|từ|qua|trên địa bàn|địa bàn|khu vực|đường phố|miền núi|vùng núi|ven sông|ven biển|vùng biển|ngoài khơi|o|tai',
)

/** Vietnamese family names that are rarely anything else: a capitalized word after one is a given name. */
export const SURNAMES: ReadonlySet<string> = new Set(
  words(
    'nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|võ|đặng|bùi|đỗ|ngô|trịnh|trương|đinh|phùng|tạ|quách|nghiêm|tống|đàm|doãn|khuất',
  ),
)

/** Family names that are given names and words too: they count where a run of capitalized words begins. */
export const LIGHT_SURNAMES: ReadonlySet<string> = new Set(
  words(
    'vũ|hồ|dương|lý|đào|đoàn|lâm|mai|tô|hà|thái|cao|chu|châu|lương|lưu|la|thạch|từ|vương|văn|thị|kiều|khổng|kim|triệu|vi',
  ),
)

/** After a name: a firm, a club or a saying, not the place. */
export const NOT_BEFORE: ReadonlySet<string> = new Set(
  words(
    'runners|running|united|fc|buffaloes|dolphins|dragons|club|bank|hotel|plaza|tower|group|corp|milk|co op|coop|cooperation|lập lại|minzy|nobel|thế giới|xanh|pearl|palace',
  ),
)

/** Province names that are ordinary words or common personal names too: bare, they need a hint. */
export const RISKY: ReadonlySet<string> = new Set(
  words('hòa bình|thái bình|hải dương|cao bằng|bình định|an giang|kiên giang|hà giang|sg|hn'),
)

/** District names that are people, or words and names too common to mean the district when they stand alone. */
export const NEVER_BARE: ReadonlySet<string> = new Set(
  words(
    'điện biên phủ|hai bà trưng|ngô quyền|lê chân|hoàng mai|trần văn thời|dương minh châu|hoàng sa|trường sa|hồng bàng|chi lăng|vinh|lắk|chũ|' +
      'thống nhất|tân tiến|thanh xuân|xuân trường|kim sơn|tân sơn|thanh sơn|hương sơn|bình minh|hòa bình|thanh bình|quang bình|' +
      'an phú|phú mỹ|tân an|thuận an|tân phú|tân bình|phú nhuận|phú xuân|thuận hóa|hòa thành|phú bình|hải hà|thanh hà|thái hòa|' +
      'hồng lĩnh|nam giang|tây giang|đông giang|minh long|sơn hà|kim thành|gia bình|sơn tây|ba đình|long biên|phong điền|' +
      'dương kinh|hải an|kiến an|an dương|quảng ninh|bắc sơn|hà trung|bảo lâm|hoa lư|hải châu|sông lô|sông cầu|sông mã|cầu giấy|' +
      'điện biên|long phú|vĩnh thạnh|tháp mười|đông anh|mỹ đức|long mỹ|tiên lữ|quỳnh lưu|tam nông|đồng xuân|vĩnh lộc|an lão|' +
      'thanh trì|thanh ba|thanh liêm|đức hòa|phú hòa|xuân lộc|yên bình|bình an|nam định|thạch an|hòa an|thái thụy|đông hải|thanh khê',
  ),
)

/** Runs of words in which no place stands, though a part of them looks like one. */
export const LONGER_NAMES = words(
  'việt nam|thái bình dương|châu á thái bình dương|đại tây dương|ấn độ dương|hải dương học|viện hải dương học|hà nam ninh|' +
    'tân sơn nhất|hòa bình lập lại|điện biên phủ trên không|chiến dịch điện biên phủ|chiến thắng điện biên phủ|hồ chí minh trên biển|' +
    'đường hồ chí minh|chủ tịch hồ chí minh|bác hồ|tư tưởng hồ chí minh|sài gòn co op|bia sài gòn|bia hà nội|thái bình thịnh vượng|' +
    'cộng sản hồ chí minh|tncs hồ chí minh|thiếu niên tiền phong hồ chí minh|học viện chính trị quốc gia hồ chí minh|lăng chủ tịch hồ chí minh|' +
    'vườn quốc gia cát tiên|vqg cát tiên',
)
