/** Files and folders: documents read from them, index files written whole or not at all, and opened. */
export type { Article } from '../article.js'
export { AtomicFile, writeIndexFile } from './atomic-file.js'
export { buildIndexFromFiles, type FileBuild, type FileBuildOptions } from './build-index-from-files.js'
export { IdTable, type SeenAt } from './id-table.js'
export { openIndexFile } from './open-index-file.js'
export { type ReadOptions, readDocuments, readSourcedDocuments, type SourcedDocument } from './read-documents.js'
export { type OutcomeOptions, type ReadProgress, readOutcomes, type SourcedOutcome } from './read-outcomes.js'
export { SpillFile } from './spill-file.js'
