import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderBytes } from './folder-bytes.js'
import { bundleHost } from './peers/bundle-host.js'
import type { Peer } from './peers/catalogue.js'
import { PeerProcess } from './peers/process.js'
import type { BuildReply, BuildRequest } from './peers/protocol.js'
import type { RunningService, Service } from './peers/service.js'

/** What to build, and under which name the index is kept for the run. */
export interface Wanted extends Omit<BuildRequest, 'op' | 'folder'> {
  readonly name: string
}

/** An index on disk. */
export interface Built extends BuildReply {
  readonly folder: string
  /** Where the files of the index are. */
  readonly files: string
  /** All files together. */
  readonly bytes: number
}

/** The indexes and processes of one run; they are gone when it is closed, or the program ends. */
export class Session {
  private readonly running = new Set<PeerProcess>()
  private readonly services = new Map<Service, RunningService>()
  private readonly discard = () => rmSync(this.folder, { recursive: true, force: true })

  private constructor(
    private readonly folder: string,
    private readonly host: string,
  ) {
    process.once('exit', this.discard)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  }

  /** Makes a folder for indexes; `host` is a bundle of the adapters, made now unless given. */
  static async open(host?: string): Promise<Session> {
    return new Session(mkdtempSync(join(tmpdir(), 'timtin-bench-')), host ?? (await bundleHost()))
  }

  /** A new process of an engine. */
  async start(peer: Peer): Promise<PeerProcess> {
    const process = await PeerProcess.start(peer.command(this.host, await this.addressOf(peer)))
    this.running.add(process)
    return process
  }

  private async addressOf({ service }: Peer): Promise<string> {
    if (!service) return ''
    const running = this.services.get(service) ?? (await service.start())
    this.services.set(service, running)
    return running.address
  }

  /** Builds an index in a process of its own, which then ends. */
  async build(peer: Peer, { name, ...request }: Wanted): Promise<Built> {
    const folder = this.indexFolder(peer, name)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const process = await this.start(peer)
    const reply = await process.ask({ op: 'build', ...request, folder })
    await this.stop(process)
    const { files = folder } = reply
    return { ...reply, folder, files, bytes: folderBytes(files) }
  }

  /** A new process of an engine with an index open that was built before. */
  async opened(peer: Peer, name: string): Promise<PeerProcess> {
    const process = await this.start(peer)
    await process.ask({ op: 'open', folder: this.indexFolder(peer, name) })
    return process
  }

  /** A process that answers: with an index that was built before, or, where an engine writes none, one that builds it now. */
  async answering(peer: Peer, { name, ...request }: Wanted): Promise<PeerProcess> {
    if (!peer.inMemory) return this.opened(peer, name)
    const process = await this.start(peer)
    await process.ask({ op: 'build', ...request, folder: this.indexFolder(peer, name) })
    return process
  }

  indexFolder(peer: Peer, name: string): string {
    return join(this.folder, peer.name.replace(/\W+/g, '-'), name)
  }

  async stop(process: PeerProcess): Promise<void> {
    await process.stop()
    this.running.delete(process)
  }

  /** Ends all processes and servers and removes the indexes. */
  async close(): Promise<void> {
    for (const process of this.running) await process.stop()
    for (const service of this.services.values()) service.stop()
    process.off('exit', this.discard)
    this.discard()
  }
}
