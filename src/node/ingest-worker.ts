import { parentPort, workerData } from 'node:worker_threads'
import { messageOf } from '../errors.js'
import { PieceReader } from '../ingest/formats/outcome.js'
import { type Done, lostOutcome, type PostedOptions, posted, type Work } from './ingest-message.js'

/** A thread that turns pieces into articles: see `WorkerPool`. */
const options: PostedOptions = workerData
const reader = new PieceReader(options)

parentPort?.on('message', ({ id, batch }: Work) => {
  const outcomes = batch.map(({ file, piece }) => posted(reader.read(file, piece)))
  try {
    parentPort?.postMessage({ id, outcomes } satisfies Done)
  } catch (error) {
    // A document nested too deeply to be posted costs its batch; each of the others is named.
    const message = messageOf(error)
    const lost = batch.map(({ file }) => lostOutcome(file, message))
    parentPort?.postMessage({ id, outcomes: lost } satisfies Done)
  }
})
