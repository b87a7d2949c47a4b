import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { knownTables } from '../../src/ingest/tables-we-know.ts'

const text = readFileSync(fileURLToPath(new URL('../../docs/data.md', import.meta.url)), 'utf8')

/** The part of the page from a table's heading to the next heading. */
const part = (id: string): string => {
  const start = text.search(new RegExp(`^#+ \`${id}\`$`, 'm'))
  const rest = start === -1 ? '' : text.slice(start).replace(/^.*\n/, '')
  const end = rest.search(/^#/m)
  return end === -1 ? rest : rest.slice(0, end)
}

test('docs/data.md has a row for every column of every table that is read, with all headers it is known by', () => {
  const absent = knownTables
    .filter((table) => table.id !== 'logistics_data')
    .flatMap(({ id, columns }) =>
      columns
        .filter((c) => {
          const row = part(id)
            .split('\n')
            .find((line) => line.startsWith(`| \`${c.name}\` |`))
          return row === undefined || !c.headers.slice(1).every((header) => row.includes(header))
        })
        .map((c) => `${id}.${c.name}`),
    )
  expect(absent).toEqual([])
})

test('docs/data.md explains every code of a finding', () => {
  const model = (name: string) =>
    readFileSync(fileURLToPath(new URL(`../../src/model/${name}.ts`, import.meta.url)), 'utf8')
  const codes = [
    ...model('fault').matchAll(/^ {2}\| '([a-z-]+)'$/gm),
    ...model('finding').matchAll(/^ {2}\| '([a-z-]+)'$/gm),
  ].map((m) => m[1])
  expect(codes.length).toBe(34)
  expect(codes.filter((code) => !text.includes(`\`${code}\``))).toEqual([])
})
