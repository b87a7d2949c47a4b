import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exitCodeOf, inputSentence } from '../../src/messages/inputs.ts'
import type { InputCode } from '../../src/model/input-error.ts'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const documented = [...read('docs/errors.md').matchAll(/^\| `([\w-]+)` \| (\d) \|/gm)].map(
  (m) => [m[1], Number(m[2])] as const,
)
const declared = [...read('src/model/input-error.ts').matchAll(/^ {2}\| '([\w-]+)'/gm)].map((m) => m[1] as InputCode)

test('every code of an input error is documented, and nothing else is', () => {
  expect(documented.map(([code]) => code)).toEqual(declared)
})

test('every documented exit code is the one that is used', () => {
  expect(documented).toEqual(declared.map((code) => [code, exitCodeOf(code)]))
})

test('every code has a sentence in both languages that names its details', () => {
  const details = {
    path: 'P',
    flag: '--f',
    value: 'V',
    pid: 7,
    command: 'plan',
    count: 3,
    stage: 'import',
    port: 80,
    id: 'x',
    line: 3,
    column: 'period',
    reason: 'damaged',
    other: '--g',
    rule: 'needs',
    cells: 4,
    columns: 3,
    kind: 'zip',
  }
  for (const code of declared)
    for (const language of ['es', 'en'] as const)
      expect(inputSentence(code, details, language)).not.toMatch(/undefined/)
})
