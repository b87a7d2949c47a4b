import { seedFor, stream } from '../kernel/random.ts'
import { DRAWS, type Forecast } from '../model/forecast.ts'
import type { Ubigeo } from '../model/ubigeo.ts'
import { isCount } from './counts.ts'
import { describe } from './draw.ts'
import { elasticity, peopleIn, type Population } from './elasticity.ts'
import { type Group, historyAt } from './history.ts'
import { loansOf } from './loans.ts'
import { standing } from './standing.ts'
import { shuffle } from './worlds.ts'

/** Known months of a place that weigh as much as what it borrows (Bühlmann 1967); measured in docs/methods.md. */
const CREDIBILITY = 24

/** Worlds dealt to parties in proportion to their weights, give or take one. @returns the party of each world */
function dealt(weights: readonly number[], random: () => number): Int32Array {
  const order = Int32Array.from({ length: DRAWS }, (_, w) => w)
  shuffle(order, random)
  const total = weights.reduce((a, b) => a + b, 0)
  const out = new Int32Array(DRAWS)
  let party = 0
  let upTo = weights[0]
  order.forEach((world, i) => {
    while (party < weights.length - 1 && ((i + 0.5) / DRAWS) * total > upTo) upTo += weights[++party]
    out[world] = party
  })
  return out
}

/** Population of the borrower and of each lender; of one that is not known, the mean of the lenders'. */
function sizesOf(code: Ubigeo, lenders: readonly Ubigeo[], population: Population) {
  const known = lenders.map((lender) => peopleIn(population, lender)).filter((people) => people !== undefined)
  const mean = known.length === 0 ? 1 : known.reduce((a, b) => a + b, 0) / known.length
  return {
    own: peopleIn(population, code) ?? mean,
    theirs: lenders.map((lender) => peopleIn(population, lender) ?? mean),
  }
}

/**
 * Draws of places that do not stand by themselves: each world takes those of one lender, the liker in size the likelier, times (own population ÷ its)^b;
 * of a place with a few known months, the more worlds keep its own draws the more there are. A lender's world is whole, all months of it, and stays the
 * same world, so that zeros, tail and neighbours remain as they are; a sum of lenders would have lost them.
 * @param rows series of the forecast that the group's rows are; draws, means and quantiles of borrowers are overwritten
 * @param end column after the last known one
 */
export function lend(
  out: Forecast,
  rows: readonly number[],
  group: Group,
  end: number,
  population: Population,
  seed: number,
): void {
  const codes = rows.map((s) => out.series[s].ubigeo)
  const loans = loansOf(codes, group, end)
  if (loans.length === 0) return
  const horizon = out.periods.length
  const b = elasticity(codes, group, standing(group, end), end, population)
  const quantum = isCount(group, end) ? historyAt(group, end, new Float64Array(group.steps)).quantum : undefined
  const sorted = new Float64Array(DRAWS)
  for (const { row, months, lenders } of loans) {
    const code = codes[row]
    const { own, theirs } = sizesOf(
      code,
      lenders.map((lender) => codes[lender]),
      population,
    )
    const factors = theirs.map((size) => (own / size) ** b)
    const likeness = theirs.map((size) => Math.min(own, size) / Math.max(own, size))
    // By the place alone: with the same lenders it takes the same one for every product.
    const random = stream(seedFor(seed, `borrow ${code}`))
    const lender = dealt(likeness, random)
    const borrows = dealt([months, CREDIBILITY], random)
    for (let j = 0; j < horizon; j++) {
      const cell = rows[row] * horizon + j
      for (let w = 0; w < DRAWS; w++) {
        if (borrows[w] === 0) continue
        const from = rows[lenders[lender[w]]] * horizon + j
        const draw = out.draws[from * DRAWS + w] * factors[lender[w]]
        // To a whole count above or below, so that its mean stays.
        out.draws[cell * DRAWS + w] =
          quantum === undefined || draw === 0 ? draw : Math.floor(draw / quantum + random()) * quantum
      }
      sorted.set(out.draws.subarray(cell * DRAWS, (cell + 1) * DRAWS))
      describe(out, cell, sorted.sort())
    }
  }
}
