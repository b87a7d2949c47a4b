import type { LinearProgram } from './linear-program.ts'
import type { Market } from './market.ts'

/**
 * The program of a market. Columns: packs by arc. Rows: what sources hold, what depots may give where that is less than their sources
 * hold, what places need and, with `atLeast`, the packs of all. The supply rows are nested, the need rows are disjoint: a flow in a
 * network, so every vertex is whole.
 * @param atLeast whole packs that all arcs must carry together; then the cheapest such flow, else the greatest
 */
export function transportProgram(market: Market, atLeast?: number): LinearProgram {
  const { need, sources, limit, arcs } = market
  const held = new Float64Array(limit.length)
  for (const { depot, packs } of sources) held[depot]! += packs

  const upper: number[] = sources.map((source) => source.packs)
  const depotRow = Int32Array.from(limit, (most, d) => (most < held[d]! ? upper.push(most) - 1 : -1))
  const firstPlace = upper.length
  upper.push(...need)
  const totalRow = atLeast === undefined ? -1 : upper.push(Infinity) - 1
  const rowLower = new Float64Array(upper.length).fill(-Infinity)
  if (atLeast !== undefined) rowLower[totalRow] = atLeast

  const start = new Int32Array(arcs.length + 1)
  const index: number[] = []
  arcs.forEach(({ source, place }, a) => {
    index.push(source)
    const row = depotRow[sources[source]!.depot]!
    if (row >= 0) index.push(row)
    index.push(firstPlace + place)
    if (totalRow >= 0) index.push(totalRow)
    start[a + 1] = index.length
  })
  return {
    sense: atLeast === undefined ? 'maximise' : 'minimise',
    columns: arcs.length,
    rows: upper.length,
    cost: atLeast === undefined ? new Float64Array(arcs.length).fill(1) : Float64Array.from(arcs, (arc) => arc.cost),
    lower: new Float64Array(arcs.length),
    upper: new Float64Array(arcs.length).fill(Infinity),
    rowLower,
    rowUpper: Float64Array.from(upper),
    start,
    index: Int32Array.from(index),
    value: new Float64Array(index.length).fill(1),
  }
}
