import { describe, expect, it } from 'vitest'
import { read, readInChunks, utf8 } from './read.js'

describe('CSV', () => {
  it('gives a record for each row, with quotation marks and line ends in fields', () => {
    const text =
      'id,title,body,date,views\r\n7,"Tết, sum vầy","Dòng một.\nDòng ""hai"".",31/12/2019 17:12,12\r\n8,Mùa lũ,Nước về.,2021-09-01,\r\n'
    const { documents, errors, warnings } = read('tin.csv', text)
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] })
    expect(documents).toMatchObject([
      { id: '7', title: 'Tết, sum vầy', body: 'Dòng một.\nDòng "hai".', date: '2019-12-31T17:12+07:00', views: '12' },
      { id: '8', title: 'Mùa lũ', body: 'Nước về.', date: '2021-09-01' },
    ])
  })

  it.each([
    ['semicolons', 'ID;Title;Body\n1;Mùa lũ;Nước về, chậm.\n'],
    ['tabs', 'id\ttitle\tbody\n1\tMùa lũ\tNước về, chậm.\n'],
    ['bars', 'id|title|body\n1|Mùa lũ|Nước về, chậm.'],
    ['a sep= line', 'sep=;\r\nid;title;body\r\n1;Mùa lũ;Nước về, chậm.\r\n'],
    ['a byte order mark', '\ufeffid,title,body\n1,Mùa lũ,"Nước về, chậm."\n'],
  ])('is known with %s', (_, text) => {
    expect(read('tin.csv', text).documents).toMatchObject([{ id: '1', title: 'Mùa lũ', body: 'Nước về, chậm.' }])
  })

  it('in UTF-16, as spreadsheets write it', () => {
    const text = '\ufeffid\ttitle\tbody\n1\tMùa lũ\tNước về.\n'
    const bytes = new Uint8Array(text.length * 2)
    for (let i = 0; i < text.length; i++) {
      bytes[2 * i] = text.charCodeAt(i) & 255
      bytes[2 * i + 1] = text.charCodeAt(i) >> 8
    }
    expect(read('tin.csv', bytes).documents).toMatchObject([{ id: '1', title: 'Mùa lũ' }])
  })

  it('names rows without an id by their line', () => {
    expect(read('a/tin.csv', 'title,body\nMột,Hai\n\nBa,Bốn\n').documents.map(({ id }) => id)).toEqual([
      'a/tin-2',
      'a/tin-4',
    ])
  })

  it('takes foreign names by the map', () => {
    const { documents } = read('x.csv', 'ma,tieu_de,noi_dung\n3,Mùa lũ,<p>Nước về.</p><p>Cá nhiều.</p>\n', {
      map: { id: 'ma', title: 'tieu_de', body: 'noi_dung' },
    })
    expect(documents).toEqual([{ id: '3', title: 'Mùa lũ', body: 'Nước về.\nCá nhiều.' }])
  })

  it('loses one line to a quotation mark that is never closed', () => {
    const { documents, errors } = read('tin.csv', 'id,title,body\n1,Một,A.\n2,"Hai,B.\n3,Ba,C.\n4,Bốn,D.\n')
    expect(documents.map(({ id }) => id)).toEqual(['1', '3', '4'])
    expect(errors.map(({ code, line }) => [code, line])).toEqual([
      ['BAD_INPUT', 3],
      ['BAD_INPUT', 3],
    ])
  })

  it('tells rows that have too many fields or no text', () => {
    const { documents, errors } = read('tin.csv', 'id,title\n1,Một\n2,Hai,thừa\n3,\n')
    expect(documents.map(({ id }) => id)).toEqual(['1', '2'])
    expect(errors.map(({ code, line }) => [code, line])).toEqual([
      ['BAD_INPUT', 3],
      ['BAD_DOCUMENT', 4],
    ])
  })

  it('reads the same in chunks of any size', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, at) => `${at},"Tin ""số"" ${at}","Dòng một,\ndòng hai ${'ơ'.repeat(at)}"\r\n`,
    )
    const bytes = utf8(`id,title,body\r\n${rows.join('')}`)
    const whole = read('tin.csv', bytes)
    expect(whole.documents).toHaveLength(60)
    for (const size of [1, 13, 100, 5000]) {
      const { documents, errors } = await readInChunks('tin.csv', bytes, size)
      expect({ documents, errors }).toEqual({ documents: whole.documents, errors: [] })
    }
  })

  it('is known by its first line without an ending', () => {
    expect(read('xuat', 'id,title,body\n1,Một,Hai\n').documents).toMatchObject([{ id: '1', body: 'Hai' }])
  })
})
