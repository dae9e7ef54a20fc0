import { readFileSync, writeFileSync } from 'node:fs'

/** The largest resident set since the start or the last reset, in bytes. */
export function peakBytes(): number {
  return process.resourceUsage().maxRSS * 1024
}

/** Starts a new peak where the system can (Linux); elsewhere the old one stays, which overstates. */
export function resetPeak(): void {
  globalThis.gc?.()
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {
    // Not Linux, or not allowed.
  }
}

/** The resident set now, in bytes. */
export function residentBytes(): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    if (kilobytes !== undefined) return Number(kilobytes) * 1024
  } catch {
    // Not Linux.
  }
  return process.memoryUsage.rss()
}
