import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTensorFlow } from '../../src/adapters/tensors/backend.ts'
import { tensorFlowEngine } from '../../src/adapters/tensors/engine.ts'
import { historiesOf } from '../../src/forecast/compare.ts'
import { inputsOf } from '../../src/forecast/network/batch.ts'
import type { NetworkInput } from '../../src/forecast/network/network-input.ts'
import { predictorOn, readOutput } from '../../src/forecast/network/predict.ts'
import { exogenousOf } from '../../src/forecast/network/exogenous.ts'
import { networkGroup } from '../../src/forecast/network/surroundings.ts'
import { readNetworks } from '../../src/workspace/demand-model.ts'
import { readSurroundings } from '../../src/workspace/tables/surroundings.ts'
import { readDemand } from '../../src/workspace/tables/facts.ts'
import { chasqui } from '../cli/chasqui.ts'
import { INSTALLING, pythonBin, pythonEnvironment, withoutPython } from './environment.ts'

const run = promisify(execFile)
const RUNNER = new URL('run_notebook.py', import.meta.url).pathname
const LEVELS = [0.1, 0.5, 0.9]
/** Provinces of the coast and of the highlands, with all four products. */
const PROVINCES = '200200,200300,200400,200500,150200,150300'

/** Of every place, what the notebook feeds the network it has just fitted, and what comes out. */
const TELL = `
pairs = [(row, end) for row in with_demand]
inputs, scale = windows(pairs)
output = network.predict([inputs["lags"], inputs["known"]], verbose=0)
Path("told.json").write_text(json.dumps({
    "product": PRODUCT, "head": HEAD, "rows": with_demand, "end": end,
    "lags": inputs["lags"].tolist(), "known": inputs["known"].tolist(), "scale": scale.tolist(),
    "output": np.asarray(output).tolist(), "quantiles": predict(pairs).tolist(),
}))
`

interface Told {
  readonly product: string
  readonly head: string
  readonly rows: readonly number[]
  readonly end: number
  readonly lags: readonly (readonly number[])[]
  readonly known: readonly (readonly number[])[]
  readonly scale: readonly number[]
  readonly output: readonly (readonly number[])[]
  /** Windows × steps × levels. */
  readonly quantiles: readonly (readonly (readonly number[])[])[]
}

const furthest = (theirs: ArrayLike<number>, ours: ArrayLike<number>): number => {
  expect(theirs.length).toBe(ours.length)
  return Array.from(ours).reduce((worst, x, i) => Math.max(worst, Math.abs(x - (theirs[i] ?? Number.NaN))), 0)
}

describe.skipIf(withoutPython)('Notebooks, from top to bottom', () => {
  const home = mkdtempSync(join(tmpdir(), 'chasqui-notebooks-'))
  const root = join(home, 'w')
  const model = join(root, 'models', 'prototypes', 'demand_prediction_model.h5')
  let bin = ''
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  const notebook = async (name: string, more: string, change: (text: string) => string = (x) => x): Promise<string> => {
    const path = join(home, `${name}.ipynb`)
    writeFileSync(path, change(readFileSync(join(root, 'notebooks', `${name}.ipynb`), 'utf8')))
    const env = { ...pythonEnvironment(bin), HOME: home }
    const { stdout } = await run(join(bin, 'python'), [RUNNER, path, join(root, 'notebooks'), more], { env })
    return stdout
  }
  async function ok(...words: readonly string[]): Promise<string> {
    const ended = await chasqui(...words)
    expect(ended.code, ended.err).toBe(0)
    return ended.err
  }

  beforeAll(async () => {
    bin = await pythonBin()
    await startTensorFlow()
    await ok('demo', root, '--province', PROVINCES)
    // Every eleventh quantity is not known, which is not zero.
    const raw = `${root}/data/raw_data/social_aid_demand.csv`
    const rows = readFileSync(raw, 'utf8').split('\n')
    const blank = (row: string, i: number): string =>
      i > 0 && i % 11 === 0 ? row.replace(/;\d+(;\d+\r?)$/, ';$1') : row
    writeFileSync(raw, rows.map(blank).join('\n'))
    for (const command of ['train', 'backtest', 'forecast']) await ok(command, '-w', root)
  }, INSTALLING)

  test('explore_demand shows the zeros, the seasons, the gaps and the map', async () => {
    const said = await notebook('explore_demand', '')
    expect(said.match(/\[picture\]/g)).toHaveLength(4)
    expect(said).toMatch(/alimentos\s+│\s+6 │\s+60 │/)
  })

  /** What this program makes of the file that the notebook saved. */
  async function ours({ product, rows, end }: Told) {
    const panel = await readDemand(`${root}/data/processed_data/demand.parquet`)
    const surroundings = await readSurroundings((_, name) => `${root}/data/processed_data/${name}`)
    const known = historiesOf(panel, { from: panel.first, months: 3, origins: 12 }).find((h) => h.product === product)!
    const stored = (await readNetworks(model)).find((m) => m.model.product === product)!.model
    const { network, quantum } = stored.vintages[0]!
    const input: NetworkInput = {
      values: known.group.values,
      rows: known.group.rows,
      months: panel.months,
      first: panel.first,
      floor: 0,
      horizon: stored.horizon,
      head: stored.head,
      quantum,
      seed: 0,
      settings: stored.settings,
      ...exogenousOf(networkGroup(panel, known, surroundings, stored, stored.horizon)),
    }
    const windows = { row: Int32Array.from(rows), origin: new Int32Array(rows.length).fill(end) }
    const output = await predictorOn(tensorFlowEngine)(network, input, windows)
    const quantiles = rows.map((_, window) => {
      const own = new Float64Array(stored.horizon * LEVELS.length)
      readOutput(input, output, window, LEVELS, own, new Float64Array(stored.horizon))
      return own
    })
    return { ...inputsOf(input, windows.row, windows.origin, new Int32Array(rows.length)), output, quantiles, quantum }
  }

  // A product of each head.
  test.each([
    ['alimentos', 'hurdle'],
    ['higiene', 'count'],
    ['abrigo', 'quantile'],
  ])(
    'prototype_model saves a variation of %s (%s) that predicts here what it predicted there, and chasqui forecasts with it',
    async (product, head) => {
      const said = await notebook('prototype_model', TELL, (text) =>
        text.replace(/PRODUCT = db.*\.fetchall\(\)\[0\]\[0\]/, `PRODUCT = '${product}'`),
      )
      expect(said.match(/\[picture\]/g)).toHaveLength(2)
      expect(said).toContain('chasqui forecast --model models/prototypes/demand_prediction_model.h5')
      const told = JSON.parse(readFileSync(`${root}/notebooks/told.json`, 'utf8')) as Told
      expect([told.product, told.head]).toEqual([product, head])
      const mine = await ours(told)
      expect(furthest(told.scale, mine.scale)).toBeLessThan(1e-4)
      expect(furthest(told.lags.flat(), mine.inputs['lags']!)).toBeLessThan(1e-5)
      expect(furthest(told.known.flat(), mine.inputs['known']!)).toBeLessThan(1e-5)
      expect(furthest(told.output.flat(), mine.output.output)).toBeLessThan(1e-4)
      // A count that the last bits put on the other side is one count off, never more; amounts are held against their size.
      const off = head === 'count' ? mine.quantum : 1e-3
      told.quantiles.forEach((own, i) => {
        const size = (x: number): number => (head === 'count' ? x : Math.log1p(x))
        expect(furthest(own.flat().map(size), mine.quantiles[i]!.map(size))).toBeLessThanOrEqual(off)
      })

      const talk = await ok('forecast', '--model', model, '-w', root)
      expect(talk).toContain('✓ Redes')
      expect(readFileSync(model).equals(readFileSync(`${root}/models/keras_models/demand_prediction_model.h5`))).toBe(
        true,
      )
      expect(await ok('plan', '-w', root)).toMatch(/Pronóstico +sin cambios/)
    },
  )
})
