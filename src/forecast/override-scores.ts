import { byText } from '../kernel/order.ts'
import { type DemandPanel, WHOLE } from '../model/demand.ts'
import type { ForecastNote } from '../model/forecast-note.ts'
import type { Month } from '../model/month.ts'
import { OBSERVED } from '../model/observation.ts'
import { countingOverrides, type Override } from '../model/override.ts'
import { liesIn } from '../model/ubigeo.ts'

/** A correction of a month that is past. */
export interface OverrideScore {
  readonly override: Override
  /** What came, in the product's unit; null where less than {@link WHOLE} of the node's places are observed. */
  readonly actual: number | null
}

/**
 * Corrections of months before the window beside what came, and the sum of it for each product: only those count that know what was forecast
 * when they were made.
 */
export function scoreOverrides(
  panel: DemandPanel,
  all: readonly Override[],
  before: Month,
): { readonly scores: readonly OverrideScore[]; readonly notes: readonly ForecastNote[] } {
  const scores = countingOverrides(all)
    .filter((one) => one.month < before)
    .map((override) => ({ override, actual: actualOf(panel, override) }))
  const products = [...new Set(scores.map(({ override }) => override.product))].sort(byText)
  const notes = products.flatMap((product): ForecastNote[] => {
    const errors = scores.flatMap(({ override: { product: of, quantity, baseline }, actual }) =>
      of !== product || actual === null || baseline === null
        ? []
        : [{ ours: Math.abs(actual - baseline), theirs: Math.abs(actual - quantity) }],
    )
    if (errors.length === 0) return []
    return [
      {
        code: 'overrides-scored',
        product,
        scored: errors.length,
        nearer: errors.filter(({ ours, theirs }) => theirs < ours).length,
        baselineError: errors.reduce((sum, { ours }) => sum + ours, 0),
        overrideError: errors.reduce((sum, { theirs }) => sum + theirs, 0),
      },
    ]
  })
  return { scores, notes }
}

function actualOf(panel: DemandPanel, { ubigeo, product, month }: Override): number | null {
  const t = month - panel.first
  if (t < 0 || t >= panel.months) return null
  let places = 0
  let observed = 0
  let sum = 0
  panel.series.forEach((key, s) => {
    if (key.product !== product || !liesIn(key.ubigeo, ubigeo)) return
    places++
    const cell = s * panel.months + t
    if (panel.status[cell] !== OBSERVED) return
    observed++
    sum += panel.quantity[cell]
  })
  return observed > 0 && observed >= WHOLE * places ? sum : null
}
