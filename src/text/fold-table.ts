/**
 * The lower-case base letter of each Latin letter of U+00C0 to U+024F and U+1E00 to U+1EFF; `?` where there is none.
 * From the decompositions of the Unicode Character Database 15, with the stroked and hooked letters that have none (đ ð ø ł
 * ħ ı …) added, since no normalization folds them.
 */
export const LATIN_BASES =
  'aaaaaa?ceeeeiiiidnooooo?ouuuuy??aaaaaa?ceeeeiiiidnooooo?ouuuuy?yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii' +
  '??jjkkkllllll??llnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsbbbb??occdddd????ffg??iikkl??nnooo??' +
  'pp?????ttttuu?vyyzz??????????????????????aaiioouuuuuuuuuu?aaaa??ggggkkoooo??j???gg??nnaa??ooaaaaeeeeiiiioooorrrruuuu' +
  'sstt??hhnd??zzaaeeooooooooyylntj??accltsz??bu?eejjqqrryy'

/** The same for U+1E00 to U+1EFF, where most Vietnamese letters are. */
export const LATIN_EXTENDED_BASES =
  'aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuu' +
  'uuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasss?daaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuu' +
  'uuuuyyyyyyyyllvvyy'

/** Letters that fold to two, each as the letter followed by the pair. */
export const LETTER_PAIRS = 'ÆaeæaeŒoeœoeßssẞssÞthþthĲijĳij'
