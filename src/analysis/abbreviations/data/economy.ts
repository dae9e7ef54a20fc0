/**
 * Firms, banking, trade, land and construction. Our own compilation; the form of a row is described in `union.ts`.
 */
export const ECONOMY = `
DN doanh nghiệp
DNNN doanh nghiệp nhà nước
DNTN doanh nghiệp tư nhân
DNNVV doanh nghiệp nhỏ và vừa
DNVVN doanh nghiệp vừa và nhỏ
DNXH doanh nghiệp xã hội
KNĐMST khởi nghiệp đổi mới sáng tạo
ĐMST đổi mới sáng tạo
CMCN cách mạng công nghiệp
TNHH trách nhiệm hữu hạn
TNHHMTV trách nhiệm hữu hạn một thành viên
MTV một thành viên
TMCP thương mại cổ phần
TMDV thương mại dịch vụ
TM-DV thương mại - dịch vụ
TTTM trung tâm thương mại
CTCP công ty cổ phần
CTTNHH công ty trách nhiệm hữu hạn
CPH cổ phần hóa
TCT tổng công ty
HTX hợp tác xã
HTXNN hợp tác xã nông nghiệp
THT tổ hợp tác
HĐQT hội đồng quản trị
HĐTV hội đồng thành viên
BGĐ ban giám đốc
BTGĐ ban tổng giám đốc
ĐHĐCĐ đại hội đồng cổ đông
KCN khu công nghiệp
KCNC khu công nghệ cao
KCN-KCX khu công nghiệp - khu chế xuất
KCX khu chế xuất
KKT khu kinh tế
KKTCK khu kinh tế cửa khẩu
CCN cụm công nghiệp
CNHT công nghiệp hỗ trợ
CNH công nghiệp hóa
HĐH hiện đại hóa
CNH-HĐH công nghiệp hóa - hiện đại hóa
CN-TTCN công nghiệp - tiểu thủ công nghiệp
TTCN tiểu thủ công nghiệp
CN-XD công nghiệp - xây dựng
SXKD sản xuất kinh doanh
SX-KD sản xuất - kinh doanh
SXCN sản xuất công nghiệp
SXNN sản xuất nông nghiệp
KDTM kinh doanh thương mại
XNK xuất nhập khẩu
XKLĐ xuất khẩu lao động
XTTM xúc tiến thương mại
XTĐT xúc tiến đầu tư
TMĐT thương mại điện tử
NHCSXH Ngân hàng Chính sách xã hội
NHTM ngân hàng thương mại
!NHTW ngân hàng trung ương
NHTƯ ngân hàng trung ương
!NHNo&PTNT Ngân hàng Nông nghiệp và Phát triển nông thôn
NH ngân hàng
TCTD tổ chức tín dụng
QTDND quỹ tín dụng nhân dân
CSXH chính sách xã hội
LNH liên ngân hàng
TTCK thị trường chứng khoán
CTCK công ty chứng khoán
UBCK Ủy ban Chứng khoán
UBCKNN Ủy ban Chứng khoán Nhà nước
SGDCK sở giao dịch chứng khoán
TTGDCK trung tâm giao dịch chứng khoán
NĐT nhà đầu tư
CĐT chủ đầu tư
NĐTNN nhà đầu tư nước ngoài
ĐTNN đầu tư nước ngoài
ĐTTTNN đầu tư trực tiếp nước ngoài
ĐTC đầu tư công
HTĐT hợp tác đầu tư
BCTC báo cáo tài chính
BCKQKD báo cáo kết quả kinh doanh
LNST lợi nhuận sau thuế
LNTT lợi nhuận trước thuế
VĐL vốn điều lệ
GTGT giá trị gia tăng
TTĐB tiêu thụ đặc biệt
TNCN thu nhập cá nhân
TNDN thu nhập doanh nghiệp
NNT người nộp thuế
NTD người tiêu dùng
BVNTD bảo vệ người tiêu dùng
HVNCLC hàng Việt Nam chất lượng cao
SHCN sở hữu công nghiệp
BĐS bất động sản
!BDS bất động sản
GPMB giải phóng mặt bằng
BTHT bồi thường hỗ trợ
BT-GPMB bồi thường - giải phóng mặt bằng
BTGPMB bồi thường giải phóng mặt bằng
TĐC tái định cư
XDCB xây dựng cơ bản
VLXD vật liệu xây dựng
QLDA quản lý dự án
BQLDA ban quản lý dự án
DA dự án
DAĐT dự án đầu tư
CSHT cơ sở hạ tầng
HTKT hạ tầng kỹ thuật
KHKD kế hoạch kinh doanh
GTSX giá trị sản xuất
VNĐ Việt Nam đồng
NDT nhân dân tệ
TCMN thủ công mỹ nghệ
NTTS nuôi trồng thủy sản
KTTS khai thác thủy sản
BVTV bảo vệ thực vật
TACN thức ăn chăn nuôi
TĂCN thức ăn chăn nuôi
CNTY chăn nuôi thú y
ĐBKK đặc biệt khó khăn
NSLĐ năng suất lao động
KTTN kinh tế tư nhân
KTTT kinh tế tập thể
KTTĐ kinh tế trọng điểm
ĐLVN Điện lực Việt Nam
ĐSVN Đường sắt Việt Nam
!EVN Tập đoàn Điện lực Việt Nam
!PVN Tập đoàn Dầu khí Việt Nam
!TKV Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam
!VNPT Tập đoàn Bưu chính Viễn thông Việt Nam
!VCCI Liên đoàn Thương mại và Công nghiệp Việt Nam
!GRDP tổng sản phẩm trên địa bàn
!GDP tổng sản phẩm quốc nội
!CPI chỉ số giá tiêu dùng
!FDI đầu tư trực tiếp nước ngoài
!ODA hỗ trợ phát triển chính thức
!OCOP mỗi xã một sản phẩm
`

/** Information technology and telecommunications. */
export const TECHNOLOGY = `
CNTT công nghệ thông tin
CNTT-TT công nghệ thông tin - truyền thông
CNTT&TT công nghệ thông tin và truyền thông
CNC công nghệ cao
CNSH công nghệ sinh học
CĐS chuyển đổi số
CNS công nghệ số
CSDL cơ sở dữ liệu
CSDLQG cơ sở dữ liệu quốc gia
ATTT an toàn thông tin
ATANM an toàn an ninh mạng
HTTT hệ thống thông tin
TTĐT thông tin điện tử
BCVT bưu chính viễn thông
BC-VT bưu chính - viễn thông
MXH mạng xã hội
TTNT trí tuệ nhân tạo
!AI trí tuệ nhân tạo
`

/** Roads, rail, air and water. */
export const TRANSPORT = `
QL quốc lộ
TL tỉnh lộ
GTĐB giao thông đường bộ
GTNT giao thông nông thôn
GTCC giao thông công cộng
VTHK vận tải hành khách
VTHKCC vận tải hành khách công cộng
HKQT hàng không quốc tế
CHK cảng hàng không
CHKQT cảng hàng không quốc tế
HKVN Hàng không Việt Nam
ĐSĐT đường sắt đô thị
ĐSCT đường sắt cao tốc
PTGT phương tiện giao thông
ĐTNĐ đường thủy nội địa
!BOT xây dựng - kinh doanh - chuyển giao
TSN Tân Sơn Nhất
`
