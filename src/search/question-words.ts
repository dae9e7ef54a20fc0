/**
 * Words that ask and that answers seldom hold. `bao` and `nhiêu` count only together ("bao nhiêu"), the others alone.
 */
export const QUESTION_WORDS: ReadonlySet<string> = new Set(['gì', 'nào', 'đâu', 'sao', 'mấy', 'nhiêu'])
/** The same without marks, for queries typed without any. */
export const UNMARKED_QUESTION_WORDS: ReadonlySet<string> = new Set(['gi', 'nao', 'dau', 'sao', 'may', 'nhieu'])
