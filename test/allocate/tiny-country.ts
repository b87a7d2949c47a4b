import fc from 'fast-check'
import type { AllocateInput } from '../../src/allocate/allocate.ts'
import { addDays, firstDay, lastDay } from '../../src/model/day.ts'
import type { Lot } from '../../src/model/depot.ts'
import { packs } from '../../src/model/units.ts'
import { country, DECEMBER, depot, JANUARY, lot, need, place, product, ways } from './country.ts'

const DEPOTS = ['A', 'B', 'C']
const PLACES = ['010101', '010201', '020101', '030101']
/** Days around which a lot begins or ceases to serve December and January. */
const DAYS = [
  firstDay(DECEMBER),
  addDays(firstDay(DECEMBER), 1),
  addDays(lastDay(DECEMBER), -1),
  lastDay(DECEMBER),
  firstDay(JANUARY),
  lastDay(JANUARY),
]

const someDay = fc.option(fc.constantFrom(...DAYS), { freq: 2 })
const someLot = fc.record({
  at: fc.constantFrom(...DEPOTS),
  packs: fc.integer({ min: 0, max: 4 }),
  expires: someDay,
  arrives: someDay,
  earmark: fc.option(fc.constantFrom('01', '0101', '02'), { freq: 2 }),
})

/** Up to three depots and four places: what is needed, what lies where, and the ways between them, some of which are missing. */
export const tinyCountry: fc.Arbitrary<Omit<AllocateInput, 'solve'>> = fc
  .record({
    levels: fc.array(fc.constantFrom('national' as const, 'regional' as const), { minLength: 3, maxLength: 3 }),
    depots: fc.integer({ min: 1, max: 3 }),
    december: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }),
    january: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 0, maxLength: 4 }),
    lots: fc.array(someLot, { maxLength: 5 }),
    km: fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { freq: 3 }), { minLength: 12, maxLength: 12 }),
    critical: fc.constantFrom(0, 0, 1, 2),
  })
  .map(({ levels, depots, december, january, lots, km, critical }) => {
    const named: Record<string, number> = {}
    km.forEach((length, i) => {
      if (length !== null) named[`${DEPOTS[Math.floor(i / 4)]} ${PLACES[i % 4]}`] = length
    })
    const input = country({
      solve: () => Promise.reject(new Error('no solver')),
      products: [product({ criticalPacks: packs(critical) })],
      depots: DEPOTS.slice(0, depots).map((id, d) => depot(id, PLACES[d]!, levels[d])),
      lots: lots.map((l, i): Lot => lot(l.at, l.packs, { ...l, lot: `L${i}` })),
      needs: [...december.map((n, i) => need(PLACES[i]!, n)), ...january.map((n, i) => need(PLACES[i]!, n, JANUARY))],
      travel: ways(named),
    })
    return { ...input, places: PLACES.map((code) => place(code)) }
  })

/** Only its December. */
export const oneMonth = <T extends Pick<AllocateInput, 'needs' | 'window'>>(input: T): T => ({
  ...input,
  needs: input.needs.filter((n) => n.period === DECEMBER),
  window: { from: DECEMBER, months: 1 },
})
