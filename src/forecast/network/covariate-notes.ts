import { COVARIATE_KINDS, type CovariateKind, type CovariatePanel, eventsOf } from '../../model/covariate.ts'
import type { ForecastNote } from '../../model/forecast-note.ts'
import { addMonths, month, type Month } from '../../model/month.ts'
import { HAZARD_TYPES } from '../../model/observation.ts'
import { PAST_LAGS } from './covariates.ts'
import { covariateScale } from './place-covariates.ts'
import type { Scales } from './surroundings.ts'

/** Networks of a product, and the months before which each of them learned, youngest first. */
type Told = Scales & { readonly vintages: readonly { readonly before: Month }[] }

interface Ahead {
  /** The last month with observed demand. */
  readonly last: Month | undefined
  readonly from: Month
  readonly months: number
}

/** Of no type of emergency must there have been one. */
const NEVER_TOLD = new Set(HAZARD_TYPES.map(eventsOf))

const scaleOf = (kind: CovariateKind, { pastOnly, knownAhead }: Scales) =>
  kind === 'past-only' ? pastOnly : knownAhead

/** Months in which no place has a covariate. */
function unknownIn(
  { series, first, months, values }: CovariatePanel,
  name: string,
  kind: CovariateKind,
  from: Month,
  count: number,
): number {
  const rows = series.flatMap((key, s) => (key.covariate === name && key.kind === kind ? [s] : []))
  return Array.from({ length: count }, (_, j) => from + j - first).filter(
    (t) => t < 0 || t >= months || rows.every((s) => Number.isNaN(values[s * months + t])),
  ).length
}

/** What networks were told when they learned and cannot be told now, and what files tell and they are not told. */
export function notesOfCovariates(
  models: readonly Told[],
  panel: CovariatePanel,
  { from, months, last = addMonths(from, -1) }: Ahead,
): readonly ForecastNote[] {
  if (models.length === 0) return []
  // The networks begin where demand ends.
  const seen = addMonths(month(Math.min(from, last + 1)), -PAST_LAGS)
  const missing: ForecastNote[] = []
  const late = new Map<number, string[]>()
  const gone = new Set<string>()
  const fresh = new Set<string>()
  const unchanging = new Map<string, Month>()
  for (const kind of COVARIATE_KINDS) {
    const there = new Set(panel.series.flatMap((key) => (key.kind === kind ? [key.covariate] : [])))
    const learned = new Set(models.flatMap((model) => scaleOf(kind, model).names))
    for (const name of learned)
      if (!there.has(name)) gone.add(name)
      else if (kind === 'known-ahead') {
        const unknown = unknownIn(panel, name, kind, from, months)
        if (unknown > 0) missing.push({ code: 'covariate-missing', covariate: name, months: unknown })
      } else {
        const unknown = unknownIn(panel, name, kind, seen, PAST_LAGS)
        if (unknown > 0) late.set(unknown, [...(late.get(unknown) ?? []), name])
      }
    for (const model of models) {
      const before = model.vintages.at(-1)?.before
      if (before === undefined) continue
      const could = new Set(covariateScale(panel, kind, before).names)
      for (const name of there)
        if (scaleOf(kind, model).names.includes(name)) continue
        else if (could.has(name)) fresh.add(name)
        else if (!learned.has(name) && !NEVER_TOLD.has(name)) unchanging.set(name, before)
    }
  }
  const same = [...Map.groupBy(unchanging.keys(), (name) => unchanging.get(name)!)]
  return [
    ...missing,
    ...[...late].map(([count, covariates]) => ({ code: 'covariates-late', covariates, months: count }) as const),
    ...(gone.size > 0 ? [{ code: 'covariates-gone', covariates: [...gone] } as const] : []),
    ...(fresh.size > 0 ? [{ code: 'covariates-new', covariates: [...fresh] } as const] : []),
    ...same.map(([before, covariates]) => ({ code: 'covariates-unchanging', covariates, before }) as const),
  ]
}
