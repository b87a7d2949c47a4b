import type { Depot } from '../model/depot.ts'
import type { Product } from '../model/product.ts'
import type { Load, Unserved } from '../model/tour.ts'
import type { Node } from '../model/travel.ts'
import { abilityOf, spanOf } from './able.ts'
import type { Calendar } from './calendar.ts'
import { type Legs, metresOf, secondsOf } from './legs.ts'
import { nearest } from './neighbours.ts'
import type { Order } from './orders.ts'
import { type Pool, type Problem, tourCost } from './problem.ts'

/** Jobs that insertion looks at around each stop; a depot of the demo has about 115, so most see all that matter. */
const NEAR = 50

interface Job {
  readonly order: Order
  readonly lines: readonly Load[]
  readonly fits: readonly boolean[]
}

/** Loads of an order that the same pools can carry by the single pack stay together. */
function jobsOf(order: Order, pools: readonly Pool[], products: ReadonlyMap<string, Product>): Job[] {
  const jobs = new Map<string, { order: Order; lines: Load[]; fits: boolean[] }>()
  for (const load of order.loads) {
    const product = products.get(load.product)!
    const fits = pools.map(({ type }) => product.massG <= type.capacityG && product.volumeMl <= type.capacityMl)
    const key = fits.map(Number).join('')
    const same = jobs.get(key)
    if (same) same.lines.push(load)
    else jobs.set(key, { order, lines: [load], fits })
  }
  return [...jobs.values()]
}

/**
 * Lays out the orders of one depot for the search, and sets aside what no vehicle of it can bring.
 * @param legsOf makes the ways between these nodes, the depot first
 */
export function depotProblem(
  depot: Depot,
  start: Node,
  orders: readonly Order[],
  pools: readonly Pool[],
  calendar: Calendar,
  products: ReadonlyMap<string, Product>,
  legsOf: (nodes: readonly Node[]) => Legs,
): { readonly problem: Problem; readonly unserved: readonly Unserved[] } {
  const jobs = orders.flatMap((order) => jobsOf(order, pools, products))
  const nodes = [start, ...jobs.map((job) => job.order.node)]
  const legs = legsOf(nodes)
  const size = nodes.length
  const site = new Int32Array(size)
  const service = new Int32Array(size)
  const able = new Uint8Array(pools.length * size)
  const earliest = new Int32Array(pools.length * size)
  const latest = new Int32Array(pools.length * size)
  const direct = new Float64Array(pools.length * size)
  const lineStart = new Int32Array(size + 1)
  const lines: Load[] = []
  const sites = new Map<string, number>()
  const unserved: Unserved[] = []

  jobs.forEach((job, i) => {
    const { order } = job
    const node = i + 1
    const { id } = order.node
    if (!sites.has(id)) sites.set(id, sites.size)
    site[node] = sites.get(id)!
    service[node] = order.serviceS
    lineStart[node] = lines.length
    lines.push(...job.lines)
    const ability = abilityOf(depot, calendar, pools, legs, order, node, job.fits)
    if (!ability.served) {
      const { reason } = ability
      for (const load of job.lines) unserved.push({ depot: depot.id, at: id, ubigeo: order.ubigeo, load, reason })
      return
    }
    for (const v of ability.by) {
      const span = spanOf(order, pools[v])
      const at = v * size + node
      able[at] = 1
      earliest[at] = span.earliest
      latest[at] = span.latest
      const work = secondsOf(legs, v, 0, node) + secondsOf(legs, v, node, 0) + order.serviceS + depot.loadS
      direct[at] = tourCost(pools[v].type, metresOf(legs, v, 0, node) + metresOf(legs, v, node, 0), work)
    }
  })
  lineStart[size] = lines.length
  const near = Math.max(1, Math.min(NEAR, size - 2))
  const problem: Problem = {
    depot,
    calendar,
    pools,
    size,
    legs,
    orders: [orders[0], ...jobs.map((job) => job.order)],
    site,
    service,
    able,
    earliest,
    latest,
    direct,
    lineStart,
    lines,
    lineMass: Float64Array.from(lines, (load) => products.get(load.product)!.massG),
    lineVolume: Float64Array.from(lines, (load) => products.get(load.product)!.volumeMl),
    neighbours: nearest(nodes, able, near),
    near,
  }
  return { problem, unserved }
}
