/** Room for the heap of `kthLargest`, enlarged when more is wanted. */
let heap = new Float64Array(64)

/**
 * The `k`-th largest score among the documents listed, or 0 when there are fewer. A binary heap of the largest, the
 * least on top.
 */
export function kthLargest(documents: Int32Array, count: number, scores: Float64Array, k: number): number {
  if (k <= 0 || count < k) return 0
  if (heap.length < k) heap = new Float64Array(k * 2)
  let size = 0
  for (let at = 0; at < count; at++) {
    const document = documents[at]
    const score = scores[document]
    if (size === k && score <= heap[0]) continue
    if (size < k) {
      let place = size++
      while (place > 0 && heap[(place - 1) >>> 1] > score) {
        heap[place] = heap[(place - 1) >>> 1]
        place = (place - 1) >>> 1
      }
      heap[place] = score
    } else siftDown(score, k)
  }
  return size < k ? 0 : heap[0]
}

/** Puts a score in the place of the least. */
function siftDown(score: number, size: number): void {
  let place = 0
  for (;;) {
    let child = 2 * place + 1
    if (child >= size) break
    if (child + 1 < size && heap[child + 1] < heap[child]) child++
    if (heap[child] >= score) break
    heap[place] = heap[child]
    place = child
  }
  heap[place] = score
}
