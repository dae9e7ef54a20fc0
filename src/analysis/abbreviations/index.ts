/** Abbreviations: the table both ways, what documents define themselves, and which of several senses is meant. */
export { type AbbreviationRow, abbreviationRows } from './data.js'
export { type Definition, findDefinitions } from './definitions.js'
export { expandText, findLongForms, type LongForm, looksAbbreviated } from './expand.js'
export { type LearnedAbbreviation, Learner } from './learner.js'
export { longFormWords } from './long-form.js'
export { type Resolution, type ResolveContext, resolve, type Share } from './resolve.js'
export { ABBREVIATIONS, AbbreviationTable, type Expansion } from './table.js'
