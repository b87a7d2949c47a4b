/**
 * Duration of held-out legs of the demo country: speed table, speed table fitted to each type of vehicle, network.
 * Usage: node bench/legs.ts [seeds, 3 unless told]
 */
import { startTensorFlow } from '../src/adapters/tensors/backend.ts'
import { tensorFlowEngine } from '../src/adapters/tensors/engine.ts'
import { learnLegTimes } from '../src/route/leg-time/learn.ts'
import type { LegScore } from '../src/route/leg-time/leg-score.ts'
import { demoLegs } from '../test/route/demo-legs.ts'

await startTensorFlow()
const seeds = Number(process.argv[2] ?? 3)
const row = (name: string, { legs, table, fitted, network }: LegScore): string =>
  `| ${name} | ${legs} | ${[table, fitted, network].map((m) => `${m.maeMin.toFixed(1)} min, ${(100 * m.mape).toFixed(1)} %`).join(' | ')} |`

console.log('| demo, way | legs held out | speed table: MAE, MAPE | fitted by type | network |\n|---|---|---|---|---|')
for (let seed = 1; seed <= seeds; seed++) {
  const input = demoLegs(seed)
  const began = performance.now()
  const learned = learnLegTimes({ ...input, seed }, tensorFlowEngine)
  const seconds = (performance.now() - began) / 1000
  if (learned.status !== 'learned') throw new Error(learned.status)
  const { driven, planned, epoch, allowance, legs } = learned.model.note
  console.log(row(`${seed}, as driven`, driven))
  console.log(row(`${seed}, as planned`, planned))
  console.log(
    `seed ${seed}: ${legs.training} legs trained in ${seconds.toFixed(1)} s, epoch ${epoch} kept, allowance ${allowance.toFixed(3)}, tensors left ${tensorFlowEngine.alive()}`,
  )
}
