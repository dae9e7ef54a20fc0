/** A place or date understood in a query, and which documents have it in a column. */
export interface AgreedPiece {
  /** The words of the query. */
  readonly text: string
  /** The value that documents have: the name of the province, or the days from one to another. */
  readonly value: string
  passes(document: number): boolean
}

/** What documents get whose province, or whose date, is one that was understood in the query. */
export interface Agreement {
  readonly kind: 'place' | 'date'
  /** Any one of them is enough, and several count no more. */
  readonly pieces: readonly AgreedPiece[]
  /** See `Ranking.understood`. */
  readonly weight: number
  /** Score units for a document that agrees. */
  readonly units: number
}

/** The piece with which a document agrees; undefined when it has none of them. */
export function agreedPiece({ pieces }: Agreement, document: number): AgreedPiece | undefined {
  for (let at = 0; at < pieces.length; at++) if (pieces[at].passes(document)) return pieces[at]
  return undefined
}

/** What all agreements together add to a document, in score units. */
export function agreedUnits(agreements: readonly Agreement[], document: number): number {
  let sum = 0
  for (let at = 0; at < agreements.length; at++) if (agreedPiece(agreements[at], document)) sum += agreements[at].units
  return sum
}
