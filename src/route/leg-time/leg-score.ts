import type { OpenNetwork } from '../../kernel/network/tensor.ts'
import type { LegExample, LegFacts } from './leg-facts.ts'
import { medians, type Reading } from './medians.ts'

/** Mean distance from what the legs took [min], and as a share of it. */
interface Miss {
  readonly maeMin: number
  readonly mape: number
}

/** The speed table and the network on the same held-out legs. */
export interface LegScore {
  readonly legs: number
  readonly table: Miss
  /** The table times the factor of each type of vehicle that the training legs have in the median: what a network must know more than. */
  readonly fitted: Miss
  readonly network: Miss
}

function miss(actual: ArrayLike<number>, expected: ArrayLike<number>): Miss {
  let sum = 0
  let shares = 0
  for (let i = 0; i < actual.length; i++) {
    const off = Math.abs(actual[i] - expected[i])
    sum += off / 60
    shares += off / actual[i]
  }
  return { maeMin: sum / actual.length, mape: shares / actual.length }
}

/** Median of duration ÷ table by type of vehicle; 1 for one that was not driven. */
function factorsOf(legs: readonly { readonly facts: LegFacts; readonly seconds: number }[]): (type: string) => number {
  const factors = new Map(
    [...Map.groupBy(legs, (leg) => leg.facts.by.id)].map(([type, of]) => {
      const ratios = of.map((leg) => leg.seconds / leg.facts.tableS).sort((a, b) => a - b)
      return [type, ratios[Math.floor(ratios.length / 2)]] as const
    }),
  )
  return (type) => factors.get(type) ?? 1
}

/** Of the legs held out, each with the facts taken `of` it. */
export function scoreOf(
  network: OpenNetwork,
  reading: Reading,
  training: readonly LegExample[],
  heldOut: readonly LegExample[],
  of: (e: LegExample) => LegFacts,
): LegScore {
  const factor = factorsOf(training.map((e) => ({ facts: of(e), seconds: e.seconds })))
  const facts = heldOut.map(of)
  const actual = heldOut.map((e) => e.seconds)
  const table = facts.map((leg) => leg.tableS)
  const fitted = facts.map((leg) => leg.tableS * factor(leg.by.id))
  return {
    legs: heldOut.length,
    table: miss(actual, table),
    fitted: miss(actual, fitted),
    network: miss(actual, medians(network, reading, facts)),
  }
}
