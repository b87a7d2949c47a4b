import { expect, test } from 'vitest'
import { initialWeights } from '../../../src/kernel/network/initial-weights.ts'
import { shapesOf, weightShapes } from '../../../src/kernel/network/topology.ts'
import { merge, unmerge } from '../../../src/forecast/network/merge.ts'
import { topologyOf } from '../../../src/forecast/network/network-input.ts'
import { joined, partOf } from '../../../src/forecast/network/parts.ts'
import { scaleOf, staticsOfPlaces } from '../../../src/forecast/network/statics.ts'
import { ubigeo } from '../../../src/model/ubigeo.ts'
import { SMALL, smallInput } from './small-panel.ts'

const networkOf = (seed: number, architecture: 'pooled' | 'residual' = 'pooled') => {
  const topology = topologyOf(smallInput({ settings: { ...SMALL, architecture } }))
  return { topology, weights: initialWeights(topology, seed), losses: [], best: 1 }
}

test('networks joined under prefixes are one network, and each is found again as it was', () => {
  const [a, b] = [networkOf(1), networkOf(2, 'residual')]
  const both = joined('demand', [
    { prefix: 'p1_', network: a },
    { prefix: 'p2_', network: b },
  ])
  expect(weightShapes(both.topology).map((w) => w.name)).toEqual(both.weights.map((w) => w.name))
  // Two heads of 2 × 3 outputs, one after the other.
  const shapes = shapesOf(both.topology)
  expect('of' in shapes && shapes.of.get(both.topology.output)).toEqual([12])
  for (const [prefix, one] of [
    ['p1_', a],
    ['p2_', b],
  ] as const) {
    const found = partOf(both, prefix, one.topology.output)
    expect(found?.topology.layers).toEqual(one.topology.layers)
    expect(found?.weights).toEqual(one.weights)
  }
  expect(partOf(both, 'p3_', 'head')).toBeUndefined()
  expect(partOf(both, 'p1_', 'nothing')).toBeUndefined()
})

test('networks that were merged are told apart again, a single one too', () => {
  const parts = [1, 2, 3].map((seed) => networkOf(seed))
  expect(unmerge(merge(parts))).toEqual(parts.map((p) => p.weights))
  const [only] = parts
  expect(unmerge(merge(parts.slice(0, 1)))).toEqual([only?.weights])
})

test('numbers of places have mean 0 and deviation 1; a district without any has its province’s, but not its people', () => {
  const place = (code: string, population: number, poverty: number | null) => ({
    ubigeo: ubigeo(code),
    population,
    poverty,
    altitudeM: 100,
    region: 'jungle' as const,
  })
  const places = [place('010100', 1000, 0.5), place('010101', 100, 0.2), place('010102', 10_000, 0.4)]
  const rows = ['010101', '010102', '010103'].map(ubigeo)
  const scale = scaleOf(rows, places)
  const out = staticsOfPlaces(rows, places, scale)
  // log 100 and log 10000 lie one deviation to each side of their mean; the third is not known and stays at the mean.
  expect([out[0], out[5], out[10]]).toEqual([-1, 1, 0].map((x) => expect.closeTo(x, 9)))
  // Poverty 0.2, 0.4 and the province's 0.5: mean 0.3667, deviation 0.1247.
  expect(out[11]).toBeCloseTo((0.5 - 1.1 / 3) / Math.sqrt((0.04 + 0.16 + 0.25) / 3 - (1.1 / 3) ** 2), 9)
  // The same everywhere: no deviation to divide by.
  expect([out[2], out[7], out[12]]).toEqual([0, 0, 0])
})
