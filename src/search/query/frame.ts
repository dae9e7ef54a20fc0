import type { FieldName } from './fields.js'
import { withoutEscapes } from './syntax.js'
import { type Clause, groupOf, type Occur, type QueryNode, trimmed } from './tree.js'

/** Words next to each other, still open. */
export interface WordsRun {
  readonly start: number
  end: number
  /** Where the last word begins, and where the one before it ends (before the start when there is none). */
  lastStart: number
  beforeEnd: number
  readonly occur: Occur
  /** What stands inside when the whole run is one bracket. */
  inner: { readonly start: number; readonly end: number } | undefined
}

/** What is open between two brackets, or in the whole query. */
export class Frame {
  /** Parts between `OR`s that are complete. */
  private readonly alternatives: QueryNode[] = []
  /** Runs between `AND`s that are complete. */
  private chain: Clause[][] = []
  run: Clause[] = []
  words: WordsRun | undefined
  /** A `NOT` that waits for what it is about. */
  not = false

  constructor(
    private readonly text: string,
    /** Where the bracket with what belongs to it begins. */
    readonly start: number,
    readonly occur: Occur,
    readonly field: FieldName | undefined,
  ) {}

  /** Whether something stands here since the last `AND` or `OR`. */
  get hasLeft(): boolean {
    return this.words !== undefined || this.run.length > 0
  }

  /** Whether an `AND` or `OR` has been read. */
  get hasOperator(): boolean {
    return this.alternatives.length > 0 || this.chain.length > 0
  }

  /** The words, when there is nothing else. */
  get plain(): WordsRun | undefined {
    return this.run.length > 0 || this.hasOperator || this.words?.occur !== 'should' ? undefined : this.words
  }

  /** Adds a word, or a bracket that holds words only, to the open run. */
  addWords(start: number, end: number, inner?: WordsRun['inner']): void {
    const { words } = this
    if (words && !this.not) {
      words.beforeEnd = words.end
      words.lastStart = start
      words.end = end
      words.inner = undefined
      return
    }
    this.endWords()
    this.words = { start, end, lastStart: start, beforeEnd: -1, occur: this.not ? 'not' : 'should', inner }
    this.not = false
  }

  /** Takes the last word out of the open run again; gives what the run was to do. */
  dropLastWord(): void {
    const { words } = this
    if (!words) return
    if (words.beforeEnd >= 0) {
      words.end = words.beforeEnd
      return
    }
    this.words = undefined
    this.not = words.occur === 'not'
  }

  /** Adds a part that is no plain word; a `NOT` that waits is about it. */
  add(node: QueryNode, occur: Occur): void {
    this.endWords()
    this.run.push({ occur: this.not ? 'not' : occur, node })
    this.not = false
  }

  endWords(): void {
    const { words } = this
    if (!words) return
    this.words = undefined
    const { start, end } = words.inner ?? words
    const text = trimmed(withoutEscapes(this.text.slice(start, end)))
    if (text !== '') this.run.push({ occur: words.occur, node: { type: 'words', text, start, end } })
  }

  and(): void {
    this.endWords()
    if (this.run.length > 0) this.chain.push(this.run)
    this.run = []
  }

  or(): void {
    const node = this.endChain()
    if (node) this.alternatives.push(node)
  }

  /** The whole as one node; undefined when nothing is in it. */
  end(): QueryNode | undefined {
    this.or()
    const nodes = this.alternatives
    if (nodes.length < 2) return nodes[0]
    return { type: 'or', nodes, start: nodes[0].start, end: nodes[nodes.length - 1].end }
  }

  private endChain(): QueryNode | undefined {
    this.and()
    const runs = this.chain
    this.chain = []
    return grouped(runs.length === 1 ? runs[0] : runs.flatMap(required))
  }
}

/** A run beside an `AND` as the clause that must be there, or must not when that is all it says. */
function required(run: readonly Clause[]): readonly Clause[] {
  if (run.length === 1 && run[0].occur !== 'should') return run
  const node = grouped(run)
  return node ? [{ occur: 'must', node }] : []
}

/** Clauses as a node; words next to each other are one, whatever was left out between them. */
function grouped(run: readonly Clause[]): QueryNode | undefined {
  const clauses: Clause[] = []
  for (const clause of run) {
    const { occur, node } = clause
    const last = clauses[clauses.length - 1]
    if (occur === 'should' && node.type === 'words' && last?.occur === 'should' && last.node.type === 'words')
      clauses[clauses.length - 1] = {
        occur,
        node: { ...node, text: `${last.node.text} ${node.text}`, start: last.node.start },
      }
    else clauses.push(clause)
  }
  return groupOf(clauses, clauses[0]?.node.start ?? 0, clauses[clauses.length - 1]?.node.end ?? 0)
}
