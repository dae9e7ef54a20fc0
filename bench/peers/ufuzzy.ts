import UFuzzy from '@leeoniya/ufuzzy'
import { type Adapter, type BenchDocument, type BuildSettings, textOf } from './adapter.js'
import { foldMarks } from './folding.js'
import type { PeerQuery } from './protocol.js'

/** From its documentation, for other alphabets than the Latin one. */
const UNICODE = {
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
}

/**
 * uFuzzy, which filters a list of strings by a regular expression made from the query: no index, nothing to save. `plain`: its options
 * for Unicode. `tuned`: texts and queries folded.
 */
export class MicroFuzzy implements Adapter {
  readonly abilities = []
  private readonly engine = new UFuzzy(UNICODE)
  private texts: string[] = []
  private ids: string[] = []

  constructor(private readonly setting: string) {}

  build(documents: Iterable<BenchDocument>, { fields }: BuildSettings): void {
    for (const document of documents) {
      this.ids.push(document.id)
      this.texts.push(this.read(textOf(document, fields)))
    }
  }

  search({ text }: PeerQuery, limit: number): string[] {
    const [found, info, order] = this.engine.search(this.texts, this.read(text))
    const best = order && info ? order.map(at => info.idx[at]) : (found ?? [])
    return best.slice(0, limit).map(at => this.ids[at])
  }

  private read(text: string): string {
    return this.setting === 'tuned' ? foldMarks(text) : text
  }
}
