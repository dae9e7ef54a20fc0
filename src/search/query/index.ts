/** The query language: text to tree and back, dates and places inside plain words. */
export type { DateBounds, Now } from './calendar-span.js'
export { readDateExpression } from './date-expression.js'
export { QUERY_FIELDS } from './fields.js'
export { type QueryInput, type RangeInput, toTree } from './input.js'
export { type ParsedQuery, type ParseOptions, parseQuery } from './parse.js'
export { placeValueLength } from './place-value.js'
export { printQuery } from './print.js'
export * from './tree.js'
export {
  type UnderstandOptions,
  type Understood,
  type UnderstoodDate,
  type UnderstoodPlace,
  understandPlaces,
} from './understood.js'
export { type QueryWarning, type QueryWarningCode, type WarningLanguage, warningText } from './warnings.js'
