/** A list of unsigned 32-bit numbers that grows. */
export class GrowingNumbers {
  length = 0
  private items = new Uint32Array(1 << 12)

  add(number: number): void {
    if (this.length === this.items.length) {
      const larger = new Uint32Array(this.length * 2)
      larger.set(this.items)
      this.items = larger
    }
    this.items[this.length++] = number
  }

  /** The numbers in their order, as long as none is added. */
  taken(): Uint32Array {
    return this.items.subarray(0, this.length)
  }
}
