import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { highsSolver } from '../../src/adapters/highs.ts'
import { type AllocateInput, allocate } from '../../src/allocate/allocate.ts'
import { type Allocation, RULES } from '../../src/model/allocation.ts'
import { firstDay, lastDay } from '../../src/model/day.ts'
import { capitalNode, depotNode, placeFinder } from '../../src/model/node.ts'
import { country, DECEMBER, depot, lot, need, product, ways } from './country.ts'
import { tinyCountry } from './tiny-country.ts'

const solver = highsSolver()
afterAll(() => solver.close())

describe.each(RULES)('%s', (rule) => {
  async function run(input: Omit<AllocateInput, 'solve'>): Promise<Allocation> {
    const result = await allocate({ ...input, solve: solver.solve }, rule)
    if (result.status !== 'allocated') throw new Error(JSON.stringify(result))
    return result.allocation
  }

  test('Grants and shortfall of a need are the need, and none is empty', async () => {
    await fc.assert(
      fc.asyncProperty(tinyCountry, async (input) => {
        const { grants, shortfalls } = await run(input)
        const parts = [...grants, ...shortfalls]
        expect(parts.filter((part) => !(part.packs > 0))).toEqual([])
        for (const n of input.needs) {
          const mine = parts.filter((part) => part.ubigeo === n.ubigeo && part.period === n.period)
          expect(mine.reduce((sum, part) => sum + part.packs, 0)).toBe(n.packs)
        }
        expect(new Set(shortfalls.map((s) => `${s.ubigeo} ${s.period}`)).size).toBe(shortfalls.length)
      }),
      { numRuns: 60, seed: 11 },
    )
  })

  test('A lot gives no more than it holds, within its life, to those it is for, along a way that exists', async () => {
    await fc.assert(
      fc.asyncProperty(tinyCountry, async (input) => {
        const { grants } = await run(input)
        const find = placeFinder(input.places)
        for (const l of input.lots) {
          const mine = grants.filter((g) => g.depot === l.depot && g.lot === l.lot)
          expect(mine.reduce((sum, g) => sum + g.packs, 0)).toBeLessThanOrEqual(l.packs)
          for (const g of mine) {
            expect(l.arrives ?? -Infinity).toBeLessThanOrEqual(firstDay(g.period))
            expect(l.expires ?? Infinity).toBeGreaterThanOrEqual(lastDay(g.period))
            expect(g.ubigeo.startsWith(l.earmark ?? '')).toBe(true)
          }
        }
        for (const g of grants) {
          const from = depotNode(input.depots.find((d) => d.id === g.depot)!, find)
          expect(input.travel(from, capitalNode(g.ubigeo, find), input.vehicleTypes[0]!)).toBeDefined()
        }
      }),
      { numRuns: 60, seed: 12 },
    )
  })

  test('A depot keeps its critical level, or all it has', async () => {
    await fc.assert(
      fc.asyncProperty(tinyCountry, async (input) => {
        const { grants } = await run(input)
        for (const { id } of input.depots) {
          const held = input.lots.filter((l) => l.depot === id).reduce((sum, l) => sum + l.packs, 0)
          const gone = grants.filter((g) => g.depot === id).reduce((sum, g) => sum + g.packs, 0)
          expect(held - gone).toBeGreaterThanOrEqual(Math.min(held, input.products[0]!.criticalPacks))
        }
      }),
      { numRuns: 60, seed: 13 },
    )
  })

  test('The order of places, depots, lots and needs changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(tinyCountry, async (input) => {
        const reversed = {
          ...input,
          places: input.places.toReversed(),
          depots: input.depots.toReversed(),
          lots: input.lots.toReversed(),
          needs: input.needs.toReversed(),
          fleet: input.fleet.toReversed(),
        }
        expect(await run(reversed)).toEqual(await run(input))
      }),
      { numRuns: 40, seed: 14 },
    )
  })

  const one = (over: Partial<AllocateInput>) =>
    run(country({ solve: solver.solve, depots: [depot('A', '010101')], travel: ways({ 'A 010101': 1 }), ...over }))

  test('Of what serves the month, the lot that expires first goes first', async () => {
    const { grants } = await one({
      lots: [
        lot('A', 3, { lot: 'never' }),
        lot('A', 2, { lot: 'later', expires: (lastDay(DECEMBER) + 90) as never }),
        lot('A', 2, { lot: 'sooner', expires: (lastDay(DECEMBER) + 30) as never }),
      ],
      needs: [need('010101', 3)],
    })
    expect(grants.map((g) => [g.lot, g.packs])).toEqual([
      ['later', 1],
      ['sooner', 2],
    ])
  })

  test('A place uses what is reserved for it before what is for all', async () => {
    const { grants } = await one({
      lots: [lot('A', 5, { lot: 'all' }), lot('A', 2, { lot: 'ours', earmark: '0101' })],
      needs: [need('010101', 3)],
    })
    expect(grants.map((g) => [g.lot, g.packs])).toEqual([
      ['all', 1],
      ['ours', 2],
    ])
  })

  test('A product reserved for one department goes nowhere else', async () => {
    const { grants } = await one({
      products: [product({ earmark: '02' })],
      lots: [lot('A', 5)],
      needs: [need('010101', 3), need('020101', 3)],
      travel: ways({ 'A 010101': 1, 'A 020101': 1 }),
    })
    expect(grants.map((g) => [g.ubigeo, g.packs])).toEqual([['020101', 3]])
  })

  test('When asked to stop it stops, and says so', async () => {
    const input = country({ solve: solver.solve, needs: [need('010101', 3)], cancelled: () => true })
    expect(await allocate(input, rule)).toEqual({ status: 'cancelled' })
  })

  test('No need is a plan without grants', async () => {
    expect(await one({ lots: [lot('A', 5)] })).toEqual({ rule, grants: [], shortfalls: [], cost: 0 })
  })
})
