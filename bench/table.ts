/** Prints rows in columns; the first two at the left, the others, numbers, at the right. */
export function printRows(head: readonly string[], rows: readonly (readonly string[])[], left = 2): void {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map(row => row[at].length)))
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, at) => (at < left ? cell.padEnd(widths[at]) : cell.padStart(widths[at])))
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`)
  }
}
