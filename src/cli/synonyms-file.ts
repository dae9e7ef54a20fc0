import { UsageError } from '../index.js'
import { readSynonyms } from '../search/synonyms/rules.js'
import { readText } from './text-file.js'

/**
 * The entries of a file of synonyms, one a line as `openIndex` takes them; blank lines and those that begin with # are left out.
 *
 * @throws InputError when it cannot be read; UsageError with `file` and `line` for a line that is no entry
 */
export function readSynonymsFile(file: string): string[] {
  return readText(file)
    .split(/\r\n|\n|\r/)
    .flatMap((line, at) => {
      const entry = line.trim()
      if (entry === '' || entry.startsWith('#')) return []
      try {
        readSynonyms([entry])
      } catch (error) {
        if (!(error instanceof UsageError)) throw error
        const { code, expected, got } = error
        throw new UsageError(code, `${file}:${at + 1} should ${expected}: ${entry.slice(0, 60)}`, {
          file,
          line: at + 1,
          expected,
          got,
        })
      }
      return [entry]
    })
}
