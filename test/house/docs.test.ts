import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { COMMAND_TEXTS } from '../../src/messages/commands.ts'

const root = new URL('../..', import.meta.url).pathname
const pages = globSync('{*.md,docs/*.md}', { cwd: root })

test('every link between pages leads somewhere', () => {
  const broken = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)]
      .map((m) => m[1] ?? '')
      .filter((to) => !existsSync(join(root, dirname(page), to)))
      .map((to) => `${page} → ${to}`),
  )
  expect(broken).toEqual([])
})

test('every command of the help is spoken of in the README or the data page', () => {
  const text = ['README.md', 'docs/data.md', 'docs/errors.md', 'docs/methods.md']
    .map((p) => readFileSync(join(root, p), 'utf8'))
    .join()
  expect(Object.keys(COMMAND_TEXTS.en.commands).filter((command) => !text.includes(command))).toEqual([])
})
