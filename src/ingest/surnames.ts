/**
 * Family names of Vietnam, of the Kinh and of the peoples whose members write for papers: what a signature of several
 * words in capitals begins with, and a heading in capitals hardly ever. Lower case with marks.
 *
 * Source: the commonest family names by the General Statistics Office, and those of the Khmer, Hmong, Thái, Ê Đê, Tày and Hoa.
 */
export const surnames: ReadonlySet<string> = new Set(
  `nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn lâm trịnh trương mai tô hà cao
   châu thạch kim sơn danh lục lương tạ thái thân tống triệu từ vương viên văn uông ung ưng trà trang tôn tăng sầm quách quản
   phùng phí nông ninh nhâm nghiêm mạc ma lưu lữ lò lầu lại la kiều khương khuất khổng kha hứa hàn giang giáp giàng sùng vàng
   thào mùa hạng cù cấn chu chử bế bạch âu an ân ông đào đàm đậu điểu diệp doãn đồng đường hầu hình hoa khưu liễu lều mã mẫn
   ngân nhữ ong phó quang thi tiêu tiết trình trưng tưởng vi vì y h'`.split(/\s+/),
)
