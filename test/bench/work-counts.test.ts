import { beforeAll, expect, it } from 'vitest'
import { CORPUS } from '../../bench/collections.js'
import { countColdWork, countWork } from '../../bench/work-counts.js'
import { buildIndex, type Document } from '../../src/index.js'
import { readDocuments } from '../../src/node/index.js'

let file: Uint8Array

beforeAll(async () => {
  const documents: Document[] = []
  for await (const document of readDocuments([CORPUS], { onError: () => undefined })) documents.push(document)
  file = await buildIndex(documents, { store: [] })
})

const queries = ['công đoàn', 'nhà ở xã hội', 'tai nạn giao thông']

it('the work of queries is the same each time', () => {
  const work = countWork(file, queries)
  expect(countWork(file, queries)).toEqual(work)
  expect(work.decoded).toBeGreaterThan(0)
  expect(work.added).toBeGreaterThan(0)
})

it('lists are decoded once; the head and some pages of the file are read', () => {
  const once = countWork(file, queries)
  const twice = countWork(file, [...queries, ...queries])
  expect(twice.decoded).toBe(once.decoded)
  expect(twice.bytes).toBe(once.bytes)
  expect(twice.added).toBe(2 * once.added)
  expect(once.bytes).toBeLessThan(file.length)
})

it('an index of its own for each query reads as much as the queries need', () => {
  const sum = queries.map(query => countWork(file, [query]).bytes).reduce((a, b) => a + b)
  expect(countColdWork(file, queries).bytes).toBe(sum)
})
