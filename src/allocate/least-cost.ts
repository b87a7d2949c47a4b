import type { Rule } from './market.ts'
import { transportProgram } from './transport.ts'

/** A vertex is whole but for the solver's feasibility tolerance. */
const WHOLE = 1e-6

function whole(values: Float64Array): Float64Array {
  return values.map((value) => {
    const rounded = Math.round(value)
    if (Math.abs(value - rounded) > WHOLE * Math.max(1, rounded)) throw new Error(`The flow is not whole: ${value}`)
    return rounded
  })
}

/** The greatest number of packs; among such flows the cheapest. */
export const leastCost: Rule = async (market, solve) => {
  if (market.arcs.length === 0) return { status: 'flow', packs: new Float64Array(0) }
  const greatest = await solve(transportProgram(market))
  if (greatest.status !== 'optimal') return { status: 'unsolved', detail: `${greatest.status} ${greatest.detail}` }
  const cheapest = await solve(transportProgram(market, Math.round(greatest.objective)))
  if (cheapest.status !== 'optimal') return { status: 'unsolved', detail: `${cheapest.status} ${cheapest.detail}` }
  return { status: 'flow', packs: whole(cheapest.values) }
}
