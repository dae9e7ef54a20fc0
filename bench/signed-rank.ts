/** What repeated pairs say of a difference. */
export interface PairedTest {
  /** Two-sided p of Wilcoxon's signed-rank test: exact, zeros left out, equal sizes sharing their mean rank. */
  readonly p: number
  /** Hodges and Lehmann's estimate: the median of all means of two differences. */
  readonly estimate: number
  /** A 95 % confidence interval out of the same means (Bauer 1972); the whole range where pairs are too few for it. */
  readonly lowest: number
  readonly highest: number
}

/**
 * Wilcoxon's signed-rank test (1945) over differences of pairs, with the estimate and interval that belong to it. It asks for no normal
 * distribution, which times do not have; with fewer than 6 pairs no difference can be significant at 5 %. At most 40 pairs.
 */
export function pairedTest(differences: readonly number[]): PairedTest {
  const means = walshMeans(differences)
  const { counts, total } = nullDistribution(doubledRanks(differences))
  const plain = nullDistribution(differences.map((_, at) => 2 * (at + 1)))
  const cut = Math.max(0, cutOff(plain.counts, plain.total) - 1)
  return {
    p: twoSided(differences, counts, total),
    estimate: (means[Math.floor((means.length - 1) / 2)] + means[Math.ceil((means.length - 1) / 2)]) / 2,
    lowest: means[cut],
    highest: means[means.length - 1 - cut],
  }
}

/** Means of two differences, each with itself too, ascending. */
function walshMeans(differences: readonly number[]): number[] {
  return differences.flatMap((one, at) => differences.slice(at).map(other => (one + other) / 2)).sort((a, b) => a - b)
}

/** Twice the rank by size of each difference that is not zero, so that shared ranks stay whole. */
function doubledRanks(differences: readonly number[]): number[] {
  const sizes = differences.filter(difference => difference !== 0).map(Math.abs)
  return sizes.map(size => {
    const smaller = sizes.filter(other => other < size).length
    const equal = sizes.filter(other => other === size).length
    return 2 * smaller + equal + 1
  })
}

/** In how many of the ways to give signs to the ranks the positive ones have each sum. */
function nullDistribution(ranks: readonly number[]): { readonly counts: Float64Array; readonly total: number } {
  const counts = new Float64Array(ranks.reduce((sum, rank) => sum + rank, 0) + 1)
  counts[0] = 1
  for (const rank of ranks) for (let sum = counts.length - 1; sum >= rank; sum--) counts[sum] += counts[sum - rank]
  return { counts, total: 2 ** ranks.length }
}

function twoSided(differences: readonly number[], counts: Float64Array, total: number): number {
  const ranks = doubledRanks(differences)
  const kept = differences.filter(difference => difference !== 0)
  const positive = ranks.reduce((sum, rank, at) => sum + (kept[at] > 0 ? rank : 0), 0)
  const extreme = Math.min(positive, counts.length - 1 - positive)
  let tail = 0
  for (let sum = 0; sum <= extreme; sum++) tail += counts[sum]
  return Math.min(1, (2 * tail) / total)
}

/** How many of the smallest means lie outside a 95 % interval on one side, plus one. */
function cutOff(counts: Float64Array, total: number): number {
  let tail = 0
  for (let sum = 0; sum < counts.length; sum += 2) {
    tail += counts[sum]
    if (tail / total > 0.025) return sum / 2
  }
  return 0
}
