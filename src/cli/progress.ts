import type { ReadProgress } from '../node/index.js'

/** Milliseconds before the first line: quick work needs none. */
const PATIENCE = 400

/** One line on a terminal that says how far reading has come, how fast, and how long it may take; nothing on a pipe. */
export class Progress {
  private readonly began = performance.now()
  private shown = false

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly verb: string,
  ) {}

  /** Shows a new state. */
  readonly update = (progress: ReadProgress): void => {
    const elapsed = performance.now() - this.began
    if (this.stream.isTTY !== true || elapsed < PATIENCE) return
    this.show(progressLine(this.verb, progress, elapsed))
  }

  /** Shows what takes a while after reading. */
  stage(words: string): void {
    if (this.stream.isTTY === true && this.shown) this.show(words)
  }

  /** Clears the line. */
  end(): void {
    if (this.shown) this.stream.write('\r\u001b[K')
    this.shown = false
  }

  private show(line: string): void {
    this.shown = true
    this.stream.write(`\r\u001b[K${line.slice(0, Math.max(20, (this.stream.columns || 80) - 1))}`)
  }
}

/** "indexing  12,000 documents · 45 % · 31.2 MB/s · 12 s left" */
export function progressLine(verb: string, progress: ReadProgress, elapsed: number): string {
  const { documents, bytes, totalBytes } = progress
  const parts = [`${verb}  ${counted(documents, 'document')}`]
  const share = totalBytes > 0 ? Math.min(1, bytes / totalBytes) : 0
  if (share > 0) parts.push(`${Math.floor(share * 100)} %`)
  if (elapsed > 0) parts.push(`${Math.round((documents * 1000) / elapsed).toLocaleString('en')} a second`)
  if (share > 0 && share < 1) parts.push(`${duration((elapsed * (1 - share)) / share)} left`)
  return parts.join(' · ')
}

/** Milliseconds in words: `85 ms`, `1.4 s`, `2 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 1000) return `${ms < 10 ? Number(ms.toFixed(1)) : Math.round(ms)} ms`
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** Bytes in words: `512 bytes`, `84 kB`, `3.2 MB`. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1e6) return `${Math.round(bytes / 1000)} kB`
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`
}

/** `1 document`, `2,345 documents`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}
