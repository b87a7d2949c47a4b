/**
 * Speed and memory of the commands a person waits for: medians of five runs, process start included, instances interleaved.
 * `CHASQUI_DATA` names the folder with the real files. Usage: node bench/run.ts [runs]
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure, median, type Measured } from './measure.ts'
import { nationalWorkspace } from './national.ts'

const MAIN = new URL('../bin/chasqui.mjs', import.meta.url).pathname
const RUNS = Number(process.argv[2] ?? 5)
const data = process.env['CHASQUI_DATA']
const scratch = mkdtempSync(join(tmpdir(), 'chasqui-bench-'))
let made = 0

interface Case {
  readonly name: string
  readonly target: string
  /** Makes a fresh workspace; not measured. */
  readonly prepare: () => string
  readonly args: (root: string) => readonly string[]
}

const fresh = (): string => `${scratch}/w${made++}`
const demo = (): string => {
  const root = fresh()
  execFileSync(process.execPath, [MAIN, 'demo', root, '--seed', '7', '--until', '2025-12'])
  return root
}
const national = (): string => {
  const root = fresh()
  nationalWorkspace(root, data ?? '')
  return root
}

const cases: readonly Case[] = [
  { name: 'chasqui --help', target: '0.3 s', prepare: () => '', args: () => ['--help'] },
  { name: 'demo chain (plan)', target: '60 s, 1,500 MB', prepare: demo, args: (root) => ['plan', '-w', root] },
  ...(data === undefined
    ? []
    : [
        {
          name: 'national import (SINPAD gz and directory)',
          target: '4 s',
          prepare: national,
          args: (root: string) => ['import', '-w', root],
        },
        {
          name: 'national chain (plan)',
          target: '180 s, 2,000 MB',
          prepare: national,
          args: (root: string) => ['plan', '-w', root],
        },
      ]),
]

const results = new Map<Case, Measured[]>(cases.map((c) => [c, []]))
try {
  for (let run = 0; run < RUNS; run++)
    for (const one of cases) {
      const root = one.prepare()
      const measured = await measure(one.args(root))
      if (measured.code !== 0) throw new Error(`${one.name} ended with ${measured.code}`)
      results.get(one)?.push(measured)
      if (root !== '') rmSync(root, { recursive: true, force: true })
    }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

console.log(`| command | median [s] | of ${RUNS} runs [s] | peak [MB] | target |\n|---|---|---|---|---|`)
for (const [one, runs] of results) {
  const seconds = runs.map((r) => r.seconds)
  const spread = `${Math.min(...seconds).toFixed(2)} – ${Math.max(...seconds).toFixed(2)}`
  const peak = Math.round(Math.max(...runs.map((r) => r.megabytes)))
  console.log(`| ${one.name} | ${median(seconds).toFixed(2)} | ${spread} | ${peak} | ≤ ${one.target} |`)
}

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>
}
const installed = Object.entries(lock.packages).filter(
  ([path]) => path !== '' && existsSync(new URL(`../${path}`, import.meta.url)),
)
const inUse = installed.filter(([, { dev }]) => dev !== true)
const megabytes = (paths: readonly string[]): string =>
  execFileSync('du', ['-cm', ...paths], { cwd: new URL('..', import.meta.url) })
    .toString()
    .trim()
    .split('\n')
    .at(-1)
    ?.split('\t')[0] ?? ''
console.log(
  `\nInstalled: ${installed.length} packages, ${megabytes(['node_modules'])} MB; without development: ${inUse.length} packages, ${megabytes(inUse.map(([path]) => path))} MB.`,
)
