import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = new URL('../', import.meta.url)
const { exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))

const pages = readdirSync(new URL('docs/', root)).filter(name => name.endsWith('.md'))
const examples = pages.flatMap(page =>
  [...readFileSync(new URL(`docs/${page}`, root), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(
    ([, code], at) => ({
      name: `${page}, example ${at + 1}`,
      code,
    }),
  ),
)

/** The source of an entry of the package, so that examples run without a build. */
async function entry(specifier: string): Promise<unknown> {
  const built: string = exports[specifier.replace('timtin', '.')].import.default
  return import(new URL(built.replace('./dist', 'src').replace(/\.js$/, '.ts'), root).href)
}

/** Imports become look-ups, and each `expression // → value` a check that the two are equal. */
function program(code: string): string {
  const checked = code
    .replace(/^import (\{[^}]*\}) from '([^']+)'$/gm, "const $1 = await entry('$2')")
    .replace(/^(.+?) +\/\/ → (.+)$/gm, ';check(($1), ($2))')
  return ts.transpile(`return (async () => {\n${checked}\n})()`, { target: ts.ScriptTarget.ES2022 })
}

describe('the examples of docs', () => {
  it.each(examples)('$name', async ({ code }) => {
    let checks = 0
    const check = (given: unknown, expected: unknown) => {
      checks++
      expect(given).toEqual(expected)
    }
    await new Function('entry', 'check', program(code))(entry, check)
    expect(checks).toBe(code.split('// → ').length - 1)
    expect(checks).toBeGreaterThan(0)
  })

  it('are there', () => expect(examples.length).toBeGreaterThanOrEqual(10))
})
