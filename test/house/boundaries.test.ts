import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

const CORE = 'kernel model gazetteer ingest prepare forecast allocate route plan check demo messages'.split(' ')
const root = new URL('../..', import.meta.url).pathname
const files = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: root }).map((p) => p.replaceAll('\\', '/'))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** What each folder may import (ARCHITECTURE.md, the map). */
const MAY: Readonly<Record<string, string>> = {
  kernel: '',
  model: 'kernel',
  gazetteer: 'model',
  ingest: 'kernel model',
  prepare: 'kernel model',
  forecast: 'kernel model',
  allocate: 'kernel model',
  route: 'kernel model',
  plan: 'kernel model ingest prepare forecast allocate route',
  check: 'kernel model',
  demo: 'kernel model gazetteer',
  messages: 'model',
  api: 'model',
  adapters: 'kernel model ingest prepare forecast allocate route plan',
  workspace: 'kernel model gazetteer ingest prepare forecast allocate route plan check messages adapters',
  server: 'model messages api workspace adapters',
  cli: 'model gazetteer demo messages adapters workspace server',
}

const imports = (path: string): readonly string[] =>
  [...read(path).matchAll(/^\s*(?:import|export)\b[^'"]*?from '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    (m) => m[1] ?? m[2] ?? '',
  )

test('no folder imports what the map forbids', () => {
  const wrong = Object.entries(MAY).flatMap(([folder, may]) =>
    files(`src/${folder}/**/*.ts`).flatMap((path) =>
      imports(path)
        .filter((name) => name.startsWith('.'))
        .map((name) => normalize(join(dirname(path), name)).split('/')[1] ?? '')
        .filter((to) => to !== folder && !may.split(' ').includes(to))
        .map((to) => `${path} → ${to}`),
    ),
  )
  expect(wrong).toEqual([])
})

test('core folders import no package', () => {
  const wrong = CORE.flatMap((folder) => files(`src/${folder}/**/*.ts`)).filter((path) =>
    imports(path).some((name) => !name.startsWith('.')),
  )
  expect(wrong).toEqual([])
})

test('core has no hidden clock or dice', () => {
  const wrong = CORE.flatMap((folder) => files(`src/${folder}/**/*.ts`)).filter((path) =>
    /\b(Math\.random|Date\.now|new Date\(|performance\.now)/.test(read(path)),
  )
  expect(wrong).toEqual([])
})

test('the page takes only types from the server’s schemas', () => {
  const wrong = files('web/src/**/*.{ts,tsx}').flatMap((path) =>
    [...read(path).matchAll(/^import (?!type\b).*from '[./]*src\/(?!messages|kernel\/|model\/)[^']+'/gm)].map(
      (m) => `${path}: ${m[0]}`,
    ),
  )
  expect(wrong).toEqual([])
})

test('every folder of src has its place in the map', () => {
  const folders = new Set(files('src/*/*.ts').map((path) => path.split('/')[1]))
  expect(folders).toEqual(new Set(Object.keys(MAY)))
})
