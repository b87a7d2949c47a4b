import type { TableNote } from '../../model/table-note.ts'
import { lossOf } from '../backtest.ts'
import { DEMAND_CLASSES } from '../demand-class.ts'
import { type Fitted, fitGroup } from '../fit-group.ts'
import { type History, historyAt } from '../history.ts'
import { levelsFor } from '../levels.ts'
import { MEMBERS } from '../members.ts'
import { memberOf, nameOf } from '../method.ts'
import { schedule } from '../schedule.ts'
import type { Frequency } from './frequency.ts'
import { notesOfSeries } from './series-notes.ts'
import { sideBySide, thinned } from './side-by-side.ts'
import type { TableSeries } from './table.ts'
import { type NetworkPlace, tableNetworks } from './table-networks.ts'

export interface TableForecastInput {
  readonly series: readonly TableSeries[]
  readonly frequency: Frequency
  readonly horizon: number
  /** Ascending, in (0, 1). */
  readonly levels: readonly number[]
  readonly seed: number
  /** Without it, statistical methods serve alone. */
  readonly networks?: NetworkPlace
  readonly onProgress?: (share: number) => void
}

export interface TableForecast {
  /** series × horizon × levels; NaN for a series without a number. */
  readonly quantiles: Float64Array
  /** series × horizon. */
  readonly means: Float64Array
  readonly notes: readonly TableNote[]
}

/** More rows than that tell the methods apart no better. */
const MOST_ROWS = 5000
/** Share of the work that training is, where networks are trained. */
const TRAINING = 0.7
/** Below so many seasons there is none to be seen. */
const LEAST_SEASONS = 1.5

/**
 * Any long table → quantiles of each series after its own last row, nothing else known. Series with negative numbers are a group of their own; each
 * group takes its method by backtest. An absent period is missing.
 */
export async function tableForecast(input: TableForecastInput): Promise<TableForecast> {
  const { series, horizon, levels, seed, networks, onProgress } = input
  const quantiles = new Float64Array(series.length * horizon * levels.length).fill(Number.NaN)
  const means = new Float64Array(series.length * horizon).fill(Number.NaN)
  const longest = series.reduce((most, s) => Math.max(most, s.values.length), 0)
  const seasonal = longest >= LEAST_SEASONS * input.frequency.cycle
  const cycle = seasonal ? input.frequency.cycle : 1
  const notes: TableNote[] = seasonal ? [] : [{ code: 'table-without-season', steps: longest }]
  const known = series.flatMap((s, i) => (s.values.every((x) => Number.isNaN(x)) ? [] : [i]))
  const isSigned = (i: number): boolean => series[i].values.some((x) => x < 0)
  const groups = [false, true].map((signed) => ({ signed, indexes: known.filter((i) => isSigned(i) === signed) }))
  let done = 0
  for (const { signed, indexes } of groups) {
    if (indexes.length === 0) continue
    const { group, ends, start, end } = sideBySide(
      indexes.map((i) => series[i]),
      cycle,
    )
    const sample = thinned(group, MOST_ROWS)
    const plan = schedule(sample, start, end, horizon)
    const share = indexes.length / known.length
    const tell = (part: number): void => onProgress?.(done + share * part)
    const learned = await (networks &&
      tableNetworks(networks, sample, group, ends, plan, end, horizon, seed, (x) => tell(TRAINING * x)))
    const begun = learned ? TRAINING : 0
    let origins = 0
    const members = learned ? [...MEMBERS, learned.past] : MEMBERS
    const fitted = fitGroup(sample, plan, end, levelsFor(levels), members, () => {
      tell(begun + ((0.9 - begun) * ++origins) / plan.origins.length)
      return true
    })
    notes.push(noteOfMethod(fitted, signed, cycle > 1, plan.horizon))

    const member = memberOf(fitted.method, learned ? [...MEMBERS, learned.now] : MEMBERS)
    const histories = new Map<number, History>()
    const scratch = new Float64Array(group.steps)
    const out = new Float64Array(horizon * levels.length)
    const own = new Float64Array(horizon)
    indexes.forEach((i, row) => {
      const from = ends[row]
      const history = histories.get(from) ?? historyAt(group, from, scratch)
      histories.set(from, history)
      member.predict(history, row, from, horizon, levels, out, own)
      quantiles.set(out, i * horizon * levels.length)
      means.set(own, i * horizon)
      if (row % 64 === 0) tell(0.9 + (0.1 * row) / indexes.length)
    })
    done += share
  }
  return { quantiles, means, notes: [...notes, ...notesOfSeries(series, input.frequency)] }
}

function noteOfMethod(
  { method: chosen, tallies, origins }: Fitted,
  signed: boolean,
  seasonal: boolean,
  horizon: number,
): TableNote {
  const method = nameOf(chosen)
  const tally = tallies.find((t) => t.member.name === method)
  if (tally === undefined) return { code: 'table-untested', signed, seasonal, method }
  // Of the classes together: the silent class has the weights of all.
  const weights = chosen.members
    .flatMap((name, k) => {
      const weight = chosen.blend?.[DEMAND_CLASSES.length - 1][k] ?? 0
      return weight > 0 ? [{ method: name, weight }] : []
    })
    .sort((a, b) => b.weight - a.weight)
  return { code: 'table-method', signed, seasonal, method, origins, horizon, loss: lossOf(tally), weights }
}
