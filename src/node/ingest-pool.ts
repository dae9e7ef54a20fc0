import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { InputOptions, Outcome } from '../ingest/formats/piece.js'
import { type Done, type PostedOptions, received, type Work } from './ingest-message.js'

/** Where the thread's program is, from a chunk of the package, from its entries, and in a checkout. */
const PLACES = ['./node/ingest-worker.js', './ingest-worker.js', '../node/ingest-worker.js']

/** A job that a thread has and that has not come back. */
interface Pending {
  readonly resolve: (outcomes: readonly Outcome[]) => void
  readonly reject: (error: unknown) => void
}

/** Threads that turn batches of pieces into articles. */
export class WorkerPool {
  private readonly workers: { readonly worker: Worker; readonly pending: Map<number, Pending> }[]
  private ids = 0

  private constructor(file: URL, jobs: number, options: PostedOptions) {
    this.workers = Array.from({ length: jobs }, () => {
      const worker = new Worker(file, { workerData: options })
      const pending = new Map<number, Pending>()
      worker.on('message', ({ id, outcomes }: Done) => {
        pending.get(id)?.resolve(outcomes.map(received))
        pending.delete(id)
      })
      const fail = (error: unknown) => {
        for (const { reject } of pending.values()) reject(error)
        pending.clear()
      }
      worker.on('error', fail)
      worker.on('exit', code => fail(new Error(`a thread ended with code ${code}`)))
      worker.unref()
      return { worker, pending }
    })
  }

  /** Starts threads; undefined where the program of the threads is not there, as in a bundle of one file. */
  static create(jobs: number, { map, derive, crawled, siteLines }: InputOptions): WorkerPool | undefined {
    const file = workerFile()
    if (file === undefined) return undefined
    const options: PostedOptions = {
      ...(map && { map }),
      ...(derive !== undefined && { derive }),
      ...(crawled !== undefined && { crawled }),
      ...(siteLines && { siteLines }),
    }
    return new WorkerPool(file, jobs, options)
  }

  /** How many threads there are. */
  get size(): number {
    return this.workers.length
  }

  /** The outcomes of a batch, from the thread that has the least to do. */
  run(batch: Work['batch']): Promise<readonly Outcome[]> {
    const id = this.ids++
    const idlest = this.workers.reduce((a, b) => (b.pending.size < a.pending.size ? b : a))
    const buffers = new Set<ArrayBuffer>()
    for (const { piece } of batch)
      if (piece.kind === 'page' && piece.bytes.buffer instanceof ArrayBuffer) buffers.add(piece.bytes.buffer)
    return new Promise((resolve, reject) => {
      idlest.pending.set(id, { resolve, reject })
      const work: Work = { id, batch }
      idlest.worker.ref()
      idlest.worker.postMessage(work, [...buffers])
    })
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map(({ worker }) => worker.terminate()))
  }
}

function workerFile(): URL | undefined {
  const here = typeof __filename === 'string' ? pathToFileURL(__filename).href : import.meta.url
  return PLACES.map(place => new URL(place, here)).find(url => existsSync(fileURLToPath(url)))
}
