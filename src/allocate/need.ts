import { apportion } from '../kernel/apportion.ts'
import { byText } from '../kernel/order.ts'
import { quantileSorted } from '../kernel/quantile.ts'
import type { Grant } from '../model/allocation.ts'
import { DRAWS, type Forecast } from '../model/forecast.ts'
import type { Need } from '../model/need.ts'
import type { ProductCoverage } from '../model/plan.ts'
import type { Product } from '../model/product.ts'
import type { Settings } from '../model/settings.ts'
import { type Ubigeo, departmentOf } from '../model/ubigeo.ts'
import { packs } from '../model/units.ts'

/** A sum of doubles that ought to be 0 is below this share of its terms. */
const NOISE = 1e-9

/** Total of a series over the window, world by world. */
function windowTotals(forecast: Forecast, series: number): Float64Array {
  const total = new Float64Array(DRAWS)
  const months = forecast.periods.length
  for (let m = 0; m < months; m++) {
    const at = (series * months + m) * DRAWS
    for (let d = 0; d < DRAWS; d++) total[d]! += forecast.draws[at + d]!
  }
  return total
}

function meansOf(forecast: Forecast, series: number): Float64Array {
  const months = forecast.periods.length
  return forecast.mean.slice(series * months, (series + 1) * months)
}

function numberToCover(totals: Float64Array, means: Float64Array, coverage: Settings['coverage']): number {
  return coverage === 'mean' ? means.reduce((a, b) => a + b, 0) : quantileSorted(totals.toSorted(), coverage)
}

interface Cover {
  readonly ubigeo: Ubigeo
  readonly product: string
  number: number
  /** Means of the months: how the number is split. */
  readonly means: Float64Array
}

interface Region {
  readonly cover: Cover
  readonly totals: Float64Array
  /** Sum of the numbers of its places. */
  covered: number
}

const add = (to: Float64Array, other: Float64Array): void => other.forEach((x, i) => (to[i]! += x))

/** Whole packs of the window and the quantity, both split over the months by the means; without any mean, equally. */
function rowsOf(cover: Cover, product: Product, periods: Forecast['periods']): Need[] {
  const known = cover.means.some((mean) => mean > 0)
  const weights = known ? cover.means : new Float64Array(periods.length).fill(1)
  const sum = weights.reduce((a, b) => a + b, 0)
  const split = apportion(Math.floor(cover.number / product.pack + 0.5), weights)
  return periods.map((period, m) => ({
    ubigeo: cover.ubigeo,
    product: cover.product,
    period,
    quantity: (cover.number * weights[m]!) / sum,
    packs: packs(split[m]!),
  }))
}

/**
 * The number to cover of every place and product of a forecast, and the reserve of every department, over the window that the forecast
 * spans (DATA §4). Packs are rounded once, for the window, and split over its months by largest remainder of the means; months without
 * need are left out. A series of a whole department is a place and a reserve in one.
 * @returns sorted by ubigeo, product, period; a reserve has its department's code
 */
export function needs(input: {
  readonly forecast: Forecast
  readonly products: readonly Product[]
  readonly settings: Pick<Settings, 'coverage'>
}): readonly Need[] {
  const { forecast, settings } = input
  const products = new Map(input.products.map((product) => [product.id, product]))
  const covers = new Map<string, Cover>()
  const regions = new Map<string, Region>()
  forecast.series.forEach(({ ubigeo, product }, s) => {
    const totals = windowTotals(forecast, s)
    const means = meansOf(forecast, s)
    const number = numberToCover(totals, means, settings.coverage)
    covers.set(`${ubigeo} ${product}`, { ubigeo, product, number, means })
    const department = departmentOf(ubigeo)
    const key = `${department} ${product}`
    const region = regions.get(key)
    if (region) {
      add(region.totals, totals)
      add(region.cover.means, means)
      region.covered += number
    } else {
      const cover = { ubigeo: department, product, number: 0, means: means.slice() }
      regions.set(key, { cover, totals: totals.slice(), covered: number })
    }
  })

  for (const [key, { cover, totals, covered }] of regions) {
    const whole = numberToCover(totals, cover.means, settings.coverage)
    const reserve = whole - covered
    if (reserve <= NOISE * whole) continue
    const place = covers.get(key)
    if (place) place.number += reserve
    else covers.set(key, { ...cover, number: reserve })
  }

  return [...covers.values()]
    .sort((a, b) => byText(a.ubigeo, b.ubigeo) || byText(a.product, b.product))
    .flatMap((cover) => {
      const product = products.get(cover.product)
      if (!product) throw new Error(`The forecast has a product that is not in the list: ${cover.product}`)
      return rowsOf(cover, product, forecast.periods)
    })
    .filter((need) => need.packs > 0 || need.quantity > 0)
}

/**
 * How much of the need the grants cover, product by product: in packs of the number to cover, and as the share of what all 400 worlds
 * need together. In each world a place uses its grants of the whole window, up to what it needs there; its department's reserve then
 * goes to what is short in the department, wherever that is. Without any need the share is 1.
 */
export function expectedShare(
  forecast: Forecast,
  products: readonly Product[],
  planned: readonly Need[],
  grants: readonly Grant[],
): readonly ProductCoverage[] {
  const granted = new Map<string, number>()
  for (const g of grants)
    granted.set(`${g.ubigeo} ${g.product}`, (granted.get(`${g.ubigeo} ${g.product}`) ?? 0) + g.packs)
  const series = forecast.series.map((key, s) => ({ ...key, s }))

  return products.map(({ id, pack }) => {
    const short = new Map<Ubigeo, Float64Array>()
    let need = 0
    let covered = 0
    for (const { ubigeo, s } of series.filter((key) => key.product === id)) {
      const department = departmentOf(ubigeo)
      const missing = short.get(department) ?? new Float64Array(DRAWS)
      short.set(department, missing)
      const own = ubigeo === department ? 0 : (granted.get(`${ubigeo} ${id}`) ?? 0) * pack
      const totals = windowTotals(forecast, s)
      for (let d = 0; d < DRAWS; d++) {
        const used = Math.min(own, totals[d]!)
        need += totals[d]!
        covered += used
        missing[d]! += totals[d]! - used
      }
    }
    for (const [department, missing] of short) {
      const reserve = (granted.get(`${department} ${id}`) ?? 0) * pack
      for (const amount of missing) covered += Math.min(reserve, amount)
    }
    const of = (rows: readonly { readonly product: string; readonly packs: number }[]) =>
      packs(rows.reduce((sum, row) => (row.product === id ? sum + row.packs : sum), 0))
    return { product: id, need: of(planned), granted: of(grants), expectedShare: need > 0 ? covered / need : 1 }
  })
}
