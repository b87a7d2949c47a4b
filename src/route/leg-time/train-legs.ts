import { initialWeights } from '../../kernel/network/initial-weights.ts'
import type { Engine } from '../../kernel/network/tensor.ts'
import type { Weight } from '../../kernel/network/topology.ts'
import { type Random, seedFor, stream } from '../../kernel/random.ts'
import type { LegExample } from './leg-facts.ts'
import { inputNames, type Vocabulary, writeInputs } from './leg-inputs.ts'
import { batchOf, forPlainInputs, legTopology, medianLoss, standardised, standardOf } from './leg-network.ts'

const EPOCHS = 40
/** Epochs without a better loss after which training ends. */
const PATIENCE = 6
const BATCH = 256
const RATE = 5e-3

/** Rows 2 i and 2 i + 1 are leg i as driven and as planned. */
function tableOf(examples: readonly LegExample[], vocabulary: Vocabulary) {
  const width = inputNames(vocabulary).length
  const x = new Float32Array(examples.length * 2 * width)
  const y = new Float32Array(examples.length * 2)
  examples.forEach((e, i) => {
    for (const [k, facts] of [e.driven, e.planned].entries()) {
      writeInputs(facts, vocabulary, x, (2 * i + k) * width)
      y[2 * i + k] = Math.log(e.seconds / facts.tableS)
    }
  })
  return { x, y, width }
}

/** From random beginnings to the epoch that missed the stopping legs least; weights for inputs as they are. */
export function trainLegs(
  engine: Engine,
  vocabulary: Vocabulary,
  training: readonly LegExample[],
  stopping: readonly LegExample[],
  seed: number,
  cancelled: () => boolean,
): { readonly weights: readonly Weight[]; readonly epoch: number } {
  const { x, y, width } = tableOf(training, vocabulary)
  const standard = standardOf(x, width)
  const inputs = standardised(x, standard)
  const after = tableOf(stopping, vocabulary)
  const held = batchOf(
    standardised(after.x, standard),
    width,
    after.y,
    Int32Array.from(after.y, (_, i) => i),
  )
  const topology = legTopology(width)
  let weights = initialWeights(topology, seed)
  const random = stream(seedFor(seed, 'legs'))
  const network = engine.open(topology, weights)
  const steps = Math.ceil(training.length / BATCH) * EPOCHS
  let [step, epoch, best] = [0, 0, network.loss(held, medianLoss)]
  for (let e = 1; e <= EPOCHS && e - epoch <= PATIENCE && !cancelled(); e++) {
    const order = shuffled(training.length, random)
    for (let at = 0; at < order.length; at += BATCH) {
      // One of the two faces of each leg, by lot.
      const picks = order.subarray(at, at + BATCH).map((i) => 2 * i + (random() < 0.5 ? 0 : 1))
      const rate = RATE * 0.5 * (1 + Math.cos((Math.PI * step++) / steps))
      network.step(batchOf(inputs, width, y, picks), medianLoss, rate, random)
    }
    const loss = network.loss(held, medianLoss)
    if (loss < best) {
      ;[best, epoch] = [loss, e]
      weights = network.weights()
    }
  }
  network.close()
  return { weights: forPlainInputs(weights, standard), epoch }
}

function shuffled(n: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  return order
}
