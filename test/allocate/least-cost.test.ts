import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { highsSolver } from '../../src/adapters/highs.ts'
import { type AllocateInput, allocate } from '../../src/allocate/allocate.ts'
import type { Allocation } from '../../src/model/allocation.ts'
import { firstDay, lastDay } from '../../src/model/day.ts'
import { capitalNode, depotNode, placeFinder } from '../../src/model/node.ts'
import { centimos, packs } from '../../src/model/units.ts'
import { country, DECEMBER, depot, lot, need, product, truck, ways } from './country.ts'
import { oneMonth, tinyCountry } from './tiny-country.ts'

const solver = highsSolver()
afterAll(() => solver.close())

async function cheapest(input: Omit<AllocateInput, 'solve'>): Promise<Allocation> {
  const result = await allocate({ ...input, solve: solver.solve }, 'least-cost')
  if (result.status !== 'allocated') throw new Error(JSON.stringify(result))
  return result.allocation
}

const granted = (allocation: Allocation): number => allocation.grants.reduce((sum, g) => sum + g.packs, 0)

/** Every way of serving December, one pack at a time: the greatest number of packs, and the least cost of that number. */
function bruteForce(input: Omit<AllocateInput, 'solve'>): { packs: number; cost: number } {
  const find = placeFinder(input.places)
  const [food] = input.products
  const lots = input.lots.filter(
    (l) => (l.arrives ?? -Infinity) <= firstDay(DECEMBER) && (l.expires ?? Infinity) >= lastDay(DECEMBER),
  )
  const may = new Map(
    input.depots.map((d) => {
      const usable = lots.reduce((sum, l) => (l.depot === d.id ? sum + l.packs : sum), 0)
      return [d.id, Math.max(0, usable - food!.criticalPacks)]
    }),
  )
  const costs = new Map<string, number>()
  for (const d of input.depots)
    for (const n of input.needs) {
      const serves = d.level !== 'forward' || d.ubigeo.slice(0, 2) === n.ubigeo.slice(0, 2)
      const leg = serves && input.travel(depotNode(d, find), capitalNode(n.ubigeo, find), input.vehicleTypes[0]!)
      if (leg) costs.set(`${d.id} ${n.ubigeo}`, leg.metres / 1000)
    }
  const units = input.needs.flatMap((n) => Array.from({ length: n.packs }, () => n.ubigeo))
  const memo = new Map<string, { packs: number; cost: number }>()
  const best = (unit: number, left: readonly number[], free: ReadonlyMap<string, number>) => {
    const to = units[unit]
    if (to === undefined) return { packs: 0, cost: 0 }
    const state = `${unit} ${left.join()} ${[...free.values()].join()}`
    const known = memo.get(state)
    if (known) return known
    let top: { packs: number; cost: number } = best(unit + 1, left, free)
    lots.forEach((l, i) => {
      const cost = costs.get(`${l.depot} ${to}`)
      if (cost === undefined || left[i]! < 1 || (free.get(l.depot) ?? 0) < 1 || !to.startsWith(l.earmark ?? '')) return
      const rest = best(unit + 1, left.with(i, left[i]! - 1), new Map(free).set(l.depot, free.get(l.depot)! - 1))
      const now = { packs: rest.packs + 1, cost: rest.cost + cost }
      if (now.packs > top.packs || (now.packs === top.packs && now.cost < top.cost)) top = now
    })
    memo.set(state, top)
    return top
  }
  return best(
    0,
    lots.map((l) => l.packs),
    may,
  )
}

test('On tiny countries no way of serving gives more packs, nor as many for less', async () => {
  await fc.assert(
    fc.asyncProperty(tinyCountry.map(oneMonth), async (input) => {
      const found = await cheapest(input)
      expect({ packs: granted(found), cost: found.cost }).toEqual(bruteForce(input))
    }),
    { numRuns: 150, seed: 1 },
  )
})

test('Packs come before cost: a far place is served rather than a near one twice as cheaply', async () => {
  // A reaches both, B only the near one. Two packs can be given only if the near one leaves A to the far one: 1 × 100 + 1 × 9.
  const found = await cheapest(
    country({
      solve: solver.solve,
      depots: [depot('A', '010101'), depot('B', '010101')],
      lots: [lot('A', 1), lot('B', 1)],
      needs: [need('010101', 1), need('020101', 1)],
      travel: ways({ 'A 010101': 1, 'A 020101': 100, 'B 010101': 9 }),
    }),
  )
  expect([granted(found), found.cost]).toEqual([2, 109])
})

test('A pack pays its share of the mass of the cheapest vehicle that can carry it', async () => {
  // 2 kg of 8 kg: ¼ of (3 céntimos × 10 km + 36 × 0.5 h + 100) = ¼ × 148 = 37; the moped would be cheaper but holds 1 kg.
  const van = truck({
    id: 'van',
    capacityG: 8000 as never,
    costPerKm: centimos(3),
    costPerHour: centimos(36),
    fixedCost: centimos(100),
  })
  const found = await cheapest(
    country({
      solve: solver.solve,
      products: [product({ massG: 2000 as never })],
      depots: [depot('A', '010101')],
      lots: [lot('A', 5)],
      needs: [need('010101', 3)],
      vehicleTypes: [truck({ id: 'moped' }), van],
      fleet: ['moped', 'van'].map((vehicleType) => ({ depot: 'A', vehicleType, count: 1 })),
      travel: (from, to, by) => ({
        from: from.id,
        to: to.id,
        mode: by.mode,
        vehicleType: by.id,
        metres: 10_000 as never,
        seconds: 1800 as never,
        source: 'distance-table',
      }),
    }),
  )
  expect(found.cost).toBe(3 * 37)
})

test('k times the price of a kilometre is k times the cost', async () => {
  await fc.assert(
    fc.asyncProperty(tinyCountry.map(oneMonth), fc.integer({ min: 2, max: 1000 }), async (input, k) => {
      const one = await cheapest(input)
      const other = await cheapest({ ...input, vehicleTypes: [truck({ costPerKm: centimos(k) })] })
      expect([granted(other), other.cost]).toEqual([granted(one), k * one.cost])
    }),
    { numRuns: 40, seed: 2 },
  )
})

test('More stock never gives less', async () => {
  await fc.assert(
    fc.asyncProperty(tinyCountry.map(oneMonth), fc.nat(4), fc.integer({ min: 1, max: 3 }), async (input, at, more) => {
      fc.pre(at < input.lots.length)
      const lots = input.lots.map((l, i) => (i === at ? { ...l, packs: packs(l.packs + more) } : l))
      expect(granted(await cheapest({ ...input, lots }))).toBeGreaterThanOrEqual(granted(await cheapest(input)))
    }),
    { numRuns: 60, seed: 3 },
  )
})

test('A solver that stops early is an outcome that names the month', async () => {
  const input = country({
    solve: async () => ({ status: 'stopped', detail: 'timeLimit' }),
    depots: [depot('A', '010101')],
    lots: [lot('A', 1)],
    needs: [need('010101', 1)],
    travel: ways({ 'A 010101': 1 }),
  })
  expect(await allocate(input, 'least-cost')).toEqual({
    status: 'unsolved',
    product: 'food',
    period: DECEMBER,
    detail: 'stopped timeLimit',
  })
})
