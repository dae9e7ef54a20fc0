/**
 * True spelling variants of one name, lower case, words separated by single spaces, canonical (official) form first.
 * Tone style (hòa/hoà) and missing marks are no variants: the analyzer settles those. Joined forms stand here where they
 * are in use. Sources: counts in the news of 2016 to 2026, provincial notices on the spelling of Đắk Lắk (1979, 2007),
 * abbreviations that the authorities use themselves.
 */
export const SPELLING_ROWS: readonly (readonly [canonical: string, ...variants: string[]])[] = [
  // The city goes with its kind in front: the bare name is the man's.
  [
    'tp hồ chí minh',
    'thành phố hồ chí minh',
    'tp hcm',
    'tphcm',
    'hcmc',
    'hcm city',
    'ho chi minh city',
    'tp hochiminh',
  ],
  ['hà nội', 'hanoi'],
  ['đà nẵng', 'danang'],
  ['thừa thiên huế', 'tt huế'],
  ['bà rịa vũng tàu', 'br vt', 'brvt'],
  [
    'đắk lắk',
    'đăk lăk',
    'đắc lắc',
    'đăk lắk',
    'đắk lăk',
    'đăc lăc',
    'đắc lắk',
    'đắk lắc',
    'đak lak',
    'đắklắk',
    'đăklăk',
    'daklak',
    'darlac',
  ],
  ['đắk nông', 'đăk nông', 'đắc nông', 'đăc nông', 'đak nông', 'đắknông', 'đăknông', 'daknong'],
  ['kon tum', 'kontum', 'con tum'],
  ['gia lai', 'gialai'],
  ['bắc kạn', 'bắc cạn'],
  ['cà mau', 'camau'],
  ['buôn ma thuột', 'buôn mê thuột', 'ban mê thuột', 'ban ma thuột'],
  ['pleiku', 'plei ku', 'plây ku', 'plâyku', 'plei cu'],
  ['quy nhơn', 'qui nhơn'],
  ['nha trang', 'nhatrang'],
  ['đà lạt', 'dalat'],
  ['sa pa', 'sapa'],
  ['phú quý', 'phú quí'],
  ['mù căng chải', 'mù cang chải'],
  ['krông pắc', 'krông pắk', 'krông păk', 'krông pách'],
  ['krông ana', 'krông a na'],
  ['krông búk', 'krông buk', 'krông búc'],
  ['kbang', 'k bang'],
  ['đăk hà', 'đắk hà', 'đắc hà'],
  ['đắk tô', 'đăk tô', 'đắc tô'],
  ['đắk mil', 'đăk mil', 'đắc mil'],
  ['đắk glei', 'đăk glei'],
  ['đăk glong', 'đắk glong', 'đắk g long', 'đăk g long'],
  ['đăk pơ', 'đắk pơ', 'đak pơ'],
  ['đak đoa', 'đắk đoa', 'đăk đoa'],
  ['đắk song', 'đăk song'],
  ['đắk rlấp', 'đăk rlấp', 'đắk r lấp', 'đăk r lấp'],
  ['cư mgar', 'cư m gar', 'chư mgar'],
  ['ea hleo', 'ea h leo'],
  ['ia hdrai', 'ia h drai'],
  ['mđrắk', 'mdrắk', 'mđrăk', 'mdrăk', 'm đrắk', 'm drắk'],
  ['đa krông', 'đakrông'],
  ['si ma cai', 'simacai', 'xi ma cai'],
]

/**
 * Other names that people and pages give a province, beside its own: for recognizing it, too short or too wide to be
 * treated as equal when searching.
 */
export const ALIAS_ROWS: readonly (readonly [province: string, ...aliases: string[]])[] = [
  ['Hồ Chí Minh', 'hồ chí minh', 'hochiminh', 'hcm', 'sài gòn', 'sàigòn', 'sg', 'saigon', 'sai gon'],
  ['Hà Nội', 'hn', 'hànội', 'hà tây'],
  ['Huế', 'thừa thiên', 'tth', 'thừathiênhuế'],
  ['Đà Nẵng', 'đànẵng'],
  ['Bà Rịa - Vũng Tàu', 'br vtàu', 'vũng tàu côn đảo'],
]

/** Names that mean a place without being its name: searching may offer them, never equate them. */
export const RELATED_ROWS: readonly (readonly [province: string, ...related: string[]])[] = [
  ['Hồ Chí Minh', 'sài gòn', 'saigon'],
  ['Hà Nội', 'thăng long', 'hà tây'],
  ['Huế', 'thừa thiên', 'cố đô'],
  ['Hải Phòng', 'đất cảng'],
  ['Quảng Ninh', 'vùng mỏ'],
  ['Cần Thơ', 'tây đô'],
  ['Cà Mau', 'đất mũi'],
  ['Thanh Hóa', 'xứ thanh'],
  ['Nghệ An', 'xứ nghệ'],
  ['Bến Tre', 'xứ dừa'],
]
