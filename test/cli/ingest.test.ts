import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { PROGRAM, temporaryFolder, timtinIn } from './run.js'

const folder = temporaryFolder()
const timtin = (...args: string[]) => timtinIn(folder, ...args)
const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
const BODY = 'Chiều 22-5, xã làm lễ thông xe con đường dài 6 km, có cầu qua kênh và đèn chiếu sáng.'

beforeAll(() => {
  write('posts.csv', `ma,tieu_de,noi_dung\n1,Mở đường về xã,"<p>${BODY}</p>"\n2,Mùa lũ về,"<p>Nước về chậm.</p>"\n`)
  write('mixed.ndjson', `{"id":"a","body":"Một"}\n{"id":"b"\n{"id":"c","body":"Ba"}\n`)
  write(
    'label.html',
    `<html><head><meta charset="windows-1252"></head><body><h1>Mở đường về xã</h1><p>${BODY}</p><p>Bà con vui.</p></body></html>`,
  )
  write('bomb.ndjson.gz', gzipSync(`{"id":"a","body":"Một"}\n${' '.repeat(100 * 2 ** 20)}`))
  mkdirSync(join(folder, 'pages'))
  write('pages/1.txt', `Mở đường về xã\n${BODY}\nBà con hiến đất.\n`)
  write('pages/2.md', `---\ntitle: Mùa lũ về\n---\n${BODY}\n`)
})

describe('ingest', () => {
  it('maps foreign names', () => {
    const { code, stdout } = timtin(
      'ingest',
      'posts.csv',
      '--map',
      'id=ma',
      '--map',
      'title=tieu_de',
      '--map',
      'body=noi_dung',
    )
    expect(code).toBe(0)
    expect(lines(stdout)).toMatchObject([
      { id: '1', title: 'Mở đường về xã', body: BODY },
      { id: '2', title: 'Mùa lũ về', body: 'Nước về chậm.' },
    ])
  })

  it('reads standard input, packed or not, of a format told or given', () => {
    for (const input of [
      readFileSync(join(folder, 'mixed.ndjson')),
      gzipSync(readFileSync(join(folder, 'mixed.ndjson'))),
    ]) {
      const { stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'ingest', '-'], { input, encoding: 'utf8' })
      expect(lines(stdout).map(({ id }) => id)).toEqual(['a', 'c'])
      expect(stderr).toMatch(/^timtin: -:2: broken JSON/)
    }
    const text = spawnSync(process.execPath, [PROGRAM, 'ingest', '-', '--format', 'text'], {
      input: `Mở đường về xã\n${BODY}\nBà con vui.`,
      encoding: 'utf8',
    })
    expect(lines(text.stdout)).toMatchObject([{ id: 'stdin', title: 'Mở đường về xã' }])
  })

  it('takes globs', () => {
    expect(lines(timtin('ingest', 'pages/*.{txt,md}').stdout).map(({ id }) => id)).toEqual(['1', '2'])
  })

  it('tells what was left out and repaired, and is done all the same unless it is strict', () => {
    const run = timtin('ingest', 'mixed.ndjson', 'label.html', '-o', 'out.ndjson')
    expect(run.code).toBe(0)
    expect(run.stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^timtin: mixed\.ndjson:2: broken JSON.*\(BAD_INPUT\)$/),
      'timtin: label.html:1: labelled windows-1252, but UTF-8 (BAD_INPUT)',
      'timtin: 1 left out, 1 repaired, in 2 files',
    ])
    expect(run.stdout).toMatch(/^3 articles from 2 files to out\.ndjson in .*, 1 left out\n$/)
    const strict = timtin('ingest', 'mixed.ndjson', 'label.html', '-o', 'strict.ndjson', '--strict')
    expect(strict.code).toBe(2)
    expect(readFileSync(join(folder, 'strict.ndjson'), 'utf8')).toBe(readFileSync(join(folder, 'out.ndjson'), 'utf8'))
    expect(timtin('ingest', 'label.html', '--strict').code).toBe(2)
    expect(timtin('ingest', 'pages', '--strict').code).toBe(0)
  })

  it('stops bombs, and goes on where the limit is raised', () => {
    const { code, stdout, stderr } = timtin('ingest', 'bomb.ndjson.gz', 'mixed.ndjson', '--strict')
    expect(code).toBe(2)
    expect(lines(stdout).map(({ id }) => id)).toEqual(['a', 'c'])
    expect(stderr).toMatch(/bomb\.ndjson\.gz: unpacks to more than 200 times its size.*\(BAD_INPUT\)/)
    const raised = timtin('ingest', 'bomb.ndjson.gz', '--max-unpacked', '1GB', '--max-record', '200MB')
    expect(raised).toMatchObject({ code: 0, stderr: '' })
  })

  it('says it in JSON', () => {
    const { stdout, stderr } = timtin('ingest', 'mixed.ndjson', 'label.html', '-o', 'out.ndjson', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ articles: 3, files: 2, leftOut: 1, repaired: 1, out: 'out.ndjson' })
    expect(lines(stderr).map(({ error }) => [error.file, error.line])).toEqual([
      ['mixed.ndjson', 2],
      ['label.html', 1],
    ])
  })

  it('writes a report, whole or not at all', () => {
    expect(timtin('ingest', 'pages', '-o', 'out.ndjson', '--report', 'report.html').code).toBe(0)
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toMatch(
      /^<!doctype html>[\s\S]*Mùa lũ về[\s\S]*<\/html>\s*$/,
    )
    expect(timtin('ingest', 'nowhere', '-o', 'no.ndjson', '--report', 'no.html').code).toBe(2)
    expect(readdirSync(folder).filter(name => name.startsWith('no.') || name.endsWith('.tmp'))).toEqual([])
  })

  it.each([
    [['--map', 'title'], /--map should be field=name/],
    [['--map', 'title='], /--map should be field=name/],
    [['--map', '__proto__=a'], /map should be/],
    [['--jobs', '0'], /--jobs/],
    [['--max-record', 'viel'], /--max-record should be a size/],
    [['--format', 'pdf'], /format/],
  ])('refuses %j', (flags, words) => {
    const { code, stderr } = timtin('ingest', 'pages', ...flags)
    expect(code).toBe(2)
    expect(stderr).toMatch(words)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})
