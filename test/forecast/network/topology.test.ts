import { expect, test } from 'vitest'
import { pooledNetwork, residualNetwork } from '../../../src/forecast/network/architectures.ts'
import { initialWeights } from '../../../src/kernel/network/initial-weights.ts'
import { type Layer, shapesOf, sizeOf, weightShapes } from '../../../src/kernel/network/topology.ts'

const shape = { lags: 24, known: 40, outputs: 6, width: 32, blocks: 3, dropout: 0.1 }

test('The pooled network sees half-years, quarters and months of 24 lags', () => {
  const shapes = shapesOf(pooledNetwork(shape))
  if ('fault' in shapes) throw new Error(shapes.fault)
  expect(['block1_flat', 'block2_flat', 'block3_flat'].map((name) => shapes.of.get(name))).toEqual([[4], [8], [24]])
  expect(shapes.of.get('head')).toEqual([6])
})

test('A residual network of 64 inputs, 32 wide, 2 blocks has 2,080 + 2 · 2,176 + 198 weights', () => {
  // enter 64·32 + 32; a block 2·(32·32 + 32) + 2·32; head 32·6 + 6
  const weights = weightShapes(residualNetwork({ ...shape, blocks: 2 }))
  expect(weights.reduce((sum, w) => sum + sizeOf(w.shape), 0)).toBe(2080 + 2 * 2176 + 198)
})

test('Every last layer begins at zero, every other within Glorot’s limit, from its own stream', () => {
  for (const w of initialWeights(pooledNetwork(shape), 1)) {
    const zero = w.name.endsWith('bias') || w.name.includes('ahead')
    const limit = zero ? 0 : Math.sqrt(6 / (w.shape[0]! + w.shape[1]!))
    const largest = Math.max(...w.values.map(Math.abs))
    expect(largest).toBeLessThanOrEqual(limit)
    expect(largest).toBeGreaterThanOrEqual(0.9 * limit)
  }
  const wider = initialWeights(pooledNetwork({ ...shape, outputs: 8 }), 1)
  const same = initialWeights(pooledNetwork(shape), 1)
  expect(wider[0]!.values).toEqual(same[0]!.values)
})

const x = { kind: 'InputLayer', name: 'x', from: [], shape: [4] } as const
const dense = (name: string, from: string): Layer => ({
  kind: 'Dense',
  name,
  from: [from],
  units: 2,
  activation: 'relu',
  start: 'glorot',
})

test.each<[string, readonly Layer[], string]>([
  ['a name twice', [x, x], 'x'],
  ['a layer before what it reads', [dense('y', 'x'), x], 'y'],
  ['an output that is not there', [x], 'z'],
  ['a sum of different widths', [x, dense('y', 'x'), { kind: 'Add', name: 'z', from: ['x', 'y'] }], 'z'],
  ['a reshape that loses numbers', [x, { kind: 'Reshape', name: 'z', from: ['x'], shape: [3, 1] }], 'z'],
  ['pooling over one axis', [x, { kind: 'AveragePooling1D', name: 'z', from: ['x'], size: 2 }], 'z'],
  ['a dense layer over two axes', [{ ...x, shape: [4, 2] }, dense('z', 'x')], 'z'],
  ['a dropout of everything', [x, { kind: 'Dropout', name: 'z', from: ['x'], rate: 1 }], 'z'],
])('No network: %s', (_, layers, output) => {
  expect(shapesOf({ name: 'n', layers, output })).toHaveProperty('fault')
})
