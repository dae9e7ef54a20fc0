export type { LearnedAbbreviation } from './analysis/abbreviations/index.js'
export { type Analysis, analyze, type Token, type TokenKind } from './analysis/analyze.js'
export type { Article, Document } from './article.js'
export {
  type ErrorCode,
  type ErrorFacts,
  IndexFileError,
  InputError,
  QueryError,
  TimtinError,
  UsageError,
} from './errors.js'
export { buildIndex, IndexBuilder } from './index/builder.js'
export type { BuildOptions, BuildProgress, FacetKind } from './index/settings.js'
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
export type { Match, SearchOptions } from './search/options.js'
export { type Piece, toHtml } from './search/pieces.js'
export type { QueryReading } from './search/reading.js'
export { DEFAULT_RANKING, type Ranking } from './search/scoring.js'
export {
  type Hit,
  type IndexInfo,
  openIndex,
  type SearchIndex,
  type SearchResult,
  type StoredDocument,
} from './search/search-index.js'
export type { SimilarOptions } from './search/similar.js'
export type { Sort } from './search/sort.js'
export { titleOf } from './search/title.js'
