import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface LockedPackage {
  readonly version?: string
  readonly hasInstallScript?: boolean
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')) as object
const lock = (read('package-lock.json') as { readonly packages: Readonly<Record<string, LockedPackage>> }).packages
const manifest = read('package.json') as Readonly<Record<string, Readonly<Record<string, string>>>>

test('no dependency runs a script when it is installed', () => {
  expect(Object.keys(lock).filter((name) => lock[name]?.hasInstallScript === true)).toEqual([])
})

test('the lockfile names no registry', () => {
  expect(Object.keys(lock).filter((name) => lock[name]?.resolved?.startsWith('http'))).toEqual([])
})

test('every version in the manifest is exact', () => {
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies']
  const loose = kinds
    .flatMap((kind) => Object.entries(manifest[kind] ?? {}))
    .filter(([, v]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(v))
  expect(loose).toEqual([])
})

test('the lockfile has the builds of every platform, so that npm ci accepts it anywhere', () => {
  const missing = Object.entries(lock).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !lock[`node_modules/${name}`] && !lock[`${at}/node_modules/${name}`],
    ),
  )
  expect(missing).toEqual([])
})
