/** One line of the table. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: '%' | 'MB/s' | 'MB' | ''
  /** What must be reached: `least` from below, `most` from above; neither for facts. */
  readonly least?: number
  readonly most?: number
  /** How many things were counted, and other remarks. */
  readonly note: string
}

/** Whether a figure is within its bounds. */
export function holds({ value, least, most }: Figure): boolean {
  return (least === undefined || value >= least) && (most === undefined || value <= most)
}

/** `part` of `whole` in per cent; 0 of nothing. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole
}

/** A figure that is a share, with the counts in its note. */
export function share(
  name: string,
  part: number,
  whole: number,
  bounds: { readonly least?: number; readonly most?: number } = {},
  note = '',
): Figure {
  return { name, value: percent(part, whole), unit: '%', ...bounds, note: `${part} of ${whole}${note && `, ${note}`}` }
}
