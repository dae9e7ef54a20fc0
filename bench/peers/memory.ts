import { readFileSync, writeFileSync } from 'node:fs'

/** Bytes of a process, or of this one, by the name that Linux gives them; undefined elsewhere. */
function statusBytes(name: 'VmHWM' | 'VmRSS', pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid ?? 'self'}/status`, 'utf8').split('\n')
    const line = status.find(line => line.startsWith(`${name}:`))
    return line === undefined ? undefined : Number.parseInt(line.slice(name.length + 1), 10) * 1024
  } catch {
    return undefined
  }
}

/** The largest resident set since the start or the last reset, in bytes, of this process unless another is given. */
export function peakBytes(pid?: number): number {
  return statusBytes('VmHWM', pid) ?? (pid === undefined ? process.resourceUsage().maxRSS * 1024 : 0)
}

/** Starts a new peak where the system can (Linux); elsewhere the old one stays, which overstates. */
export function resetPeak(pid?: number): void {
  globalThis.gc?.()
  try {
    writeFileSync(`/proc/${pid ?? 'self'}/clear_refs`, '5')
  } catch {
    // Not Linux, or not allowed.
  }
}

/** The resident set now, in bytes, of this process unless another is given. */
export function residentBytes(pid?: number): number {
  return statusBytes('VmRSS', pid) ?? (pid === undefined ? process.memoryUsage.rss() : 0)
}
