/**
 * From pages to articles: boilerplate cut, several articles on one page apart, headline, text, signature, date and
 * province derived with the words that decided. Pure functions over strings and bytes; files are read elsewhere.
 */
export { province2025 } from '../analysis/places/index.js'
export type { Article } from '../article.js'
export { type DeriveOptions, deriveDocument } from './derive.js'
export { DuplicateFinder, type DuplicateOptions } from './duplicates.js'
export { formatOfName, inputExtensions } from './formats/detect.js'
export type { InputFormat, InputOptions } from './formats/piece.js'
export type { Note, NoteReason } from './note.js'
export { articlesFromHtml, type IngestOptions, ingestPage, type PageInput, type PageResult } from './page.js'
export { type Input, readInput } from './read-input.js'
export { readStream, type StreamedInput } from './read-stream.js'
export { Repetition } from './repetition.js'
export { Report, type ReportPage } from './report.js'
export { InputWarning } from './warning.js'
