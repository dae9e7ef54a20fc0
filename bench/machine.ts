import { arch, cpus, loadavg, platform, totalmem } from 'node:os'

/** The machine that a figure was measured on. */
export interface Machine {
  /** Processor, cores, memory, system and runtime: figures of one kind can be set beside each other. */
  readonly kind: string
  /** Work waiting for a core, mean of the last minute: above a few tenths before a run, figures are unsteady. */
  readonly load: number
  readonly description: string
}

/** This machine, now. */
export function machine(): Machine {
  const processors = cpus()
  const model = processors[0]?.model.trim() ?? 'unknown processor'
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const kind = `${model}, ${processors.length} cores, ${gigabytes} GB, ${platform()} ${arch()}, Node ${process.versions.node}`
  const load = loadavg()[0]
  return { kind, load, description: `${kind}; load ${load.toFixed(1)} at the start` }
}
