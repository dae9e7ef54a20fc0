/**
 * Courts, procuracy, crime and codes of law. Our own compilation; the form of a row is described in `union.ts`.
 */
export const LAW = `
VKS viện kiểm sát
VKSND viện kiểm sát nhân dân
VKSNDTC Viện kiểm sát nhân dân tối cao
TAND tòa án nhân dân
TANDTC Tòa án nhân dân tối cao
TAQS tòa án quân sự
HĐXX hội đồng xét xử
HTND hội thẩm nhân dân
KSV kiểm sát viên
ĐTV điều tra viên
BLHS bộ luật hình sự
BLTTHS bộ luật tố tụng hình sự
BLTTDS bộ luật tố tụng dân sự
BLDS bộ luật dân sự
BLLĐ bộ luật lao động
TTHS tố tụng hình sự
TTDS tố tụng dân sự
TNHS trách nhiệm hình sự
THADS thi hành án dân sự
THA thi hành án
CHV chấp hành viên
VPPL vi phạm pháp luật
VPHC vi phạm hành chính
XPVPHC xử phạt vi phạm hành chính
XPHC xử phạt hành chính
PBGDPL phổ biến giáo dục pháp luật
TTPBGDPL tuyên truyền phổ biến giáo dục pháp luật
TGPL trợ giúp pháp lý
QSDĐ quyền sử dụng đất
QSH quyền sở hữu
SHTT sở hữu trí tuệ
KNTC khiếu nại tố cáo
GĐT giám đốc thẩm
VPCC văn phòng công chứng
VPLS văn phòng luật sư
ĐLS đoàn luật sư
LĐLSVN Liên đoàn Luật sư Việt Nam
`

/** Police, public order, fire and rescue. */
export const POLICE = `
CA công an
CAND công an nhân dân
CATP công an thành phố
CAX công an xã
CSGT cảnh sát giao thông
CSĐT cảnh sát điều tra
CSHS cảnh sát hình sự
CSKV cảnh sát khu vực
CSCĐ cảnh sát cơ động
CSKT cảnh sát kinh tế
CSMT cảnh sát môi trường
CSPCCC cảnh sát phòng cháy chữa cháy
CSPCTP cảnh sát phòng chống tội phạm
CSQLHC cảnh sát quản lý hành chính
QLHC quản lý hành chính
CSTT cảnh sát trật tự
CSPƯN cảnh sát phản ứng nhanh
PCMT phòng chống ma túy
PCTP phòng chống tội phạm
TTXH trật tự xã hội
TTATXH trật tự an toàn xã hội
TTATGT trật tự an toàn giao thông
ATGT an toàn giao thông
TNGT tai nạn giao thông
TTGT thanh tra giao thông
TTKS tuần tra kiểm soát
TTXD trật tự xây dựng
ANTT an ninh trật tự
ANCT an ninh chính trị
ANĐT an ninh điều tra
ANQG an ninh quốc gia
ANM an ninh mạng
CQCSĐT cơ quan cảnh sát điều tra
ANTQ an ninh Tổ quốc
BVANTQ bảo vệ an ninh Tổ quốc
CSND cảnh sát nhân dân
PCCC phòng cháy chữa cháy
PCCCR phòng cháy chữa cháy rừng
PCCC&CNCH phòng cháy chữa cháy và cứu nạn cứu hộ
CNCH cứu nạn cứu hộ
TKCN tìm kiếm cứu nạn
CHCN cứu hộ cứu nạn
QLXNC quản lý xuất nhập cảnh
XNC xuất nhập cảnh
`

/** Army, border guard and national defence. */
export const MILITARY = `
QĐND quân đội nhân dân
QĐNDVN Quân đội nhân dân Việt Nam
QP quốc phòng
QP-AN quốc phòng - an ninh
QPAN quốc phòng an ninh
ANQP an ninh quốc phòng
QPTD quốc phòng toàn dân
QPĐP quốc phòng địa phương
GDQP giáo dục quốc phòng
GDQPAN giáo dục quốc phòng an ninh
BĐBP bộ đội biên phòng
BĐĐP bộ đội địa phương
CHQS chỉ huy quân sự
BCHQS bộ chỉ huy quân sự
BTL bộ tư lệnh
BTTM Bộ Tổng Tham mưu
TCCT Tổng cục Chính trị
TCHC Tổng cục Hậu cần
QK quân khu
QY quân y
DQTV dân quân tự vệ
DBĐV dự bị động viên
NVQS nghĩa vụ quân sự
LLVT lực lượng vũ trang
LLVTND lực lượng vũ trang nhân dân
CBCS cán bộ chiến sĩ
HVQP Học viện Quốc phòng
KVPT khu vực phòng thủ
PTKV phòng thủ khu vực
CSB cảnh sát biển
`
