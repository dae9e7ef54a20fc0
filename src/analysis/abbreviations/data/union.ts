/**
 * Trade unions, labour relations, social insurance, the Party, the Front and mass organisations.
 *
 * Our own compilation. One row a line: abbreviation, a space, the long form (proper names keep their capitals). `!` before
 * an abbreviation says that its letters are not the initials of the long form.
 */
export const UNION = `
LĐLĐ liên đoàn lao động
TLĐ Tổng Liên đoàn
TLĐLĐ Tổng Liên đoàn Lao động
TLĐLĐVN Tổng Liên đoàn Lao động Việt Nam
CĐVN Công đoàn Việt Nam
CĐCS công đoàn cơ sở
CĐCSTV công đoàn cơ sở thành viên
CĐBP công đoàn bộ phận
CĐVC công đoàn viên chức
CĐGD công đoàn giáo dục
CĐYT công đoàn y tế
CĐCT công đoàn công ty
CĐCTTTCS công đoàn cấp trên trực tiếp cơ sở
CĐCS-NĐ công đoàn cơ sở - nghiệp đoàn
NĐCS nghiệp đoàn cơ sở
CNVCLĐ công nhân viên chức lao động
CNVC-LĐ công nhân viên chức - lao động
CNVC công nhân viên chức
CNLĐ công nhân lao động
CCVCLĐ công chức viên chức lao động
CBCCVCLĐ cán bộ công chức viên chức lao động
CBCCVC cán bộ công chức viên chức
CBCC cán bộ công chức
CCVC công chức viên chức
CBVC cán bộ viên chức
CBNV cán bộ nhân viên
CBCNV cán bộ công nhân viên
CBCNVC cán bộ công nhân viên chức
CBCNVLĐ cán bộ công nhân viên lao động
CBCNVCLĐ cán bộ công nhân viên chức lao động
CBNGNLĐ cán bộ nhà giáo người lao động
NGNLĐ nhà giáo người lao động
CBCĐ cán bộ công đoàn
CBĐV cán bộ đảng viên
ĐVCĐ đoàn viên công đoàn
ĐVTN đoàn viên thanh niên
ĐV-NLĐ đoàn viên - người lao động
ĐVNLĐ đoàn viên người lao động
NLĐ người lao động
NSDLĐ người sử dụng lao động
NVLĐ nhân viên lao động
LĐTE lao động trẻ em
LĐPT lao động phổ thông
ATVSLĐ an toàn vệ sinh lao động
AT-VSLĐ an toàn - vệ sinh lao động
ATLĐ an toàn lao động
VSLĐ vệ sinh lao động
BHLĐ bảo hộ lao động
ATVSV an toàn vệ sinh viên
PCCN phòng chống cháy nổ
TNLĐ tai nạn lao động
BNN bệnh nghề nghiệp
TNLĐ-BNN tai nạn lao động - bệnh nghề nghiệp
HĐLĐ hợp đồng lao động
HĐLV hợp đồng làm việc
TƯLĐTT thỏa ước lao động tập thể
TULĐTT thỏa ước lao động tập thể
TLTT thương lượng tập thể
QHLĐ quan hệ lao động
QCDC quy chế dân chủ
QCDCCS quy chế dân chủ cơ sở
HNNLĐ hội nghị người lao động
HNCBCC hội nghị cán bộ công chức
HNCCVC hội nghị công chức viên chức
TCLĐTT tranh chấp lao động tập thể
TCCĐ tài chính công đoàn
KPCĐ kinh phí công đoàn
ĐPCĐ đoàn phí công đoàn
TVPL tư vấn pháp luật
NCLĐ nữ công lao động
PTTĐ phong trào thi đua
LĐG lao động giỏi
LĐST lao động sáng tạo
LĐTT lao động tiên tiến
CSTĐ chiến sĩ thi đua
CSTĐCS chiến sĩ thi đua cơ sở
GVNĐVN giỏi việc nước đảm việc nhà
TĐKT thi đua khen thưởng
TĐ-KT thi đua - khen thưởng
MACĐ mái ấm công đoàn
LTTV lương tối thiểu vùng
TTVL trung tâm việc làm
DVVL dịch vụ việc làm
TTDVVL trung tâm dịch vụ việc làm
TCTN trợ cấp thất nghiệp
BHXH bảo hiểm xã hội
BHYT bảo hiểm y tế
BHTN bảo hiểm thất nghiệp
BHTNLĐ bảo hiểm tai nạn lao động
BHXHVN Bảo hiểm xã hội Việt Nam
BHXHTN bảo hiểm xã hội tự nguyện
BHXHBB bảo hiểm xã hội bắt buộc
ASXH an sinh xã hội
`

/** The Communist Party, its committees and its papers. */
export const PARTY = `
!TW trung ương
TƯ trung ương
!BCHTW Ban Chấp hành Trung ương
BCHTƯ Ban Chấp hành Trung ương
BCHTU Ban Chấp hành Trung ương
!BTCTW Ban Tổ chức Trung ương
!UBKTTW Ủy ban Kiểm tra Trung ương
!BTGTW Ban Tuyên giáo Trung ương
!BNCTW Ban Nội chính Trung ương
UBKT ủy ban kiểm tra
UVBCT ủy viên Bộ Chính trị
UVBCH ủy viên ban chấp hành
UVBTV ủy viên ban thường vụ
UVTV ủy viên thường vụ
!UVTW ủy viên Trung ương
UV ủy viên
BDV ban dân vận
BTG ban tuyên giáo
BTGDV ban tuyên giáo và dân vận
HU huyện ủy
ĐU đảng ủy
ĐUK đảng ủy khối
BCSĐ ban cán sự đảng
ĐCS Đảng Cộng sản
ĐCSVN Đảng Cộng sản Việt Nam
CSVN Cộng sản Việt Nam
TBT tổng bí thư
BTTU bí thư tỉnh ủy
PBT phó bí thư
BTĐU bí thư đảng ủy
TCCSĐ tổ chức cơ sở đảng
CNXH chủ nghĩa xã hội
XHCN xã hội chủ nghĩa
CNCS chủ nghĩa cộng sản
CNTB chủ nghĩa tư bản
CNĐQ chủ nghĩa đế quốc
XDNTM xây dựng nông thôn mới
PCTNTC phòng chống tham nhũng tiêu cực
!QUTW quân ủy trung ương
`

/** The Fatherland Front, women, farmers, youth, veterans and other organisations. */
export const ORGANISATION = `
MTTQ Mặt trận Tổ quốc
MTTQVN Mặt trận Tổ quốc Việt Nam
UBMTTQ Ủy ban Mặt trận Tổ quốc
UBMTTQVN Ủy ban Mặt trận Tổ quốc Việt Nam
LHPN liên hiệp phụ nữ
HLHPN hội liên hiệp phụ nữ
HPN hội phụ nữ
HND hội nông dân
HCCB hội cựu chiến binh
CCB cựu chiến binh
HCTĐ hội chữ thập đỏ
CTĐ chữ thập đỏ
HNCT hội người cao tuổi
HKH hội khuyến học
TNCS Thanh niên Cộng sản
TNCSHCM Thanh niên Cộng sản Hồ Chí Minh
ĐTNCSHCM Đoàn Thanh niên Cộng sản Hồ Chí Minh
ĐTN đoàn thanh niên
LHTN liên hiệp thanh niên
HLHTN hội liên hiệp thanh niên
HSV hội sinh viên
TNTP Thiếu niên Tiền phong
TNXP thanh niên xung phong
TNTN thanh niên tình nguyện
VHNT văn học nghệ thuật
ĐĐK đại đoàn kết
TDĐKXDĐSVH toàn dân đoàn kết xây dựng đời sống văn hóa
ĐHĐB đại hội đại biểu
ĐHCĐ đại hội công đoàn
CT-XH chính trị - xã hội
BCĐ ban chỉ đạo
BVĐ ban vận động
BĐD ban đại diện
CLB câu lạc bộ
`
