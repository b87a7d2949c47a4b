import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pooledNetwork, residualNetwork } from '../../../src/forecast/network/architectures.ts'
import { initialWeights } from '../../../src/kernel/network/initial-weights.ts'
import { merge } from '../../../src/forecast/network/merge.ts'
import type { TrainedNetwork } from '../../../src/forecast/network/train.ts'
import type { Topology, Weight } from '../../../src/kernel/network/topology.ts'
import { normal, stream } from '../../../src/kernel/random.ts'

export const scratch = (): string => mkdtempSync(join(tmpdir(), 'chasqui-keras-'))

const shape = { lags: 12, known: 9, outputs: 6, width: 8, blocks: 3, dropout: 0.1 }
const untrained = (topology: Topology): TrainedNetwork => ({ topology, weights: [], losses: [], best: 1 })
const side = merge([untrained(pooledNetwork(shape)), untrained(pooledNetwork(shape))]).topology
export const NETWORKS: readonly Topology[] = [
  residualNetwork(shape),
  pooledNetwork(shape),
  { ...side, name: 'side-by-side' },
]

/** None of them zero or one, so that a weight in the wrong place shows. */
export function anyWeights(topology: Topology): readonly Weight[] {
  const random = stream(4)
  return initialWeights(topology, 1).map((w) => ({ ...w, values: w.values.map(() => 0.3 * normal(random)) }))
}
