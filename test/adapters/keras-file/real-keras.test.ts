import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readKerasModel } from '../../../src/adapters/keras-file/read.ts'
import { writeKerasModel } from '../../../src/adapters/keras-file/write.ts'
import { startTensorFlow } from '../../../src/adapters/tensors/backend.ts'
import { tensorFlowEngine } from '../../../src/adapters/tensors/engine.ts'
import type { Topology, Weight } from '../../../src/kernel/network/topology.ts'
import { normal, stream } from '../../../src/kernel/random.ts'
import { legExamples } from '../../../src/route/leg-time/leg-facts.ts'
import { writeInputs } from '../../../src/route/leg-time/leg-inputs.ts'
import type { LegModel } from '../../../src/route/leg-time/leg-model.ts'
import { learnLegTimes } from '../../../src/route/leg-time/learn.ts'
import { demoLegs } from '../../route/demo-legs.ts'
import { INSTALLING, pythonBin, pythonEnvironment, withoutPython } from '../../python/environment.ts'
import { anyWeights, NETWORKS, scratch } from './networks.ts'

const ROWS = 40

const random = stream(6)
const rows = (width: number): readonly (readonly number[])[] =>
  Array.from({ length: ROWS }, () => Array.from({ length: width }, () => Math.fround(2 * normal(random))))
const demo = demoLegs(7)
const legs = legExamples(demo.legs, demo.vehicleTypes, demo.nodeOf).flatMap((e) => [e.driven, e.planned])
/** Inputs of legs of the demo, as they are: the network needs no scale. */
function legRows({ note }: LegModel): readonly (readonly number[])[] {
  const { length } = note.inputs
  const row = new Float32Array(length)
  return legs.slice(0, ROWS).map((leg) => {
    writeInputs(leg, note, row, 0)
    return [...row]
  })
}
const inputs = { lags: rows(12), known: rows(9), leg: rows(0) }

/** What this program predicts with the network. */
function ours(topology: Topology, weights: readonly Weight[]): readonly number[] {
  const network = tensorFlowEngine.open(topology, weights)
  const flat = (x: readonly (readonly number[])[]): Float32Array => Float32Array.from(x.flat())
  const output = network.output({
    size: ROWS,
    inputs: { lags: flat(inputs.lags), known: flat(inputs.known), leg: flat(inputs.leg) },
  })
  network.close()
  return [...output]
}

const furthest = (a: readonly number[], b: readonly number[]): number =>
  a.length === b.length ? a.reduce((worst, x, i) => Math.max(worst, Math.abs(x - (b[i] ?? Number.NaN))), 0) : Infinity

describe.skipIf(withoutPython)('Real Keras', () => {
  const folder = scratch()
  const models = NETWORKS.map((topology) => ({ topology, weights: anyWeights(topology) }))
  let legModel: LegModel
  let answers: Readonly<Record<string, readonly (readonly number[])[]>> = {}

  beforeAll(async () => {
    await startTensorFlow()
    const learned = learnLegTimes({ ...demo, seed: 1 }, tensorFlowEngine)
    if (learned.status !== 'learned') throw new Error(learned.status)
    legModel = learned.model
    inputs.leg = legRows(legModel)
    await writeKerasModel(join(folder, 'optimization_model.h5'), legModel.topology, legModel.weights, {})
    for (const { topology, weights } of models)
      await writeKerasModel(join(folder, `${topology.name}.h5`), topology, weights, {})
    writeFileSync(join(folder, 'inputs.json'), JSON.stringify(inputs))
    const bin = await pythonBin()
    execFileSync(join(bin, 'python'), [new URL('real_keras.py', import.meta.url).pathname, folder], {
      env: pythonEnvironment(bin),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    answers = JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as typeof answers
  }, INSTALLING)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(models)('loads our $topology.name network and predicts the same within 1e-5', ({ topology, weights }) => {
    expect(furthest(answers[topology.name]!.flat(), ours(topology, weights))).toBeLessThan(1e-5)
  })

  test('loads the network of leg durations and predicts the same of legs of the demo within 1e-5', () => {
    const [theirs, mine] = [answers['optimization_model']!.flat(), ours(legModel.topology, legModel.weights)]
    expect(furthest(theirs, mine)).toBeLessThan(1e-5)
    expect(new Set(mine).size).toBeGreaterThan(ROWS / 2)
  })

  test('saves an .h5 after training that we read, and we predict the same within 1e-5', async () => {
    const model = await readKerasModel(join(folder, 'theirs.h5'))
    if (model.status !== 'read') throw new Error(`${model.code}: ${model.detail}`)
    expect(model.note).toBeUndefined()
    expect(furthest(answers['theirs']!.flat(), ours(model.topology, model.weights))).toBeLessThan(1e-5)
  })

  test('saves a sequential model, which is refused', async () => {
    expect(await readKerasModel(join(folder, 'sequential.h5'))).toMatchObject({ code: 'unknown-network' })
  })
})
