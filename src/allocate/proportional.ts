import { apportion } from '../kernel/apportion.ts'
import { TIERS } from './lane.ts'
import type { Rule } from './market.ts'

/**
 * Each depot shares what it may give among the places of its department in proportion to what they still need; then among the places
 * it is a neighbour of; then the national depots among all. Depots go in order of id, and give what is earmarked first. Parts are by
 * largest remainder, so no place gets more than it needs, and nothing that a place could still have is kept.
 */
export const proportional: Rule = async ({ need, sources, limit, arcs }) => {
  const packs = new Float64Array(arcs.length)
  const missing = Float64Array.from(need)
  const held = Float64Array.from(sources, (source) => source.packs)
  const free = limit.slice()
  for (const tier of TIERS) {
    const ofSource = Map.groupBy(arcs.keys(), (a) => (arcs[a]!.tier === tier ? arcs[a]!.source : -1))
    sources.forEach(({ depot }, s) => {
      const mine = ofSource.get(s) ?? []
      const wanted = mine.map((a) => missing[arcs[a]!.place]!)
      const all = wanted.reduce((sum, n) => sum + n, 0)
      const given = Math.min(held[s]!, free[depot]!, all)
      const parts = apportion(given, wanted)
      mine.forEach((a, i) => {
        packs[a] = parts[i]!
        missing[arcs[a]!.place]! -= parts[i]!
      })
      held[s]! -= given
      free[depot]! -= given
    })
  }
  return { status: 'flow', packs }
}
