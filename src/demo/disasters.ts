import type { Province } from '../gazetteer/province.ts'
import { negativeBinomial, normal, poisson, type Random, seedFor, stream } from '../kernel/random.ts'
import { greatCircle } from '../kernel/sphere.ts'
import { calendarMonth, type Month, month as monthOfIndex, yearOfMonth } from '../model/month.ts'
import { frost, nino, rain } from './climate.ts'

/** Persons and houses that events hit, province × month, row-major. */
export interface Disasters {
  readonly provinces: readonly Province[]
  readonly first: Month
  readonly months: number
  /** Persons of rain, flood, landslide, fire; those without a home; houses lost; persons of cold. */
  readonly affected: Float64Array
  readonly homeless: Float64Array
  readonly houses: Float64Array
  readonly cold: Float64Array
  /** Summer of El Niño; undefined where the months hold no whole summer. */
  readonly ninoYear: number | undefined
}

/** Storms that begin in a province in its wettest month; they hit its neighbours too. */
const STORMS = 0.24
/** Share of the people at a storm's centre: Pareto with this least value and shape, so that 1 % of storms hold about half of the people. */
const STORM_SHARE = 0.0006
const STORM_SHAPE = 1.35
const WORST_SHARE = 0.12
const STORM_REACH = 70_000
/** Cold waves that begin in a province at 4,000 m in July, their share of people and their reach. */
const WAVES = 0.28
const WAVE_SHARE = 0.0022
const WAVE_REACH = 110_000
/** Fires, landslides and small floods per month in a province of 100,000 people. */
const SMALL_EVENTS = 0.3
const PERSONS_OF_A_HOUSE = 4

const pareto = (random: Random, least: number, shape: number): number => least * (1 - random()) ** (-1 / shape)

/** The summer of El Niño: any whole summer but the first and the last, where there are more than two. */
function ninoSummer(seed: number, first: Month, months: number): number | undefined {
  const whole: number[] = []
  for (let y = yearOfMonth(first); y <= yearOfMonth(monthOfIndex(first + months - 1)); y++) {
    if (y * 12 >= first && y * 12 + 3 < first + months) whole.push(y)
  }
  const inner = whole.length > 2 ? whole.slice(1, -1) : whole
  return inner[Math.floor(stream(seedFor(seed, 'el niño'))() * inner.length)]
}

/** Every event of every month, from a seed. */
export function disasters(seed: number, provinces: readonly Province[], until: Month, months: number): Disasters {
  const first = monthOfIndex(until - months + 1)
  const n = provinces.length
  const made: Disasters = {
    provinces,
    first,
    months,
    affected: new Float64Array(n * months),
    homeless: new Float64Array(n * months),
    houses: new Float64Array(n * months),
    cold: new Float64Array(n * months),
    ninoYear: ninoSummer(seed, first, months),
  }
  const random = stream(seedFor(seed, 'disasters'))
  const neighbours = provinces.map((a) => provinces.map((b) => greatCircle(a.lat, a.lon, b.lat, b.lon)))
  for (let t = 0; t < months; t++) {
    const of = calendarMonth(monthOfIndex(first + t)) - 1
    const warm = yearOfMonth(monthOfIndex(first + t)) === made.ninoYear
    for (let p = 0; p < n; p++) {
      const province = provinces[p] as Province
      const away = neighbours[p] as readonly number[]
      const strength = warm ? nino(province, of) : 1
      const storms = poisson(random, STORMS * rain(province, of) * strength)
      for (let k = 0; k < storms; k++)
        storm(random, made, t, of, away, pareto(random, STORM_SHARE, STORM_SHAPE) * strength)
      const waves = poisson(random, WAVES * frost(province, of))
      for (let k = 0; k < waves; k++) wave(random, made, t, of, away, pareto(random, WAVE_SHARE, 2))
      const small = negativeBinomial(random, SMALL_EVENTS * Math.sqrt(province.population / 100_000), 1)
      for (let k = 0; k < small; k++) hit(random, made, p * months + t, Math.exp(2.2 + 1.3 * normal(random)), 0.5)
    }
  }
  return made
}

/** Persons in need of one place: of them a share has lost its home. */
function hit(random: Random, made: Disasters, cell: number, persons: number, homelessShare: number): void {
  const affected = Math.round(persons)
  const homeless = Math.round(affected * homelessShare * random())
  made.affected[cell] = (made.affected[cell] ?? 0) + affected
  made.homeless[cell] = (made.homeless[cell] ?? 0) + homeless
  made.houses[cell] = (made.houses[cell] ?? 0) + Math.round((homeless * (0.4 + 0.6 * random())) / PERSONS_OF_A_HOUSE)
}

/** Rain falls on all that lie near and are exposed to rain in that month; less with distance. */
function storm(random: Random, made: Disasters, t: number, of: number, away: readonly number[], share: number): void {
  for (const [q, province] of made.provinces.entries()) {
    const near = Math.exp(-(((away[q] as number) / STORM_REACH) ** 2))
    if (near < 0.02) continue
    const local = share * near * Math.sqrt(rain(province, of)) * Math.exp(0.5 * normal(random))
    const persons = province.population * Math.min(WORST_SHARE, local)
    if (persons >= 5) hit(random, made, q * made.months + t, persons, 0.25)
  }
}

function wave(random: Random, made: Disasters, t: number, of: number, away: readonly number[], share: number): void {
  for (const [q, province] of made.provinces.entries()) {
    const near = Math.exp(-(((away[q] as number) / WAVE_REACH) ** 2))
    const local = share * near * frost(province, of) * Math.exp(0.4 * normal(random))
    // Cities are warmer and better built: their people count as a tenth above 30,000.
    const exposed = Math.min(province.population, 30_000 + province.population / 10)
    const persons = Math.round(exposed * Math.min(WORST_SHARE, local))
    const cell = q * made.months + t
    if (persons >= 5) made.cold[cell] = (made.cold[cell] ?? 0) + persons
  }
}
