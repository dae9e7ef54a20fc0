/**
 * Schools and science. Our own compilation; the form of a row is described in `union.ts`.
 */
export const EDUCATION = `
ĐHQG đại học quốc gia
ĐHQGHN Đại học Quốc gia Hà Nội
ĐHSP đại học sư phạm
ĐHBK Đại học Bách khoa
ĐHKHXH đại học khoa học xã hội
KHXH khoa học xã hội
KHXH&NV khoa học xã hội và nhân văn
KHTN khoa học tự nhiên
ĐH-CĐ đại học - cao đẳng
CĐSP cao đẳng sư phạm
TCCN trung cấp chuyên nghiệp
TCN trung cấp nghề
SĐH sau đại học
GDĐH giáo dục đại học
GDMN giáo dục mầm non
GDTH giáo dục tiểu học
GDPT giáo dục phổ thông
GDNN giáo dục nghề nghiệp
GDTX giáo dục thường xuyên
GDNN-GDTX giáo dục nghề nghiệp - giáo dục thường xuyên
GDCD giáo dục công dân
GDTC giáo dục thể chất
GDQD giáo dục quốc dân
THPT trung học phổ thông
THCS trung học cơ sở
THCN trung học chuyên nghiệp
TH&THCS tiểu học và trung học cơ sở
THPTQG trung học phổ thông quốc gia
PTCS phổ thông cơ sở
PTDTNT phổ thông dân tộc nội trú
PTDTBT phổ thông dân tộc bán trú
DTNT dân tộc nội trú
DTBT dân tộc bán trú
MN mầm non
HS học sinh
HSG học sinh giỏi
HSSV học sinh sinh viên
HS-SV học sinh - sinh viên
SV sinh viên
NCS nghiên cứu sinh
GV giáo viên
GVCN giáo viên chủ nhiệm
GVMN giáo viên mầm non
PHHS phụ huynh học sinh
CMHS cha mẹ học sinh
BGH ban giám hiệu
CBGV cán bộ giáo viên
CBGVNV cán bộ giáo viên nhân viên
CBQL cán bộ quản lý
CBQLGD cán bộ quản lý giáo dục
NGƯT nhà giáo ưu tú
NGUT nhà giáo ưu tú
NGND nhà giáo nhân dân
NCKH nghiên cứu khoa học
KHKT khoa học kỹ thuật
SKKN sáng kiến kinh nghiệm
SGK sách giáo khoa
SBT sách bài tập
KTX ký túc xá
ĐTBD đào tạo bồi dưỡng
BDCT bồi dưỡng chính trị
HVCH học viên cao học
KTKT kinh tế kỹ thuật
PCGD phổ cập giáo dục
XMC xóa mù chữ
CSVC cơ sở vật chất
ĐDDH đồ dùng dạy học
XHHT xã hội học tập
TTHTCĐ trung tâm học tập cộng đồng
CTGDPT chương trình giáo dục phổ thông
XTĐH xét tuyển đại học
`

/** Hospitals, diseases and food safety. */
export const HEALTH = `
BV bệnh viện
BVĐK bệnh viện đa khoa
BVĐKKV bệnh viện đa khoa khu vực
BVĐKTƯ bệnh viện đa khoa trung ương
!BVTW bệnh viện trung ương
TTYT trung tâm y tế
TYT trạm y tế
PKĐK phòng khám đa khoa
ĐKKV đa khoa khu vực
KCB khám chữa bệnh
KBCB khám bệnh chữa bệnh
KSK khám sức khỏe
CSSK chăm sóc sức khỏe
CSSKBĐ chăm sóc sức khỏe ban đầu
CSSKSS chăm sóc sức khỏe sinh sản
SKSS sức khỏe sinh sản
GDSK giáo dục sức khỏe
YHCT y học cổ truyền
YTDP y tế dự phòng
YTCC y tế công cộng
DSGĐ dân số gia đình
TTKSBT trung tâm kiểm soát bệnh tật
KSBT kiểm soát bệnh tật
PCDB phòng chống dịch bệnh
PCD phòng chống dịch
DTLCP dịch tả lợn châu Phi
SXH sốt xuất huyết
TCM tay chân miệng
VNNB viêm não Nhật Bản
SDD suy dinh dưỡng
ATTP an toàn thực phẩm
VSATTP vệ sinh an toàn thực phẩm
ATVSTP an toàn vệ sinh thực phẩm
NĐTP ngộ độc thực phẩm
TPCN thực phẩm chức năng
BHYTTN bảo hiểm y tế tự nguyện
BSCK bác sĩ chuyên khoa
BSĐK bác sĩ đa khoa
NVYT nhân viên y tế
CBYT cán bộ y tế
HMTN hiến máu tình nguyện
HMNĐ hiến máu nhân đạo
`

/** Welfare, policy families, poverty and population. */
export const SOCIAL = `
NƠXH nhà ở xã hội
NOXH nhà ở xã hội
NCC người có công
NCCVCM người có công với cách mạng
NCT người cao tuổi
NKT người khuyết tật
NNCĐDC nạn nhân chất độc da cam
CĐDC chất độc da cam
DTTS dân tộc thiểu số
DTTS&MN dân tộc thiểu số và miền núi
ĐBDTTS đồng bào dân tộc thiểu số
XĐGN xóa đói giảm nghèo
GNBV giảm nghèo bền vững
XHH xã hội hóa
BTXH bảo trợ xã hội
TNXH tệ nạn xã hội
PCTNXH phòng chống tệ nạn xã hội
BLGĐ bạo lực gia đình
PCBLGĐ phòng chống bạo lực gia đình
BĐG bình đẳng giới
BVCSTE bảo vệ chăm sóc trẻ em
ĐƠĐN đền ơn đáp nghĩa
ĐSVH đời sống văn hóa
GĐVH gia đình văn hóa
GĐCS gia đình chính sách
TNTT tai nạn thương tích
TDP tổ dân phố
KDC khu dân cư
`

/** Environment, water, forest and climate. */
export const ENVIRONMENT = `
BVMT bảo vệ môi trường
VSMT vệ sinh môi trường
NS&VSMT nước sạch và vệ sinh môi trường
ONMT ô nhiễm môi trường
ÔNMT ô nhiễm môi trường
BĐKH biến đổi khí hậu
ƯPBĐKH ứng phó biến đổi khí hậu
XNM xâm nhập mặn
NMXLNT nhà máy xử lý nước thải
XLNT xử lý nước thải
CTRSH chất thải rắn sinh hoạt
CTNH chất thải nguy hại
RTSH rác thải sinh hoạt
RPH rừng phòng hộ
VQG vườn quốc gia
KBT khu bảo tồn
KBTTN khu bảo tồn thiên nhiên
BVR bảo vệ rừng
BVPTR bảo vệ phát triển rừng
QLBVR quản lý bảo vệ rừng
ATNĐ áp thấp nhiệt đới
`
