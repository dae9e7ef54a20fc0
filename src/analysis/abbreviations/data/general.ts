/**
 * Places and administrative units. Our own compilation; the form of a row is described in `union.ts`.
 */
export const PLACE = `
TP thành phố
TPHCM Thành phố Hồ Chí Minh
HCM Hồ Chí Minh
!HCMC Thành phố Hồ Chí Minh
SG Sài Gòn
HN Hà Nội
TPHN thành phố Hà Nội
TX thị xã
KĐT khu đô thị
KĐTM khu đô thị mới
KTTĐPN kinh tế trọng điểm phía Nam
ĐBSCL đồng bằng sông Cửu Long
ĐBSH đồng bằng sông Hồng
ĐNB Đông Nam Bộ
BTB Bắc Trung Bộ
DHMT duyên hải miền Trung
DHNTB duyên hải Nam Trung Bộ
BR-VT Bà Rịa - Vũng Tàu
BRVT Bà Rịa Vũng Tàu
!TT-Huế Thừa Thiên Huế
TTH Thừa Thiên Huế
TQ Trung Quốc
ĐNÁ Đông Nam Á
CHLB Cộng hòa Liên bang
CHDCND Cộng hòa Dân chủ Nhân dân
KDL khu du lịch
DTLS di tích lịch sử
DTLSVH di tích lịch sử văn hóa
`

/** Press, broadcasting and publishing. */
export const MEDIA = `
TTXVN Thông tấn xã Việt Nam
!VOV Đài Tiếng nói Việt Nam
!VTV Đài Truyền hình Việt Nam
!HTV Đài Truyền hình Thành phố Hồ Chí Minh
TNVN Tiếng nói Việt Nam
THVN Truyền hình Việt Nam
THHN Truyền hình Hà Nội
PT-TH phát thanh - truyền hình
PT&TH phát thanh và truyền hình
BLĐ Báo Lao Động
PV phóng viên
CTV cộng tác viên
!TBBT tổng biên tập
TTK tổng thư ký
TTKTS tổng thư ký tòa soạn
HNB hội nhà báo
HNBVN Hội Nhà báo Việt Nam
NXB nhà xuất bản
NXBGD Nhà xuất bản Giáo dục
`

/** Titles, ranks, degrees and honours. */
export const TITLE = `
PCT phó chủ tịch
GĐ giám đốc
PGĐ phó giám đốc
TGĐ tổng giám đốc
PTGĐ phó tổng giám đốc
GS giáo sư
PGS phó giáo sư
TSKH tiến sĩ khoa học
!ThS thạc sĩ
BS bác sĩ
LS luật sư
KS kỹ sư
NSND nghệ sĩ nhân dân
NSƯT nghệ sĩ ưu tú
NSUT nghệ sĩ ưu tú
NSNA nghệ sĩ nhiếp ảnh
NNƯT nghệ nhân ưu tú
NNND nghệ nhân nhân dân
TTND thầy thuốc nhân dân
TTƯT thầy thuốc ưu tú
AHLĐ anh hùng lao động
AHLLVT anh hùng lực lượng vũ trang
AHLLVTND anh hùng lực lượng vũ trang nhân dân
BMVNAH Bà mẹ Việt Nam anh hùng
VNAH Việt Nam anh hùng
HCLĐ huân chương lao động
HCĐL huân chương độc lập
UVTT ủy viên thường trực
CVP chánh văn phòng
PVP phó văn phòng
CHT chỉ huy trưởng
Đ/c đồng chí
`

/** Sport. */
export const SPORT = `
HLV huấn luyện viên
VĐV vận động viên
CĐV cổ động viên
SVĐ sân vận động
ĐTQG đội tuyển quốc gia
ĐTVN đội tuyển Việt Nam
BĐVN bóng đá Việt Nam
LĐBĐ liên đoàn bóng đá
LĐBĐVN Liên đoàn Bóng đá Việt Nam
LĐBC liên đoàn bóng chuyền
TDTT thể dục thể thao
HCV huy chương vàng
HCB huy chương bạc
HCĐ huy chương đồng
BXH bảng xếp hạng
KLQG kỷ lục quốc gia
HKPĐ Hội khỏe Phù Đổng
HAGL Hoàng Anh Gia Lai
SLNA Sông Lam Nghệ An
!VFF Liên đoàn Bóng đá Việt Nam
!FIFA Liên đoàn Bóng đá Thế giới
!AFC Liên đoàn Bóng đá châu Á
!UEFA Liên đoàn Bóng đá châu Âu
!IOC Ủy ban Olympic Quốc tế
`

/** Culture and tourism. */
export const CULTURE = `
VHVN văn hóa văn nghệ
VN-TDTT văn nghệ - thể dục thể thao
LHP liên hoan phim
NTBD nghệ thuật biểu diễn
NVH nhà văn hóa
TTVH trung tâm văn hóa
TTVHTT trung tâm văn hóa thông tin
DSVH di sản văn hóa
DSVHPVT di sản văn hóa phi vật thể
NSVH nếp sống văn hóa
TTCĐ tuyên truyền cổ động
TTLĐ tuyên truyền lưu động
`

/** The world: organisations and blocs, many under their English letters. */
export const INTERNATIONAL = `
LHQ Liên Hợp Quốc
HĐBA Hội đồng Bảo an
ĐHĐ Đại hội đồng
ĐHĐLHQ Đại hội đồng Liên Hợp Quốc
TTKLHQ Tổng Thư ký Liên Hợp Quốc
HĐNQ Hội đồng Nhân quyền
ĐSQ đại sứ quán
TLSQ tổng lãnh sự quán
LSQ lãnh sự quán
BNGVN Bộ Ngoại giao Việt Nam
NVNONN người Việt Nam ở nước ngoài
NVNƠNN người Việt Nam ở nước ngoài
QHQT quan hệ quốc tế
HNQT hội nhập quốc tế
HNKTQT hội nhập kinh tế quốc tế
HTQT hợp tác quốc tế
THX Tân Hoa Xã
!ASEAN Hiệp hội các quốc gia Đông Nam Á
!EU Liên minh châu Âu
!WHO Tổ chức Y tế Thế giới
!WTO Tổ chức Thương mại Thế giới
!ILO Tổ chức Lao động Quốc tế
!IMF Quỹ Tiền tệ Quốc tế
!WB Ngân hàng Thế giới
!ADB Ngân hàng Phát triển châu Á
!UNICEF Quỹ Nhi đồng Liên Hợp Quốc
!NATO Tổ chức Hiệp ước Bắc Đại Tây Dương
!USD đô la Mỹ
`

/** Everyday words. */
export const GENERAL = `
SN sinh năm
SĐT số điện thoại
ĐTDĐ điện thoại di động
ĐKXM đăng ký xe máy
KH-KT khoa học - kỹ thuật
VSV vi sinh vật
TTLL thông tin liên lạc
LLCT lý luận chính trị
TTHCM tư tưởng Hồ Chí Minh
KTGS kiểm tra giám sát
KT-GS kiểm tra - giám sát
TTKT thanh tra kiểm tra
GSPB giám sát phản biện
PBXH phản biện xã hội
BĐH ban điều hành
BTS ban trị sự
BTK ban thư ký
HĐTS hội đồng trị sự
PGVN Phật giáo Việt Nam
GHPG Giáo hội Phật giáo
GHPGVN Giáo hội Phật giáo Việt Nam
`
