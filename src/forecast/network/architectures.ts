import type { Layer, Topology } from '../../kernel/network/topology.ts'

/** Names of the two inputs of every forecasting network. */
export const LAGS = 'lags'
export const KNOWN = 'known'

export interface Architecture {
  /** Past months, latest last. */
  readonly lags: number
  /** All other inputs, see window.ts. */
  readonly known: number
  /** Numbers the head reads. */
  readonly outputs: number
  readonly width: number
  readonly blocks: number
  readonly dropout: number
}

const inputs = ({ lags, known }: Architecture): readonly Layer[] => [
  { kind: 'InputLayer', name: LAGS, from: [], shape: [lags] },
  { kind: 'InputLayer', name: KNOWN, from: [], shape: [known] },
]
const dense = (name: string, from: string, units: number, activation: 'relu' | 'linear' = 'relu'): Layer => ({
  kind: 'Dense',
  name,
  from: [from],
  units,
  activation,
  start: 'glorot',
})
/** The last layer begins at zero, so that the network begins as the head's baseline. */
const last = (name: string, from: string, units: number): Layer => ({
  kind: 'Dense',
  name,
  from: [from],
  units,
  activation: 'linear',
  start: 'zeros',
})

/** Keras' own; a smaller one makes the gradient of constant inputs explode. */
const EPSILON = 1e-3

/** Residual blocks over one wide layer: x ← normalise(x + dense(dropout(relu(dense(x))))). */
export function residualNetwork(a: Architecture): Topology {
  const layers: Layer[] = [
    ...inputs(a),
    { kind: 'Concatenate', name: 'all', from: [LAGS, KNOWN] },
    dense('enter', 'all', a.width),
  ]
  let at = 'enter'
  for (let b = 1; b <= a.blocks; b++) {
    layers.push(
      dense(`block${b}_in`, at, a.width),
      { kind: 'Dropout', name: `block${b}_drop`, from: [`block${b}_in`], rate: a.dropout },
      dense(`block${b}_out`, `block${b}_drop`, a.width, 'linear'),
      { kind: 'Add', name: `block${b}_add`, from: [at, `block${b}_out`] },
      { kind: 'LayerNormalization', name: `block${b}`, from: [`block${b}_add`], epsilon: EPSILON },
    )
    at = `block${b}`
  }
  return { name: 'residual', layers: [...layers, last('head', at, a.outputs)], output: 'head' }
}

/** Months averaged by each block: half-years, quarters, months. */
const POOLS = [6, 3, 1]

/**
 * After N-HiTS (Challu et al. 2023): each block sees the lags at its own coarseness, explains a part of them away and adds to the forecast. The part
 * explained is added with its sign learned, because Keras has no stock layer that subtracts in every version.
 */
export function pooledNetwork(a: Architecture): Topology {
  const layers: Layer[] = [...inputs(a)]
  let rest = LAGS
  const parts: string[] = []
  for (let b = 1; b <= a.blocks; b++) {
    const name = (part: string): string => `block${b}_${part}`
    const size = Math.min(POOLS[(b - 1) % POOLS.length], a.lags)
    layers.push(
      { kind: 'Reshape', name: name('steps'), from: [rest], shape: [a.lags, 1] },
      { kind: 'AveragePooling1D', name: name('pool'), from: [name('steps')], size },
      { kind: 'Flatten', name: name('flat'), from: [name('pool')] },
      { kind: 'Concatenate', name: name('all'), from: [name('flat'), KNOWN] },
      dense(name('first'), name('all'), a.width),
      { kind: 'Dropout', name: name('drop'), from: [name('first')], rate: a.dropout },
      dense(name('second'), name('drop'), a.width),
      last(name('ahead'), name('second'), a.outputs),
    )
    parts.push(name('ahead'))
    if (b === a.blocks) break
    layers.push(dense(name('past'), name('second'), a.lags, 'linear'))
    layers.push({ kind: 'Add', name: name('rest'), from: [rest, name('past')] })
    rest = name('rest')
  }
  if (parts.length > 1) layers.push({ kind: 'Add', name: 'head', from: parts })
  return { name: 'pooled', layers, output: parts.length > 1 ? 'head' : parts[0] }
}
