import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sharedPath } from '../shared.js'

/** A server that an engine's processes talk to. It runs from the first of them to the end of the session. */
export interface Service {
  /** Why it cannot be run here, or undefined. */
  missing(): string | undefined
  start(): Promise<RunningService>
}

/** A server that answers. */
export interface RunningService {
  readonly address: string
  /** Ends it and removes its files. */
  stop(): void
}

const START = sharedPath('opensearch/start-opensearch')
const STOP = sharedPath('opensearch/stop-opensearch')

/** One node of OpenSearch on this machine, by the scripts of the shared folder. */
export const OPENSEARCH: Service = {
  missing: () => (existsSync(START) ? undefined : 'its start script is not in the shared folder beside the checkout'),
  async start() {
    const data = mkdtempSync(join(tmpdir(), 'timtin-opensearch-'))
    // The server may be another user.
    chmodSync(data, 0o755)
    let ended = false
    const stop = () => {
      if (ended) return
      ended = true
      process.off('exit', stop)
      execFileSync(STOP, ['--data', data], { stdio: 'ignore' })
      rmSync(data, { recursive: true, force: true })
    }
    process.on('exit', stop)
    try {
      const args = ['--nodes', '1', '--http-port', String(await freePort()), '--data', data]
      const { stdout } = await promisify(execFile)(START, args)
      const address = stdout.trim().split('\n').at(-1) ?? ''
      return { address, stop }
    } catch (error) {
      stop()
      throw new Error(`cannot be started: ${error instanceof Error ? error.message.trim().split('\n').at(-1) : error}`)
    }
  },
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
