import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { read, readInChunks, utf8 } from './read.js'

const join = (...parts: readonly (string | Uint8Array)[]) =>
  Uint8Array.from(parts.flatMap(part => [...(typeof part === 'string' ? utf8(part) : part)]))

const PAGE =
  '<html><body><h1>Mở đường liên xã ở Tân Hưng</h1><p>Chiều 22-5, xã làm lễ thông xe con đường dài 6 km, có cầu qua kênh và đèn chiếu sáng.</p><p>Bà con hiến đất làm đường.</p></body></html>'

function record(type: string, uri: string, contentType: string, block: Uint8Array): Uint8Array {
  const headers = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${uri}\r\nWARC-Date: 2020-05-23T01:00:00Z\r\nContent-Type: ${contentType}\r\nContent-Length: ${block.length}\r\n\r\n`
  return join(headers, block, '\r\n\r\n')
}

const response = (uri: string, headers: string, body: Uint8Array | string, status = '200 OK') =>
  record('response', uri, 'application/http; msgtype=response', join(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`, body))

const html = 'Content-Type: text/html; charset=utf-8'

describe('WARC', () => {
  it('gives the pages that were answered, with their addresses', () => {
    const archive = join(
      record('warcinfo', '', 'application/warc-fields', utf8('software: x\r\n')),
      record('request', 'https://bao.example/a', 'application/http', utf8('GET /a HTTP/1.1\r\n\r\n')),
      response('https://bao.example/tin/mo-duong.html', html, PAGE),
      response('https://bao.example/mat.html', html, '<p>Không tìm thấy trang này ở đây.</p>', '404 Not Found'),
      response('https://bao.example/a.png', 'Content-Type: image/png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1])),
      record(
        'conversion',
        'https://bao.example/van-ban',
        'text/plain',
        utf8('Mùa lũ về muộn\nNước về chậm hơn mọi năm, bà con trông cá linh từng ngày.\n'),
      ),
    )
    const { documents, errors, warnings } = read('a.warc', archive)
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] })
    expect(documents).toMatchObject([
      {
        id: 'bao.example/tin/mo-duong',
        title: 'Mở đường liên xã ở Tân Hưng',
        url: 'https://bao.example/tin/mo-duong.html',
      },
      { id: 'bao.example/van-ban', body: expect.stringContaining('Nước về chậm') },
    ])
  })

  it('unpacks transfers in chunks, packed bodies and packed records', async () => {
    const body = utf8(PAGE)
    const half = body.length >> 1
    const chunked = join(
      `${half.toString(16)}\r\n`,
      body.subarray(0, half),
      `\r\n${(body.length - half).toString(16)};x=1\r\n`,
      body.subarray(half),
      '\r\n0\r\n\r\n',
    )
    const records = [
      response('https://bao.example/1', `${html}\r\nTransfer-Encoding: chunked`, chunked),
      response('https://bao.example/2', `${html}\r\nContent-Encoding: gzip`, gzipSync(PAGE)),
      response('https://bao.example/3', `${html}\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked`, PAGE),
    ]
    const packed = join(...records.map(one => gzipSync(one)))
    for (const archive of [join(...records), packed]) {
      const whole = read('a.warc.gz', archive)
      expect(whole.errors).toEqual([])
      expect(whole.documents.map(({ id }) => id)).toEqual(['bao.example/1', 'bao.example/2', 'bao.example/3'])
      expect(new Set(whole.documents.map(({ body: text }) => text)).size).toBe(1)
      for (const size of [1, 17, 999])
        expect((await readInChunks('a.warc.gz', archive, size)).documents).toEqual(whole.documents)
    }
  })

  it('takes the charset of the header, and feeds', () => {
    const feed =
      '<rss><channel><title>Báo Ven Sông</title><item><title>Mùa lũ về</title><link>https://bao.example/lu</link><description>Nước về chậm.</description></item></channel></rss>'
    const { documents } = read('a.warc', response('https://bao.example/rss', 'Content-Type: application/rss+xml', feed))
    expect(documents).toMatchObject([{ title: 'Mùa lũ về', url: 'https://bao.example/lu' }])
  })

  it('goes on behind junk, and tells an archive that is cut', () => {
    const one = response('https://bao.example/1', html, PAGE)
    const two = response('https://bao.example/2', html, PAGE)
    const { documents, warnings } = read(
      'a.warc',
      join('WARC/1.0\r\nrác\r\n\r\n rác rưởi\r\n', one, 'rác\n', two, one.subarray(0, one.length - 60)),
    )
    expect(documents.map(({ id }) => id)).toEqual(['bao.example/1', 'bao.example/2', 'bao.example/1'])
    expect(warnings.length).toBeGreaterThanOrEqual(2)
    for (const warning of warnings)
      expect(warning).toMatchObject({ code: 'BAD_INPUT', file: 'a.warc', offset: expect.any(Number) })
  })

  it('leaves out a record beyond the limit without holding it, and bombs inside of records', async () => {
    const long = response('https://bao.example/dai', html, `<p>${'dài '.repeat(200_000)}</p>`)
    const bomb = response(
      'https://bao.example/bom',
      `${html}\r\nContent-Encoding: gzip`,
      gzipSync(new Uint8Array(4_000_000)),
    )
    const archive = join(long, bomb, response('https://bao.example/1', html, PAGE))
    const { documents, errors } = await readInChunks('a.warc', archive, 1 << 14, { maxRecordBytes: 300_000 })
    expect(documents.map(({ id }) => id)).toEqual(['bao.example/1'])
    expect(errors).toMatchObject([
      { code: 'BAD_INPUT', field: 'maxRecordBytes', message: expect.stringContaining('/dai') },
      { code: 'BAD_INPUT', field: 'maxUnpackedBytes', message: expect.stringContaining('/bom') },
    ])
  })
})
