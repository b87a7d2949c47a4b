import { seedFor, stream } from '../random.ts'
import { sizeOf, type Topology, type Weight, weightShapes } from './topology.ts'

/** Glorot and Bengio 2010: uniform within ±√(6 ÷ (in + out)); each array has its own random stream. */
export function initialWeights(topology: Topology, seed: number): readonly Weight[] {
  const zero = new Set(topology.layers.flatMap((l) => (l.kind === 'Dense' && l.start === 'zeros' ? [l.name] : [])))
  return weightShapes(topology).map(({ name, shape }) => {
    const values = new Float32Array(sizeOf(shape))
    const [layer, part] = name.split('/')
    if (part === 'gamma') values.fill(1)
    else if (part === 'kernel' && !zero.has(layer)) {
      const random = stream(seedFor(seed, name))
      const limit = Math.sqrt(6 / (shape[0] + shape[1]))
      for (let i = 0; i < values.length; i++) values[i] = (2 * random() - 1) * limit
    }
    return { name, shape, values }
  })
}
