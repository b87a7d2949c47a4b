import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Cost } from './results.ts'
import { NINE } from './score.ts'
import { type BenchSet, windowsOf } from './sets.ts'

const MAIN = new URL('../../bin/chasqui.mjs', import.meta.url).pathname
const PACKAGE = new URL('../../package.json', import.meta.url)
/** The command writes no means: the average of fifty quantiles, in a run of its own that is not timed. */
const FIFTY = Array.from({ length: 50 }, (_, i) => (2 * i + 1) / 100)

/** `chasqui forecast --table` over the windows of a set, written as the peers write theirs. The command as shipped: nine quantiles, process start timed. */
export function forecastOurs(folder: string, set: BenchSet): void {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { readonly version: string }
  mkdirSync(`${folder}/chasqui`, { recursive: true })
  for (let window = 0; window < windowsOf(set); window++) {
    const table = `${folder}/windows/${set.name}-${window}.csv`
    const nine = forecast(table, set.horizon, NINE)
    const fifty = forecast(table, set.horizon, FIFTY)
    const lines = nine.rows.map(({ series, quantiles }, i) => {
      const mean = (fifty.rows[i]?.quantiles ?? []).reduce((sum, q) => sum + q, 0) / FIFTY.length
      return [series, (i % set.horizon) + 1, mean, ...quantiles].join(',')
    })
    const cost: Cost = { ...nine.seconds, version: `chasqui ${version}` }
    const path = `${folder}/chasqui/${set.name}-${window}`
    writeFileSync(`${path}.csv`, `${['series', 'step', 'mean', ...NINE].join(',')}\n${lines.join('\n')}\n`)
    writeFileSync(`${path}.json`, JSON.stringify(cost))
  }
}

interface Row {
  readonly series: string
  /** 0 for a series of which nothing is known: the command leaves its cells empty. */
  readonly quantiles: readonly number[]
}

/** The shell's own `time` counts every thread and child. */
function forecast(table: string, horizon: number, levels: readonly number[]) {
  const args = ['forecast', '--table', table, '--horizon', String(horizon), '--quantiles', levels.join(',')]
  const timed = 'TIMEFORMAT="%U %S %R"; { time "$@" 2>/dev/null; } 2>&1'
  const out = execFileSync('bash', ['-c', timed, 'bash', process.execPath, MAIN, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  const [, ...lines] = out.trim().split('\n')
  const [user = 0, system = 0, wall = 0] = (lines.pop() ?? '').split(' ').map(Number)
  const rows = lines.map((line): Row => {
    const [series = '', , ...quantiles] = line.split(',')
    return { series, quantiles: quantiles.map(Number) }
  })
  return { rows, seconds: { cpu: user + system, wall } }
}
