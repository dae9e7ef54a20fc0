export type { LearnedAbbreviation } from './analysis/abbreviations/index.js'
export { type Analysis, analyze, type Token, type TokenKind } from './analysis/analyze.js'
export type { Article, Document } from './article.js'
export {
  type ErrorCode,
  type ErrorFacts,
  IndexFileError,
  InputError,
  QueryError,
  QuerySyntaxError,
  TimtinError,
  UsageError,
} from './errors.js'
export { buildIndex, IndexBuilder } from './index/builder.js'
export type { IndexSource } from './index/container.js'
export type { BuildOptions, BuildProgress, FacetKind } from './index/settings.js'
export type { Correction } from './search/correct/correct.js'
export { correctionText } from './search/correct/message.js'
export type { Explanation, ScorePart } from './search/explain.js'
export type {
  CountedRange,
  DateRange,
  FacetBucket,
  FacetOptions,
  FacetRequest,
  FacetStats,
  FacetValue,
  Filter,
  FilterItem,
  FilterValue,
  Interval,
  NumberRange,
} from './search/facets/value.js'
export type { Accents } from './search/marks.js'
export type { OpenOptions } from './search/open-options.js'
export type { Match, SearchOptions } from './search/options.js'
export { type Piece, toHtml } from './search/pieces.js'
export {
  type Clause,
  type DateBounds,
  isPlain,
  type Now,
  type Occur,
  type ParsedQuery,
  type ParseOptions,
  parseQuery,
  placeValueLength,
  printQuery,
  QUERY_FIELDS,
  type QueryInput,
  type QueryNode,
  type QueryWarning,
  type QueryWarningCode,
  type RangeInput,
  readDateExpression,
  toTree,
  type UnderstandOptions,
  type Understood,
  type UnderstoodDate,
  type UnderstoodPlace,
  understandPlaces,
  type WarningLanguage,
  warningText,
} from './search/query/index.js'
export type { QueryReading } from './search/reading.js'
export type { Hit, SearchResult, StoredDocument } from './search/result.js'
export { DEFAULT_RANKING, type Ranking } from './search/scoring.js'
export { type IndexInfo, openIndex, type SearchIndex } from './search/search-index.js'
export type { SimilarOptions } from './search/similar.js'
export type { HighlightOptions } from './search/snippets/highlight-options.js'
export type { Sort } from './search/sort.js'
export type { Suggestion, SuggestionKind, SuggestOptions } from './search/suggest/suggest.js'
export { titleOf } from './search/title.js'
