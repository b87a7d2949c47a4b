import type { CovariateKind, CovariatePanel } from '../../model/covariate.ts'
import type { Month } from '../../model/month.ts'
import { parentOf, type Ubigeo } from '../../model/ubigeo.ts'
import { type Covariates, covariates } from './covariates.ts'

/** How the covariates of one kind are brought to mean 0 and deviation 1. */
export interface CovariateScale {
  readonly names: readonly string[]
  readonly mean: readonly number[]
  readonly deviation: readonly number[]
}

/** Beyond it a covariate says no more. */
const FARTHEST = 5

/** Counts of events are long-tailed, indices have signs: about x near 0, about log 2x far from it. */
const damped = Math.asinh

/** By covariate, the index of the series of each place. */
function seriesOf(panel: CovariatePanel, kind: CovariateKind): ReadonlyMap<string, ReadonlyMap<Ubigeo, number>> {
  const found = new Map<string, Map<Ubigeo, number>>()
  panel.series.forEach(({ covariate, kind: own, ubigeo }, s) => {
    if (own !== kind) return
    const places = found.get(covariate) ?? new Map<Ubigeo, number>()
    found.set(covariate, places.set(ubigeo, s))
  })
  return found
}

/**
 * Mean and deviation of each covariate of a kind over all its places and months; one that never changes says nothing and is left out.
 * @param before month from which on nothing is looked at
 */
export function covariateScale(panel: CovariatePanel, kind: CovariateKind, before: Month): CovariateScale {
  const end = Math.min(panel.months, before - panel.first)
  const scaled = [...seriesOf(panel, kind)].flatMap(([name, places]) => {
    // Of what lies above the first number, so that large ones that never change do not vary by rounding.
    let [n, sum, squares, base] = [0, 0, 0, 0]
    for (const s of places.values())
      for (let t = 0; t < end; t++) {
        const x = damped(panel.values[s * panel.months + t])
        if (Number.isNaN(x)) continue
        if (n === 0) base = x
        n++
        sum += x - base
        squares += (x - base) ** 2
      }
    const above = sum / Math.max(1, n)
    const variance = squares / Math.max(1, n) - above * above
    return variance > 1e-9 ? [{ name, mean: base + above, deviation: Math.sqrt(variance) }] : []
  })
  return {
    names: scaled.map((s) => s.name),
    mean: scaled.map((s) => s.mean),
    deviation: scaled.map((s) => s.deviation),
  }
}

/**
 * Covariates of a kind for the rows of a group: each row has those of its own place, else of its province, its department, the nation.
 * @param first month of column 0
 * @param steps columns
 * @returns `undefined` where the scale names none
 */
export function covariatesOfPlaces<Kind extends CovariateKind>(
  panel: CovariatePanel,
  kind: Kind,
  { names, mean, deviation }: CovariateScale,
  rows: readonly Ubigeo[],
  first: Month,
  steps: number,
): Covariates<Kind> | undefined {
  if (names.length === 0) return undefined
  const series = seriesOf(panel, kind)
  const numbers = new Float32Array(rows.length * names.length * steps)
  names.forEach((name, c) => {
    const places = series.get(name)
    rows.forEach((row, i) => {
      let place: Ubigeo | undefined = row
      while (place !== undefined && places?.get(place) === undefined) place = parentOf(place)
      const s = place === undefined ? undefined : places?.get(place)
      if (s === undefined) return
      for (let t = 0; t < steps; t++) {
        const from = first + t - panel.first
        const x = from < 0 || from >= panel.months ? Number.NaN : damped(panel.values[s * panel.months + from])
        if (Number.isNaN(x)) continue
        const scaled = (x - mean[c]) / deviation[c]
        numbers[(i * names.length + c) * steps + t] = Math.max(-FARTHEST, Math.min(FARTHEST, scaled))
      }
    })
  })
  return covariates(kind, names, steps, numbers)
}
