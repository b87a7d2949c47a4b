import { quantileSorted } from '../kernel/quantile.ts'
import { type Random, seedFor, stream } from '../kernel/random.ts'
import { addDays, firstDay, formatDay, lastDay } from '../model/day.ts'
import { addMonths, type Month, month, yearOfMonth } from '../model/month.ts'
import type { Cells } from './csv.ts'
import { asked } from './demand.ts'
import type { DemoDepot } from './depots.ts'
import type { Disasters } from './disasters.ts'
import { PRODUCTS, type ProductId } from './products.ts'

/** Months that the stock is meant for, after the last month of demand. */
const WINDOW = 3
/** A depot buys for this quantile of what the same months asked for in other years, as a plan would (DATA §4). */
const COVERAGE = 0.8
/** Of that, what regional depots hold together with the national one: some shortage is meant to be. */
const REGIONAL = { least: 0.75, most: 0.95 }
const NATIONAL = 0.12
/** One depot has bought far too little. */
const SHORT = 0.2

/** What a province's window asks for, from the same months of other years without El Niño. */
function usual(events: Disasters, p: number, product: ProductId): number {
  const { first, months, ninoYear } = events
  const sums: number[] = []
  for (let from = months - 12; from >= 0; from -= 12) {
    if (yearOfMonth(month(first + from)) === ninoYear) continue
    let sum = 0
    for (let t = from; t < Math.min(from + WINDOW, months); t++) sum += asked(events, product, p * months + t).quantity
    sums.push(sum)
  }
  return sums.length === 0
    ? 0
    : quantileSorted(
        sums.sort((a, b) => a - b),
        COVERAGE,
      )
}

interface Part {
  readonly share: number
  readonly expires: Month | null
  readonly arrives: Month | null
}

/** The lots of a product: of those that spoil, one near its end, and sometimes one that is still to come. */
function partsOf(random: Random, spoils: boolean, until: Month): readonly Part[] {
  const later = random() < 0.4 ? addMonths(until, 1) : null
  if (!spoils) {
    return [
      { share: 0.7, expires: null, arrives: null },
      { share: 0.3, expires: null, arrives: later },
    ]
  }
  return [
    { share: 0.25, expires: addMonths(until, 1 + Math.floor(random() * 3)), arrives: null },
    { share: 0.45, expires: addMonths(until, 5 + Math.floor(random() * 4)), arrives: null },
    { share: 0.3, expires: addMonths(until, 10 + Math.floor(random() * 4)), arrives: later },
  ]
}

export function lotRows(seed: number, depots: readonly DemoDepot[], events: Disasters): readonly Cells[] {
  const random = stream(seedFor(seed, 'lots'))
  const until = month(events.first + events.months - 1)
  const regional = depots.filter((d) => d.level === 'regional')
  // Neither the first nor the last of the list, so that its neighbours are there to help.
  const short = regional.length > 2 ? regional[1 + Math.floor(random() * (regional.length - 2))]?.id : undefined
  return PRODUCTS.flatMap((product) => {
    const needs = events.provinces.map((_, p) => usual(events, p, product.id) / product.pack)
    const inAll = needs.reduce((a, b) => a + b, 0)
    return depots.flatMap((depot): Cells[] => {
      const share = REGIONAL.least + random() * (REGIONAL.most - REGIONAL.least)
      const own = needs.reduce(
        (sum, need, p) => sum + (events.provinces[p]?.ubigeo.startsWith(depot.department) ? need : 0),
        0,
      )
      const held = depot.level === 'national' ? NATIONAL * inAll : (depot.id === short ? SHORT : share) * own
      return partsOf(random, product.shelfLifeDays !== null, until).flatMap((part, i): Cells[] => {
        const packs = Math.round((held + 2 * product.critical) * part.share)
        if (packs === 0) return []
        const arrives =
          part.arrives === null ? '' : formatDay(addDays(firstDay(part.arrives), 4 + Math.floor(random() * 20)))
        return [
          {
            record: 'lot',
            depot: depot.id,
            product: product.id,
            lot: `${depot.id.slice(4)}-${product.id.slice(0, 3).toUpperCase()}-${i + 1}`,
            packs,
            expires: part.expires === null ? '' : formatDay(lastDay(part.expires)),
            arrives,
          },
        ]
      })
    })
  })
}
