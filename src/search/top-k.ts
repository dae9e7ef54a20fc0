/**
 * The best documents seen so far: a binary heap with the worst on top. Of two equal scores the id that sorts first is
 * better; ids are asked for only on ties.
 */
export class TopK {
  size = 0
  private readonly scores: Int32Array
  private readonly documents: Int32Array

  constructor(
    private readonly limit: number,
    private readonly idOf: (document: number) => string,
  ) {
    this.scores = new Int32Array(limit)
    this.documents = new Int32Array(limit)
  }

  /** Scores below this cannot come in. */
  get threshold(): number {
    return this.size < this.limit || this.limit === 0 ? 0 : this.scores[0]
  }

  offer(document: number, score: number): void {
    if (this.limit === 0) return
    if (this.size < this.limit) {
      this.scores[this.size] = score
      this.documents[this.size] = document
      this.up(this.size++)
    } else if (score >= this.scores[0] && this.worse(0, score, document)) {
      this.scores[0] = score
      this.documents[0] = document
      this.down(0)
    }
  }

  /** Whether the entry at `at` is worse than the document given. */
  private worse(at: number, score: number, document: number): boolean {
    if (this.scores[at] !== score) return this.scores[at] < score
    return this.idOf(this.documents[at]) > this.idOf(document)
  }

  private up(from: number): void {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >>> 1
      if (!this.worse(at, this.scores[parent], this.documents[parent])) return
      this.swap(at, parent)
      at = parent
    }
  }

  private down(from: number): void {
    let at = from
    for (;;) {
      let worst = at
      for (let child = 2 * at + 1; child <= 2 * at + 2 && child < this.size; child++) {
        if (this.worse(child, this.scores[worst], this.documents[worst])) worst = child
      }
      if (worst === at) return
      this.swap(at, worst)
      at = worst
    }
  }

  private swap(a: number, b: number): void {
    const score = this.scores[a]
    const document = this.documents[a]
    this.scores[a] = this.scores[b]
    this.documents[a] = this.documents[b]
    this.scores[b] = score
    this.documents[b] = document
  }

  /** The entries, best first. The heap is empty afterwards. */
  drain(): { readonly document: number; readonly score: number }[] {
    const found: { document: number; score: number }[] = []
    while (this.size > 0) {
      found.push({ document: this.documents[0], score: this.scores[0] })
      this.size--
      this.scores[0] = this.scores[this.size]
      this.documents[0] = this.documents[this.size]
      this.down(0)
    }
    return found.reverse()
  }
}
