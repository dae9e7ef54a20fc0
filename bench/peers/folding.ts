/**
 * The folding that a developer would write for engines that have none for Vietnamese: decomposed, marks dropped, đ as d, small
 * letters. It is used on documents and queries alike, and is not timtin's own, which knows more.
 */
export function foldMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
}
