import { expect, test } from 'vitest'
import type { Experiment, ModelMember, ProductModel } from '../../src/api/model.ts'
import { modelMessages } from '../../src/messages/page-model.ts'
import { differing, measuresOf, productsMeasured } from '../../web/src/model/experiment-facts.ts'
import { experimentsCsv } from '../../web/src/model/experiments-csv.ts'
import { byChance, inOrder, usesNetwork, withAndWithout } from '../../web/src/model/model-facts.ts'

const member = (method: string, loss: number, own: Partial<ModelMember> = {}): ModelMember => ({
  method,
  kind: 'statistics',
  loss,
  bias: 0,
  coverage80: 0.8,
  origins: 12,
  chosen: false,
  weights: null,
  ...own,
})
const product = (...members: readonly ModelMember[]): ProductModel => ({
  product: { id: 'food', name: 'Food', unit: 'ration', pack: 1, persons: 5, days: 10 },
  network: null,
  members,
  coverage: [],
})
const experiment = (own: Partial<Experiment>): Experiment => ({
  id: 'abc',
  name: null,
  at: '2026-01-02T03:04:05',
  state: null,
  statistical: false,
  before: '2026-01',
  sameData: true,
  parameters: [],
  measures: [],
  ...own,
})
const loss = (value: number, measure = 'combination', of = 'food') => ({ product: of, measure, value })

test('yardsticks stand last whatever they lose', () => {
  const members = [member('zero', 0.1), member('tsb', 0.9), member('seasonal-naive', 0.05), member('sba', 0.4)]
  expect(inOrder(members).map(({ method }) => method)).toEqual(['sba', 'tsb', 'seasonal-naive', 'zero'])
})

test('a network takes part where it is chosen, or weighs in a combination that is', () => {
  const network = (own: Partial<ModelMember>) => member('network-count', 0.5, { kind: 'network', ...own })
  const combination = (chosen: boolean) => member('combination', 0.4, { kind: 'combination', chosen })
  expect(usesNetwork(product(network({ chosen: true })))).toBe(true)
  expect(usesNetwork(product(combination(true), network({ weights: [0, 0.1, 0, 0] })))).toBe(true)
  expect(usesNetwork(product(combination(true), network({ weights: [0, 0, 0, 0] })))).toBe(false)
  expect(usesNetwork(product(member('tsb', 0.3, { chosen: true }), network({ weights: [1, 1, 1, 1] })))).toBe(false)
})

test('losses with and without networks are of the experiment in use and of the latest without any, on the same demand', () => {
  const used = experiment({ state: 'in-use', measures: [loss(0.4)] })
  const without = (value: number, sameData = true) =>
    experiment({ statistical: true, sameData, measures: [loss(value)] })
  const of = (...experiments: readonly Experiment[]) =>
    withAndWithout({ source: 'workspace', failed: null, experiments }, 'food')
  expect(of(used, without(0.7, false), without(0.6), without(0.5))).toEqual({ networks: 0.4, without: 0.6 })
  expect(of(used, without(0.7, false))).toBe(undefined)
  expect(of(without(0.6))).toBe(undefined)
})

test('chance alone leaves 80 % ± 1.96 √(0.16 ÷ n)', () => {
  // √(0.16 ÷ 64) = 0.05; 1.96 × 0.05 = 0.098.
  expect(byChance(64)).toEqual([expect.closeTo(0.702), expect.closeTo(0.898)])
  expect(byChance(2)[1]).toBe(1)
})

test('measures of ours come first, those of others as they come; of settings only those that differ are told', () => {
  const width = (value: string) => [
    { name: 'width', value },
    { name: 'lags', value: '24' },
  ]
  const experiments = [
    experiment({ parameters: width('16'), measures: [loss(1, 'mape'), loss(1, 'validation'), loss(1)] }),
    experiment({ parameters: width('32'), measures: [loss(1, 'mape', '')] }),
    experiment({ statistical: true }),
  ]
  expect(measuresOf(experiments)).toEqual(['combination', 'validation', 'mape'])
  expect(productsMeasured(experiments, 'mape', ['shelter', 'food'])).toEqual(['food', ''])
  expect([...differing(experiments)]).toEqual(['width'])
})

test('the CSV has every setting and measure, unrounded, and cannot run as a formula', () => {
  const rows = [
    experiment({
      name: '=1+1',
      state: 'in-use',
      parameters: [{ name: 'width', value: '16' }],
      measures: [loss(1 / 3)],
    }),
    experiment({ statistical: true, before: null, measures: [loss(2, 'coverage80', 'shelter')] }),
  ]
  const lines = experimentsCsv(rows, modelMessages.es).trimEnd().split('\r\n')
  expect(lines[0]).toBe(
    '\ufeffexperimento;nombre;estado;cuando;antes_de;mismos_datos;width;food combination;shelter coverage80',
  )
  expect(lines[1]).toBe(`abc;'=1+1;en uso;2026-01-02T03:04:05;2026-01;sí;16;${1 / 3};`)
  expect(lines[2]).toBe('solo estadística;;;2026-01-02T03:04:05;;sí;;;2')
})
