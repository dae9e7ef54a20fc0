import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Ability, Ready, Replies, Request } from './protocol.js'

/** A program and its arguments. */
export type CommandLine = readonly [program: string, ...args: string[]]

/** An engine did not answer in the time that it was given; its process is gone. */
export class TooSlow extends Error {}

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
    // Nobody waits for the end of one that was killed.
    child.stdin.on('error', () => undefined)
    const failed = new Promise<never>((_, reject) => child.once('error', reject))
    failed.catch(() => undefined)
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const first = await Promise.race([lines.next(), failed])
    if (first.done) throw new Error(`${program} ${args.join(' ')} ended before it was ready`)
    const { version, abilities } = JSON.parse(first.value) as Ready
    return new PeerProcess(child, lines, version, new Set(abilities))
  }

  /** Whether it was killed because it did not answer in time. */
  get gone(): boolean {
    return this.child.killed
  }

  /**
   * Sends a request and waits for its reply, for so many seconds at most where they are given.
   *
   * @throws TooSlow after that time; else what the engine says is wrong
   */
  async ask<R extends Request>(request: R, seconds?: number): Promise<Replies[R['op']]> {
    this.child.stdin.write(`${JSON.stringify(request)}\n`)
    const timer = seconds === undefined ? undefined : setTimeout(() => this.child.kill('SIGKILL'), seconds * 1000)
    const { value, done } = await this.lines.next()
    clearTimeout(timer)
    if (done && this.gone) throw new TooSlow(`too slow: no answer within ${seconds} s`)
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
