/**
 * State bodies: the National Assembly, the Government, ministries, departments and local administration.
 * Our own compilation; the form of a row is described in `union.ts`.
 */
export const GOVERNMENT = `
UBND ủy ban nhân dân
UB ủy ban
HĐND hội đồng nhân dân
HĐND-UBND hội đồng nhân dân - ủy ban nhân dân
ĐBQH đại biểu Quốc hội
ĐĐBQH đoàn đại biểu Quốc hội
VPQH Văn phòng Quốc hội
UBTVQH Ủy ban Thường vụ Quốc hội
UBTV ủy ban thường vụ
VPCP Văn phòng Chính phủ
TTCP Thanh tra Chính phủ
!TTg Thủ tướng Chính phủ
VPCTN Văn phòng Chủ tịch nước
CTN Chủ tịch nước
PTT phó thủ tướng
PCTN phòng chống tham nhũng
VP văn phòng
VPUB văn phòng ủy ban
VPUBND văn phòng ủy ban nhân dân
VPĐP văn phòng điều phối
VPĐKĐĐ văn phòng đăng ký đất đai
CHXHCN Cộng hòa xã hội chủ nghĩa
CHXHCNVN Cộng hòa xã hội chủ nghĩa Việt Nam
VNDCCH Việt Nam Dân chủ Cộng hòa
QLNN quản lý nhà nước
HCNN hành chính nhà nước
CQNN cơ quan nhà nước
CQHC cơ quan hành chính
ĐVHC đơn vị hành chính
ĐVSN đơn vị sự nghiệp
ĐVSNCL đơn vị sự nghiệp công lập
SNCL sự nghiệp công lập
TTHC thủ tục hành chính
CCHC cải cách hành chính
CCTTHC cải cách thủ tục hành chính
HCC hành chính công
TTHCC trung tâm hành chính công
DVC dịch vụ công
DVCTT dịch vụ công trực tuyến
CQĐP chính quyền địa phương
CPĐT chính phủ điện tử
NSNN ngân sách nhà nước
KBNN kho bạc nhà nước
KTNN kiểm toán nhà nước
NHNN ngân hàng nhà nước
QLTT quản lý thị trường
KT-XH kinh tế - xã hội
KTXH kinh tế xã hội
VH-XH văn hóa - xã hội
VHXH văn hóa xã hội
VHTT văn hóa thông tin
PTNT phát triển nông thôn
PTBV phát triển bền vững
NTM nông thôn mới
NTMNC nông thôn mới nâng cao
NTMKM nông thôn mới kiểu mẫu
MTQG mục tiêu quốc gia
CTMTQG chương trình mục tiêu quốc gia
PCTT phòng chống thiên tai
PCLB phòng chống lụt bão
PCTT-TKCN phòng chống thiên tai - tìm kiếm cứu nạn
PTDS phòng thủ dân sự
LĐTBXH lao động thương binh và xã hội
LĐ-TB&XH lao động - thương binh và xã hội
BLĐTBXH Bộ Lao động Thương binh và Xã hội
SLĐTBXH Sở Lao động Thương binh và Xã hội
TBXH thương binh và xã hội
TBLS thương binh liệt sĩ
GD&ĐT giáo dục và đào tạo
GD-ĐT giáo dục - đào tạo
GDĐT giáo dục đào tạo
BGDĐT Bộ Giáo dục và Đào tạo
SGDĐT Sở Giáo dục và Đào tạo
TT&TT thông tin và truyền thông
TTTT thông tin truyền thông
BTTTT Bộ Thông tin và Truyền thông
STTTT Sở Thông tin và Truyền thông
TN&MT tài nguyên và môi trường
TN-MT tài nguyên - môi trường
TNMT tài nguyên môi trường
BTNMT Bộ Tài nguyên và Môi trường
STNMT Sở Tài nguyên và Môi trường
NN&MT nông nghiệp và môi trường
NN&PTNT nông nghiệp và phát triển nông thôn
NN-PTNT nông nghiệp - phát triển nông thôn
NNPTNT nông nghiệp phát triển nông thôn
BNNPTNT Bộ Nông nghiệp và Phát triển nông thôn
KH&ĐT kế hoạch và đầu tư
KH-ĐT kế hoạch - đầu tư
KHĐT kế hoạch đầu tư
BKHĐT Bộ Kế hoạch và Đầu tư
KH&CN khoa học và công nghệ
KH-CN khoa học - công nghệ
KHCN khoa học công nghệ
BKHCN Bộ Khoa học và Công nghệ
SKHCN Sở Khoa học và Công nghệ
KHCNMT khoa học công nghệ môi trường
VH-TT&DL văn hóa, thể thao và du lịch
VHTT&DL văn hóa thể thao và du lịch
VHTTDL văn hóa thể thao du lịch
VH&TT văn hóa và thể thao
BVHTTDL Bộ Văn hóa, Thể thao và Du lịch
SVHTTDL Sở Văn hóa, Thể thao và Du lịch
GTVT giao thông vận tải
BGTVT Bộ Giao thông vận tải
SGTVT Sở Giao thông vận tải
QHKT quy hoạch kiến trúc
QH-KT quy hoạch - kiến trúc
SCT Sở Công Thương
BXD Bộ Xây dựng
SXD Sở Xây dựng
BYT Bộ Y tế
SYT Sở Y tế
BNV Bộ Nội vụ
SNV Sở Nội vụ
BTP Bộ Tư pháp
STP Sở Tư pháp
STC Sở Tài chính
BQP Bộ Quốc phòng
BCA Bộ Công an
BNG Bộ Ngoại giao
BDTTG Bộ Dân tộc và Tôn giáo
UBDT Ủy ban Dân tộc
UBATGTQG Ủy ban An toàn giao thông quốc gia
TCTK Tổng cục Thống kê
TCHQ Tổng cục Hải quan
TCĐBVN Tổng cục Đường bộ Việt Nam
KTTV khí tượng thủy văn
BQL ban quản lý
TTPTQĐ trung tâm phát triển quỹ đất
DS-KHHGĐ dân số - kế hoạch hóa gia đình
KHHGĐ kế hoạch hóa gia đình
`

/** Kinds of papers, as they stand in document numbers and in the text. */
export const DOCUMENT = `
NQ nghị quyết
TB thông báo
HD hướng dẫn
KL kết luận
CV công văn
TTLT thông tư liên tịch
!TTr tờ trình
!CTr chương trình
CTHĐ chương trình hành động
!QĐi quy định
CTPH chương trình phối hợp
ĐA đề án
GCN giấy chứng nhận
GCNQSDĐ giấy chứng nhận quyền sử dụng đất
GPXD giấy phép xây dựng
GPKD giấy phép kinh doanh
GPLX giấy phép lái xe
ĐKKD đăng ký kinh doanh
GĐKKD giấy đăng ký kinh doanh
ĐKDN đăng ký doanh nghiệp
CMND chứng minh nhân dân
CMT chứng minh thư
CCCD căn cước công dân
VBQPPL văn bản quy phạm pháp luật
QPPL quy phạm pháp luật
QCVN quy chuẩn Việt Nam
TCVN tiêu chuẩn Việt Nam
QCKT quy chuẩn kỹ thuật
TCKT tiêu chuẩn kỹ thuật
VBHN văn bản hợp nhất
VBPL văn bản pháp luật
`
