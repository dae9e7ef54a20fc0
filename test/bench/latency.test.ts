import { afterEach, describe, expect, it } from 'vitest'
import { alternate } from '../../bench/latency.js'
import { PeerProcess, TooSlow } from '../../bench/peers/process.js'

const schedule = { warmUps: 1, rounds: 3, secondsPerRound: 0.01 }
const queries = Array.from({ length: 50 }, (_, at) => ({ text: `từ ${at}` }))
const started: PeerProcess[] = []

/** An engine that says that every query took so many microseconds; one that hears "im" says nothing any more. */
async function engine(microseconds: number): Promise<PeerProcess> {
  const program = `
    console.log(JSON.stringify({ ready: true, abilities: ['prefix'] }))
    require('node:readline').createInterface({ input: process.stdin }).on('line', line => {
      const { queries } = JSON.parse(line)
      if (queries.some(({ text }) => text === 'im')) return
      console.log(JSON.stringify({ microseconds: queries.map(() => ${microseconds}), found: queries.map(() => 1) }))
    })`
  const process_ = await PeerProcess.start([process.execPath, '-e', program])
  started.push(process_)
  return process_
}

afterEach(async () => {
  for (const process of started.splice(0)) await process.stop()
})

describe('a comparison', () => {
  it('asks all queries of who is fast, a part of who is slow, none of who is too slow', async () => {
    const engines = [
      { name: 'fast', process: await engine(20) },
      { name: 'slow', process: await engine(2000) },
      { name: 'too slow', process: await engine(100_000) },
    ]
    const { rounds, dropped } = await alternate(engines, queries, schedule)
    const asked = (name: string) => rounds.get(name)?.map(round => round.microseconds.length)
    expect(asked('fast')).toEqual([50, 50, 50])
    expect(asked('slow')).toEqual([8, 8, 8])
    expect(rounds.get('slow')?.[0]).toMatchObject({ p50: 2000, p99: 2000, max: 2000, answered: 1 })
    expect([...dropped]).toEqual([['too slow', 'too slow: 0.1 s a query']])
  })
})

describe('a process', () => {
  it('that does not answer in time is ended', async () => {
    const silent = await engine(1)
    await expect(silent.ask({ op: 'search', queries: [{ text: 'im' }], limit: 1 }, 0.05)).rejects.toBeInstanceOf(
      TooSlow,
    )
    expect(silent.gone).toBe(true)
  })

  it('that answers is left as it is', async () => {
    const quick = await engine(1)
    const reply = await quick.ask({ op: 'search', queries: [{ text: 'nói' }], limit: 1 }, 20)
    expect(reply.found).toEqual([1])
    expect(quick.gone).toBe(false)
    expect(quick.abilities.has('prefix')).toBe(true)
  })
})
