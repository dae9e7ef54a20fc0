/**
 * The districts of the 63 provinces in June 2025, the last before two-level government. One string a province:
 * `t:` thành phố, `q:` quận, `x:` thị xã, `h:` huyện, names separated by commas.
 *
 * Source: facts from the district column of the conversion table of tranngocminhhieu/vietnamadminunits (MIT), itself the
 * General Statistics Office's list; spellings made one (Krông Ana, Phú Quý).
 */
export const DISTRICT_ROWS: readonly (readonly [province: string, districts: string])[] = [
  [
    'Hà Nội',
    'q:Ba Đình,Bắc Từ Liêm,Cầu Giấy,Hai Bà Trưng,Hoàn Kiếm,Hoàng Mai,Hà Đông,Long Biên,Nam Từ Liêm,Thanh Xuân,Tây Hồ,Đống Đa;x:Sơn Tây;h:Ba Vì,Chương Mỹ,Gia Lâm,Hoài Đức,Mê Linh,Mỹ Đức,Phú Xuyên,Phúc Thọ,Quốc Oai,Sóc Sơn,Thanh Oai,Thanh Trì,Thường Tín,Thạch Thất,Đan Phượng,Đông Anh,Ứng Hòa',
  ],
  [
    'Hà Giang',
    't:Hà Giang;h:Bắc Mê,Bắc Quang,Hoàng Su Phì,Mèo Vạc,Quang Bình,Quản Bạ,Vị Xuyên,Xín Mần,Yên Minh,Đồng Văn',
  ],
  ['Cao Bằng', 't:Cao Bằng;h:Bảo Lâm,Bảo Lạc,Hà Quảng,Hòa An,Hạ Lang,Nguyên Bình,Quảng Hòa,Thạch An,Trùng Khánh'],
  ['Bắc Kạn', 't:Bắc Kạn;h:Ba Bể,Bạch Thông,Chợ Mới,Chợ Đồn,Na Rì,Ngân Sơn,Pác Nặm'],
  ['Tuyên Quang', 't:Tuyên Quang;h:Chiêm Hóa,Hàm Yên,Lâm Bình,Na Hang,Sơn Dương,Yên Sơn'],
  ['Lào Cai', 't:Lào Cai;x:Sa Pa;h:Bát Xát,Bảo Thắng,Bảo Yên,Bắc Hà,Mường Khương,Si Ma Cai,Văn Bàn'],
  [
    'Điện Biên',
    't:Điện Biên Phủ;x:Mường Lay;h:Mường Chà,Mường Nhé,Mường Ảng,Nậm Pồ,Tuần Giáo,Tủa Chùa,Điện Biên,Điện Biên Đông',
  ],
  ['Lai Châu', 't:Lai Châu;h:Mường Tè,Nậm Nhùn,Phong Thổ,Sìn Hồ,Tam Đường,Than Uyên,Tân Uyên'],
  [
    'Sơn La',
    't:Sơn La;x:Mộc Châu;h:Bắc Yên,Mai Sơn,Mường La,Phù Yên,Quỳnh Nhai,Sông Mã,Sốp Cộp,Thuận Châu,Vân Hồ,Yên Châu',
  ],
  ['Yên Bái', 't:Yên Bái;x:Nghĩa Lộ;h:Lục Yên,Mù Căng Chải,Trạm Tấu,Trấn Yên,Văn Chấn,Văn Yên,Yên Bình'],
  ['Hòa Bình', 't:Hòa Bình;h:Cao Phong,Kim Bôi,Lương Sơn,Lạc Sơn,Lạc Thủy,Mai Châu,Tân Lạc,Yên Thủy,Đà Bắc'],
  ['Thái Nguyên', 't:Phổ Yên,Sông Công,Thái Nguyên;h:Phú Bình,Phú Lương,Võ Nhai,Đại Từ,Định Hóa,Đồng Hỷ'],
  [
    'Lạng Sơn',
    't:Lạng Sơn;h:Bình Gia,Bắc Sơn,Cao Lộc,Chi Lăng,Hữu Lũng,Lộc Bình,Tràng Định,Văn Lãng,Văn Quan,Đình Lập',
  ],
  [
    'Quảng Ninh',
    't:Cẩm Phả,Hạ Long,Móng Cái,Uông Bí,Đông Triều;x:Quảng Yên;h:Ba Chẽ,Bình Liêu,Cô Tô,Hải Hà,Tiên Yên,Vân Đồn,Đầm Hà',
  ],
  ['Bắc Giang', 't:Bắc Giang;x:Chũ,Việt Yên;h:Hiệp Hòa,Lạng Giang,Lục Nam,Lục Ngạn,Sơn Động,Tân Yên,Yên Thế'],
  [
    'Phú Thọ',
    't:Việt Trì;x:Phú Thọ;h:Cẩm Khê,Hạ Hòa,Lâm Thao,Phù Ninh,Tam Nông,Thanh Ba,Thanh Sơn,Thanh Thủy,Tân Sơn,Yên Lập,Đoan Hùng',
  ],
  ['Vĩnh Phúc', 't:Phúc Yên,Vĩnh Yên;h:Bình Xuyên,Lập Thạch,Sông Lô,Tam Dương,Tam Đảo,Vĩnh Tường,Yên Lạc'],
  ['Bắc Ninh', 't:Bắc Ninh,Từ Sơn;x:Quế Võ,Thuận Thành;h:Gia Bình,Lương Tài,Tiên Du,Yên Phong'],
  [
    'Hải Dương',
    't:Chí Linh,Hải Dương;x:Kinh Môn;h:Bình Giang,Cẩm Giàng,Gia Lộc,Kim Thành,Nam Sách,Ninh Giang,Thanh Hà,Thanh Miện,Tứ Kỳ',
  ],
  [
    'Hải Phòng',
    't:Thủy Nguyên;q:An Dương,Dương Kinh,Hải An,Hồng Bàng,Kiến An,Lê Chân,Ngô Quyền,Đồ Sơn;h:An Lão,Bạch Long Vĩ,Cát Hải,Kiến Thụy,Tiên Lãng,Vĩnh Bảo',
  ],
  ['Hưng Yên', 't:Hưng Yên;x:Mỹ Hào;h:Khoái Châu,Kim Động,Phù Cừ,Tiên Lữ,Văn Giang,Văn Lâm,Yên Mỹ,Ân Thi'],
  ['Thái Bình', 't:Thái Bình;h:Hưng Hà,Kiến Xương,Quỳnh Phụ,Thái Thụy,Tiền Hải,Vũ Thư,Đông Hưng'],
  ['Hà Nam', 't:Phủ Lý;x:Duy Tiên,Kim Bảng;h:Bình Lục,Lý Nhân,Thanh Liêm'],
  ['Nam Định', 't:Nam Định;h:Giao Thủy,Hải Hậu,Nam Trực,Nghĩa Hưng,Trực Ninh,Vụ Bản,Xuân Trường,Ý Yên'],
  ['Ninh Bình', 't:Hoa Lư,Tam Điệp;h:Gia Viễn,Kim Sơn,Nho Quan,Yên Khánh,Yên Mô'],
  [
    'Thanh Hóa',
    't:Sầm Sơn,Thanh Hóa;x:Bỉm Sơn,Nghi Sơn;h:Bá Thước,Cẩm Thủy,Hoằng Hóa,Hà Trung,Hậu Lộc,Lang Chánh,Mường Lát,Nga Sơn,Ngọc Lặc,Như Thanh,Như Xuân,Nông Cống,Quan Hóa,Quan Sơn,Quảng Xương,Thiệu Hóa,Thường Xuân,Thạch Thành,Thọ Xuân,Triệu Sơn,Vĩnh Lộc,Yên Định',
  ],
  [
    'Nghệ An',
    't:Vinh;x:Hoàng Mai,Thái Hòa;h:Anh Sơn,Con Cuông,Diễn Châu,Hưng Nguyên,Kỳ Sơn,Nam Đàn,Nghi Lộc,Nghĩa Đàn,Quế Phong,Quỳ Châu,Quỳ Hợp,Quỳnh Lưu,Thanh Chương,Tân Kỳ,Tương Dương,Yên Thành,Đô Lương',
  ],
  [
    'Hà Tĩnh',
    't:Hà Tĩnh;x:Hồng Lĩnh,Kỳ Anh;h:Can Lộc,Cẩm Xuyên,Hương Khê,Hương Sơn,Kỳ Anh,Nghi Xuân,Thạch Hà,Vũ Quang,Đức Thọ',
  ],
  ['Quảng Bình', 't:Đồng Hới;x:Ba Đồn;h:Bố Trạch,Lệ Thủy,Minh Hóa,Quảng Ninh,Quảng Trạch,Tuyên Hóa'],
  ['Quảng Trị', 't:Đông Hà;x:Quảng Trị;h:Cam Lộ,Cồn Cỏ,Gio Linh,Hướng Hóa,Hải Lăng,Triệu Phong,Vĩnh Linh,Đa Krông'],
  ['Huế', 'q:Phú Xuân,Thuận Hóa;x:Hương Thủy,Hương Trà,Phong Điền;h:A Lưới,Phú Lộc,Phú Vang,Quảng Điền'],
  ['Đà Nẵng', 'q:Cẩm Lệ,Hải Châu,Liên Chiểu,Ngũ Hành Sơn,Sơn Trà,Thanh Khê;h:Hoàng Sa,Hòa Vang'],
  [
    'Quảng Nam',
    't:Hội An,Tam Kỳ;x:Điện Bàn;h:Bắc Trà My,Duy Xuyên,Hiệp Đức,Nam Giang,Nam Trà My,Núi Thành,Phú Ninh,Phước Sơn,Quế Sơn,Thăng Bình,Tiên Phước,Tây Giang,Đông Giang,Đại Lộc',
  ],
  [
    'Quảng Ngãi',
    't:Quảng Ngãi;x:Đức Phổ;h:Ba Tơ,Bình Sơn,Lý Sơn,Minh Long,Mộ Đức,Nghĩa Hành,Sơn Hà,Sơn Tây,Sơn Tịnh,Trà Bồng,Tư Nghĩa',
  ],
  ['Bình Định', 't:Quy Nhơn;x:An Nhơn,Hoài Nhơn;h:An Lão,Hoài Ân,Phù Cát,Phù Mỹ,Tuy Phước,Tây Sơn,Vân Canh,Vĩnh Thạnh'],
  ['Phú Yên', 't:Tuy Hòa;x:Sông Cầu,Đông Hòa;h:Phú Hòa,Sông Hinh,Sơn Hòa,Tuy An,Tây Hòa,Đồng Xuân'],
  ['Khánh Hòa', 't:Cam Ranh,Nha Trang;x:Ninh Hòa;h:Cam Lâm,Diên Khánh,Khánh Sơn,Khánh Vĩnh,Trường Sa,Vạn Ninh'],
  ['Ninh Thuận', 't:Phan Rang Tháp Chàm;h:Bác Ái,Ninh Hải,Ninh Phước,Ninh Sơn,Thuận Bắc,Thuận Nam'],
  [
    'Bình Thuận',
    't:Phan Thiết;x:La Gi;h:Bắc Bình,Hàm Thuận Bắc,Hàm Thuận Nam,Hàm Tân,Phú Quý,Tuy Phong,Tánh Linh,Đức Linh',
  ],
  ['Kon Tum', "t:Kon Tum;h:Ia H'Drai,Kon Plông,Kon Rẫy,Ngọc Hồi,Sa Thầy,Tu Mơ Rông,Đăk Hà,Đắk Glei,Đắk Tô"],
  [
    'Gia Lai',
    't:Pleiku;x:An Khê,Ayun Pa;h:Chư Prông,Chư Păh,Chư Pưh,Chư Sê,Ia Grai,Ia Pa,Kbang,Krông Pa,Kông Chro,Mang Yang,Phú Thiện,Đak Đoa,Đăk Pơ,Đức Cơ',
  ],
  [
    'Đắk Lắk',
    "t:Buôn Ma Thuột;x:Buôn Hồ;h:Buôn Đôn,Cư Kuin,Cư M'gar,Ea H'leo,Ea Kar,Ea Súp,Krông Ana,Krông Bông,Krông Búk,Krông Năng,Krông Pắc,Lắk,M'Đrắk",
  ],
  ['Đắk Nông', "t:Gia Nghĩa;h:Cư Jút,Krông Nô,Tuy Đức,Đăk Glong,Đắk Mil,Đắk R'Lấp,Đắk Song"],
  ['Lâm Đồng', 't:Bảo Lộc,Đà Lạt;h:Bảo Lâm,Di Linh,Lâm Hà,Lạc Dương,Đam Rông,Đơn Dương,Đạ Huoai,Đức Trọng'],
  [
    'Bình Phước',
    't:Đồng Xoài;x:Bình Long,Chơn Thành,Phước Long;h:Bù Gia Mập,Bù Đăng,Bù Đốp,Hớn Quản,Lộc Ninh,Phú Riềng,Đồng Phú',
  ],
  ['Tây Ninh', 't:Tây Ninh;x:Hòa Thành,Trảng Bàng;h:Bến Cầu,Châu Thành,Dương Minh Châu,Gò Dầu,Tân Biên,Tân Châu'],
  ['Bình Dương', 't:Bến Cát,Dĩ An,Thuận An,Thủ Dầu Một,Tân Uyên;h:Bàu Bàng,Bắc Tân Uyên,Dầu Tiếng,Phú Giáo'],
  [
    'Đồng Nai',
    't:Biên Hòa,Long Khánh;h:Cẩm Mỹ,Long Thành,Nhơn Trạch,Thống Nhất,Trảng Bom,Tân Phú,Vĩnh Cửu,Xuân Lộc,Định Quán',
  ],
  ['Bà Rịa - Vũng Tàu', 't:Bà Rịa,Phú Mỹ,Vũng Tàu;h:Châu Đức,Côn Đảo,Long Đất,Xuyên Mộc'],
  [
    'Hồ Chí Minh',
    't:Thủ Đức;q:1,10,11,12,3,4,5,6,7,8,Bình Thạnh,Bình Tân,Gò Vấp,Phú Nhuận,Tân Bình,Tân Phú;h:Bình Chánh,Cần Giờ,Củ Chi,Hóc Môn,Nhà Bè',
  ],
  [
    'Long An',
    't:Tân An;x:Kiến Tường;h:Bến Lức,Châu Thành,Cần Giuộc,Cần Đước,Mộc Hóa,Thạnh Hóa,Thủ Thừa,Tân Hưng,Tân Thạnh,Tân Trụ,Vĩnh Hưng,Đức Huệ,Đức Hòa',
  ],
  [
    'Tiền Giang',
    't:Gò Công,Mỹ Tho;x:Cai Lậy;h:Cai Lậy,Châu Thành,Chợ Gạo,Cái Bè,Gò Công Tây,Gò Công Đông,Tân Phú Đông,Tân Phước',
  ],
  ['Bến Tre', 't:Bến Tre;h:Ba Tri,Bình Đại,Châu Thành,Chợ Lách,Giồng Trôm,Mỏ Cày Bắc,Mỏ Cày Nam,Thạnh Phú'],
  ['Trà Vinh', 't:Trà Vinh;x:Duyên Hải;h:Châu Thành,Càng Long,Cầu Kè,Cầu Ngang,Duyên Hải,Tiểu Cần,Trà Cú'],
  ['Vĩnh Long', 't:Vĩnh Long;x:Bình Minh;h:Bình Tân,Long Hồ,Mang Thít,Tam Bình,Trà Ôn,Vũng Liêm'],
  [
    'Đồng Tháp',
    't:Cao Lãnh,Hồng Ngự,Sa Đéc;h:Cao Lãnh,Châu Thành,Hồng Ngự,Lai Vung,Lấp Vò,Tam Nông,Thanh Bình,Tháp Mười,Tân Hồng',
  ],
  [
    'An Giang',
    't:Châu Đốc,Long Xuyên;x:Tân Châu,Tịnh Biên;h:An Phú,Châu Phú,Châu Thành,Chợ Mới,Phú Tân,Thoại Sơn,Tri Tôn',
  ],
  [
    'Kiên Giang',
    't:Hà Tiên,Phú Quốc,Rạch Giá;h:An Biên,An Minh,Châu Thành,Giang Thành,Giồng Riềng,Gò Quao,Hòn Đất,Kiên Hải,Kiên Lương,Tân Hiệp,U Minh Thượng,Vĩnh Thuận',
  ],
  ['Cần Thơ', 'q:Bình Thủy,Cái Răng,Ninh Kiều,Thốt Nốt,Ô Môn;h:Cờ Đỏ,Phong Điền,Thới Lai,Vĩnh Thạnh'],
  ['Hậu Giang', 't:Ngã Bảy,Vị Thanh;x:Long Mỹ;h:Châu Thành,Châu Thành A,Long Mỹ,Phụng Hiệp,Vị Thủy'],
  [
    'Sóc Trăng',
    't:Sóc Trăng;x:Ngã Năm,Vĩnh Châu;h:Châu Thành,Cù Lao Dung,Kế Sách,Long Phú,Mỹ Tú,Mỹ Xuyên,Thạnh Trị,Trần Đề',
  ],
  ['Bạc Liêu', 't:Bạc Liêu;x:Giá Rai;h:Hòa Bình,Hồng Dân,Phước Long,Vĩnh Lợi,Đông Hải'],
  ['Cà Mau', 't:Cà Mau;h:Cái Nước,Ngọc Hiển,Năm Căn,Phú Tân,Thới Bình,Trần Văn Thời,U Minh,Đầm Dơi'],
]

/**
 * Districts that older texts name and that were merged or raised before June 2025 (resolutions of the National Assembly's
 * Standing Committee of 2013 to 2025), in the same notation.
 */
export const FORMER_DISTRICT_ROWS: readonly (readonly [province: string, districts: string])[] = [
  ['Hà Nội', 'h:Từ Liêm;x:Hà Đông'],
  ['Hồ Chí Minh', 'q:2,9,Thủ Đức'],
  ['Hải Phòng', 'h:Thủy Nguyên,An Dương,An Hải'],
  ['Cao Bằng', 'h:Thông Nông,Trà Lĩnh,Phục Hòa,Quảng Uyên'],
  ['Quảng Ninh', 'h:Hoành Bồ,Yên Hưng'],
  ['Thanh Hóa', 'h:Đông Sơn,Tĩnh Gia'],
  ['Nghệ An', 'x:Cửa Lò'],
  ['Hà Tĩnh', 'h:Lộc Hà'],
  ['Ninh Bình', 'h:Hoa Lư;t:Ninh Bình'],
  ['Nam Định', 'h:Mỹ Lộc'],
  ['Bắc Giang', 'h:Yên Dũng'],
  ['Huế', 'h:Nam Đông,Hương Trà,Hương Thủy;t:Huế'],
  ['Quảng Nam', 'h:Nông Sơn'],
  ['Quảng Ngãi', 'h:Tây Trà'],
  ['Bà Rịa - Vũng Tàu', 'h:Long Điền,Đất Đỏ,Tân Thành'],
  ['Hòa Bình', 'h:Kỳ Sơn'],
  ['Lâm Đồng', 'h:Đạ Tẻh,Cát Tiên'],
]
