import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Ability, Ready, Replies, Request } from './protocol.js'

/** A program and its arguments. */
export type CommandLine = readonly [program: string, ...args: string[]]

/** An engine's process. It does nothing between a reply and the next request, so that the others can be measured. */
export class PeerProcess {
  private constructor(
    private readonly child: ChildProcessByStdio<Writable, Readable, null>,
    private readonly lines: AsyncIterator<string>,
    readonly version: string | undefined,
    readonly abilities: ReadonlySet<Ability>,
  ) {}

  /** Starts it and waits until its modules are loaded. */
  static async start([program, ...args]: CommandLine): Promise<PeerProcess> {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    const failed = new Promise<never>((_, reject) => child.once('error', reject))
    failed.catch(() => undefined)
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const first = await Promise.race([lines.next(), failed])
    if (first.done) throw new Error(`${program} ${args.join(' ')} ended before it was ready`)
    const { version, abilities } = JSON.parse(first.value) as Ready
    return new PeerProcess(child, lines, version, new Set(abilities))
  }

  /** Sends a request and waits for its reply; throws what the engine says is wrong. */
  async ask<R extends Request>(request: R): Promise<Replies[R['op']]> {
    this.child.stdin.write(`${JSON.stringify(request)}\n`)
    const { value, done } = await this.lines.next()
    if (done) throw new Error('the process ended without an answer')
    const reply = JSON.parse(value) as Replies[R['op']] | { readonly error: string }
    if ('error' in reply) throw new Error(reply.error)
    return reply
  }

  /** Ends the process. */
  async stop(): Promise<void> {
    const ended = this.child.exitCode === null && this.child.signalCode === null ? once(this.child, 'exit') : undefined
    this.child.stdin.end()
    await ended
  }
}
