/**
 * From pages to articles: boilerplate cut, several articles on one page apart, headline, text, signature, date and
 * province derived with the words that decided. Pure functions over strings and bytes; files are read elsewhere.
 */
export { province2025 } from '../analysis/places/index.js'
export type { Article } from '../article.js'
export { type DeriveOptions, deriveDocument } from './derive.js'
export { DuplicateFinder, type DuplicateOptions } from './duplicates.js'
export type { Note, NoteReason } from './note.js'
export { articlesFromHtml, type IngestOptions, ingestPage, type PageInput, type PageResult } from './page.js'
export { formatOfName, type Input, type InputFormat, inputExtensions, readInput } from './read-input.js'
export { Repetition } from './repetition.js'
export { Report, type ReportPage } from './report.js'
