import { describe, expect, it } from 'vitest'
import { losses } from '../../bench/losses.js'
import { engine, kind, run } from './run-record.js'

const timtin = engine('timtin', { bytes: 13e6, buildSeconds: 10, kinds: { short: kind(50, 1), title: kind(150, 1) } })

describe('where timtin loses', () => {
  it('is nowhere without others', () => expect(losses(run([timtin]))).toEqual([]))

  it('is told of latency, of those that answer', () => {
    const fast = engine('Fast, plain', { kinds: { short: kind(25, 0.5), title: kind(300, 2) } })
    const silent = engine('Silent', { kinds: { short: kind(1, 0.02, { answered: 0.4 }) } })
    const slow = engine('Slow', { kinds: { short: kind(900, 18) } })
    expect(losses(run([timtin, fast, silent, slow]))).toEqual([
      'latency, short, p50: Fast, plain 0.50 × our time',
      'latency, short, p99: Fast, plain 0.50 × our time',
    ])
  })

  it('says when another indexed fewer articles, and leaves a p99 of few queries out', () => {
    const few = engine('Few', { documents: 2500, kinds: { short: kind(25, 0.5, { asked: 60 }) } })
    expect(losses(run([timtin, few]))).toEqual(['latency, short, p50: Few (on 2,500 articles) 0.50 × our time'])
  })

  it('is told of size, building and relevance', () => {
    const small = engine('Small', { bytes: 7e6, buildSeconds: 5 })
    const point = { set: 'titles', way: 'full', mrr: 0, p1: 0, queries: 1000 }
    const relevance = [
      { ...point, name: 'timtin', ndcg10: 86 },
      { ...point, name: 'Small', ndcg10: 87.5 },
    ]
    expect(losses(run([timtin, small], { relevance }))).toEqual([
      'index, % of the text (ours 18.6): Small 10.0',
      'build, MB/s (ours 7.00): Small 14.0',
      'relevance, titles, full: Small 87.50, ours 86.00',
    ])
  })

  it('begins with what must be reached and is not', () => {
    const once = (median: number) => ({ median, lowest: median, highest: median })
    const figures = { 'open and first answer': once(90), 'build, one thread': once(9) }
    expect(losses(run([timtin], { figures }))).toEqual(['open and first answer: 90.0 ms, must be 10'])
  })
})
