import type { Driver } from '../../model/driver.ts'
import { firstDemand } from '../backtest.ts'
import { historyAt } from '../history.ts'
import { type Exogenous, exogenousOf, toldOf, widthsOf } from './exogenous.ts'
import type { NetworkInput } from './network-input.ts'
import type { NetworkGroup, NetworkModel } from './network-model.ts'
import { type Predict, readOutput } from './predict.ts'
import { seedFor, stream } from '../../kernel/random.ts'
import { CALENDAR, SCALARS } from './window.ts'

/** Part of a window's inputs: [from, to) of the lags and of the other inputs. */
interface Part {
  readonly lags: readonly [number, number]
  readonly known: readonly [number, number]
}

/** What a network is told, in the groups in which it is explained; in the order of {@link writeWindow}. */
export function partOfDriver(
  input: Exogenous & Pick<NetworkInput, 'settings' | 'horizon' | 'head' | 'rows'>,
  driver: Driver,
): Part {
  const { lags } = input.settings
  const none = [0, 0] as const
  const scalars = lags + SCALARS
  const season = scalars + input.horizon * (input.head === 'quantile' ? 2 : 1)
  const widths = widthsOf(toldOf(input), input.horizon)
  const place = season + CALENDAR + widths.statics
  switch (driver) {
    case 'recent':
      return { lags: [0, lags], known: [0, lags] }
    case 'level':
      return { lags: none, known: [lags, scalars] }
    case 'season':
      return { lags: none, known: [scalars, season] }
    case 'calendar':
      return { lags: none, known: [season, season + CALENDAR] }
    case 'place':
      return { lags: none, known: [season + CALENDAR, place] }
    case 'signals':
      return { lags: none, known: [place, place + widths.past] }
    case 'plans':
      return { lags: none, known: [place + widths.past, place + widths.past + widths.ahead] }
  }
}

/** What is nearly the same for all places at a time is borrowed from other months. */
const ofTime = (driver: Driver): boolean => driver === 'calendar' || driver === 'signals' || driver === 'plans'

/** How many other places, or other months, a part of the inputs is borrowed from. */
const DONORS = 5

/**
 * Why a network forecasts what it does: by how much its mean over the steps differs from what it would be if one part of what it knows of a place were
 * another place's, drawn by lot among those with demand (group permutation, Breiman 2001; of the calendar, another month's).
 * @returns rows × drivers, in the unit of the values; 0 of a row without demand before the end
 */
export async function networkDrivers(
  predict: Predict,
  model: NetworkModel,
  { group, first, ...rest }: NetworkGroup,
  end: number,
  months: number,
  drivers: readonly Driver[],
  seed: number,
): Promise<Float64Array> {
  const { rows, steps, cycle, values } = group
  const { head, horizon, settings } = model
  const out = new Float64Array(rows * drivers.length)
  const vintage = model.vintages.find((v) => v.before <= first + end)
  const demand = firstDemand(group)
  const active = Array.from(demand.keys()).filter((row) => demand[row] < end)
  if (vintage === undefined || active.length < 2) return out
  const { floor } = historyAt(group, end, new Float64Array(steps))
  const known = {
    values,
    rows,
    months: steps,
    first,
    cycle,
    floor,
    horizon,
    head,
    quantum: vintage.quantum,
    seed,
    settings,
  }
  const input: NetworkInput = { ...known, ...exogenousOf(rest) }
  const random = stream(seedFor(seed, 'donors'))
  const each = 1 + drivers.length * DONORS
  const row = new Int32Array(active.length * each)
  const donor = new Int32Array(row.length)
  const donorOrigin = new Int32Array(row.length).fill(end)
  const driver = new Int8Array(row.length).fill(-1)
  active.forEach((r, i) => {
    for (let k = 0; k < each; k++) row[i * each + k] = r
    drivers.forEach((name, d) => {
      for (let k = 0; k < DONORS; k++) {
        const at = i * each + 1 + d * DONORS + k
        driver[at] = d
        donor[at] = ofTime(name) ? r : active[Math.floor(random() * active.length)]
        // Quarters of a season away, and not its own month.
        if (ofTime(name)) donorOrigin[at] = Math.max(1, end - Math.round(((k + 0.5) * cycle) / DONORS))
      }
    })
  })
  const parts = drivers.map((name) => partOfDriver(input, name))
  const swap = { driver, row: donor, origin: donorOrigin, parts }
  const output = await predict(vintage.network, input, { row, origin: row.map(() => end), swap })
  const scratch = new Float64Array(horizon)
  const means = new Float64Array(horizon)
  const total = (window: number): number => {
    readOutput(input, output, window, [0.5], scratch, means)
    let sum = 0
    for (let j = 0; j < Math.min(months, horizon); j++) sum += means[j]
    return sum
  }
  active.forEach((r, i) => {
    const own = total(i * each)
    drivers.forEach((_, d) => {
      // The median: one donor with a disaster behind it would drown the others.
      const others = Float64Array.from({ length: DONORS }, (__, k) => total(i * each + 1 + d * DONORS + k)).sort()
      out[r * drivers.length + d] = own - others[DONORS >> 1]
    })
  })
  return out
}
