import { byText } from '../kernel/order.ts'
import { parentOf, type Ubigeo } from '../model/ubigeo.ts'
import type { Group } from './history.ts'

/** Persons living in a place. */
export type Population = ReadonlyMap<Ubigeo, number>

/** `undefined` where nobody is known to live there. */
export const peopleIn = (population: Population, code: Ubigeo): number | undefined => {
  const people = population.get(code)
  return people !== undefined && people > 0 ? people : undefined
}

function meanBefore({ values, steps }: Group, row: number, before: number): number {
  let [sum, known] = [0, 0]
  for (let t = 0; t < before; t++) {
    const value = values[row * steps + t]
    if (Number.isNaN(value)) continue
    sum += value
    known++
  }
  return sum / Math.max(1, known)
}

/**
 * How demand grows with population inside a province: the b of y = a · population^b, a of each province, 1 where demand goes by the head and 0 where it
 * is the same in large places and small ones. By Poisson pseudo-likelihood (Santos Silva and Tenreyro 2006), which takes places of 0 as they are and
 * whose equation Σ (y − ŷ) ln population = 0 has one root; held to 0 … 1. 1 where no two places of a province tell.
 * @param rows rows of the group that are looked at, before a column
 */
export function elasticity(
  codes: readonly Ubigeo[],
  group: Group,
  rows: readonly number[],
  before: number,
  population: Population,
): number {
  const facts = rows.flatMap((row) => {
    const people = peopleIn(population, codes[row])
    return people === undefined
      ? []
      : [{ above: parentOf(codes[row]) ?? '', people, y: meanBefore(group, row, before) }]
  })
  const parts = [...Map.groupBy(facts, (fact) => fact.above)].sort(([a], [b]) => byText(a, b)).map(([, part]) => part)
  const excess = (b: number): number => {
    let sum = 0
    for (const part of parts) {
      const total = part.reduce((s, { y }) => s + y, 0)
      const sizes = part.reduce((s, { people }) => s + people ** b, 0)
      for (const { people, y } of part) sum += (y - (total * people ** b) / sizes) * Math.log(people)
    }
    return sum
  }
  let [low, high] = [0, 1]
  // Thirty halvings: nine digits.
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2
    if (excess(middle) >= 0) low = middle
    else high = middle
  }
  return high
}
