import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, timtinIn } from './run.js'

describe('the demo behind npm start', () => {
  const folder = temporaryFolder()

  it('says what it did, and answers five queries with hits and facets', () => {
    const { code, stdout, stderr } = timtinIn(folder, 'demo')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^\d+ articles from \d+ files, \d+ kB in news\.timtin, /)
    expect(stdout.match(/^\$ timtin search/gm)).toHaveLength(5)
    expect(stdout.match(/^1\. /gm)).toHaveLength(5)
    expect(stdout.match(/^province$/gm)).toHaveLength(5)
    expect(stdout.match(/^date$/gm)).toHaveLength(5)
    expect(stdout).toContain('1. Phụng Hiệp «mở rộng đường liên xã», học trò hết cảnh lội sình\n')
    expect(existsSync(join(folder, 'news.timtin'))).toBe(true)
  })

  it('answers the query given instead', () => {
    const { code, stdout } = timtinIn(folder, 'demo', 'ldld soc trang')
    expect(code).toBe(0)
    expect(stdout.match(/^\$ timtin search/gm)).toHaveLength(1)
    expect(stdout).toContain('· Sóc Trăng ·')
  })
})
