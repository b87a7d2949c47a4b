import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ForecastResponse, NodesResponse } from '../../src/api/forecast.ts'
import type { PanoramaResponse } from '../../src/api/panorama.ts'
import type { WorkspaceResponse } from '../../src/api/workspace.ts'
import { serve } from '../../src/server/server.ts'
import { type DemoWorkspace, plannedDemo } from './demo-workspace.ts'

let demo: DemoWorkspace
let server: Awaited<ReturnType<typeof serve>>
let products: WorkspaceResponse['products']
let nodes: NodesResponse['nodes']

beforeAll(async () => {
  demo = await plannedDemo()
  server = await serve({ root: demo.root, port: 0, lang: 'es' })
  products = (await get<WorkspaceResponse>('/api/workspace')).products
  nodes = (await get<NodesResponse>('/api/nodes')).nodes
})

afterAll(async () => {
  await server.close()
  await demo.remove()
})

const get = async <T>(path: string): Promise<T> => (await fetch(server.url + path)).json() as Promise<T>
const forecastOf = (ubigeo: string, product = products[0]?.id ?? '') =>
  get<ForecastResponse>(`/api/forecast/${ubigeo}?product=${product}`)
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

test('nodes are the nation, and the departments and provinces of the demo', () => {
  expect(nodes.map((node) => `${node.ubigeo} ${node.name}`)).toEqual([
    '000000 Perú',
    '080000 Cusco',
    '080100 Cusco',
    '150000 Lima',
    '150100 Lima',
    '160000 Loreto',
    '160100 Maynas',
    '200000 Piura',
    '200200 Ayabaca',
  ])
})

test('every node knows the way from the nation and the nodes below it; means, packs and history of those add up to its own', async () => {
  for (const { id } of products)
    for (const { ubigeo } of nodes) {
      const own = await forecastOf(ubigeo, id)
      expect(own.path.at(-1)?.ubigeo).toBe(ubigeo)
      expect(own.path[0]?.name).toBe('Perú')
      if (own.below.length === 0) continue
      const below = await Promise.all(own.below.map((node) => forecastOf(node.ubigeo, id)))
      expect(sum(below.map((b) => b.place.series))).toBe(own.place.series)
      for (const [m, month] of own.months.entries()) {
        expect(sum(below.map((b) => b.months[m]?.mean ?? Number.NaN))).toBeCloseTo(month.mean, 6)
        // A region's reserve is its department's own: it is in no province.
        const granted = sum(below.map((b) => b.months[m]?.supply?.granted ?? Number.NaN))
        expect(granted).toBeLessThanOrEqual(month.supply?.granted ?? Number.NaN)
      }
      for (const [h, month] of own.history.entries())
        expect(sum(below.map((b) => b.history[h]?.persons ?? Number.NaN))).toBeCloseTo(month.persons, 6)
    }
})

test('the nation’s forecast says what Panorama says', async () => {
  for (const { id } of products) {
    const { months, history, levels } = await forecastOf('000000', id)
    const panorama = await get<PanoramaResponse>(`/api/panorama?product=${id}`)
    const at = (quantiles: readonly number[], level: number) => quantiles[levels.indexOf(level)]
    expect(
      months.map(({ month, mean, quantiles, supply }) => ({
        month,
        supply,
        persons: { mean, median: at(quantiles, 0.5), low: at(quantiles, 0.1), high: at(quantiles, 0.9) },
      })),
    ).toEqual(panorama.nation.map(({ month, supply, persons }) => ({ month, supply, persons })))
    expect(history).toEqual(panorama.history)
  }
})

test('the share of draws with any need fits the quantiles: a quantile above zero leaves at most its level without', async () => {
  for (const { ubigeo } of nodes) {
    const { months, levels } = await forecastOf(ubigeo)
    for (const { positive, quantiles } of months) {
      const first = quantiles.findIndex((q) => q > 0)
      expect(positive).toBeGreaterThanOrEqual(first === -1 ? 0 : 1 - (levels[first] ?? 1))
      expect(positive).toBeLessThanOrEqual(1 - (first > 0 ? (levels[first - 1] ?? 0) : 0) + 1 / 400)
    }
  }
})

test('what came after a past forecast is the history of that month', async () => {
  for (const { ubigeo } of nodes) {
    const { past, history } = await forecastOf(ubigeo)
    const recorded = new Map(history.map((h) => [h.month, h.persons]))
    expect(past).toHaveLength(12 * 3)
    for (const { month, actual, origin } of past) {
      expect(actual).toBeCloseTo(recorded.get(month) ?? Number.NaN, 6)
      expect(origin <= month).toBe(true)
    }
  }
})

test('members are sorted by loss and one is in use; notes are of the product asked for', async () => {
  const { members, notes, product } = await forecastOf('200200')
  const losses = members.map((m) => m.loss)
  expect(losses).toEqual(losses.toSorted((a, b) => a - b))
  expect(members.filter((m) => m.chosen)).toHaveLength(1)
  expect(notes.map((note) => note.code)).toContain('method-chosen')
  expect(notes.filter((note) => 'product' in note && note['product'] !== product.id)).toEqual([])
})

test('an answer that has not changed is not sent again', async () => {
  const path = `${server.url}/api/forecast/000000`
  const tag = (await fetch(path)).headers.get('etag') ?? ''
  const again = await fetch(path, { headers: { 'if-none-match': tag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
})
