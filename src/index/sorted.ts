/** The first place from `low` to before `high` whose number is not below the one wanted, or `high` (binary search). */
export function firstFrom(sorted: ArrayLike<number>, wanted: number, low = 0, high = sorted.length): number {
  let from = low
  let to = high
  while (from < to) {
    const middle = (from + to) >>> 1
    if (sorted[middle] < wanted) from = middle + 1
    else to = middle
  }
  return from
}
