import { day, monthOfDay } from '../model/day.ts'
import type { DemandPanel, SeriesKey } from '../model/demand.ts'
import { type Month, month } from '../model/month.ts'
import type { Observations, RegisterMonth } from '../model/observation.ts'
import type { Place } from '../model/place.ts'
import type { Product } from '../model/product.ts'
import type { Settings } from '../model/settings.ts'
import { departmentOf, levelOf, parentOf, type Ubigeo } from '../model/ubigeo.ts'
import type { CovariateFact, CovariatePanel } from '../model/covariate.ts'
import { type Axis, panelOf } from './cells.ts'
import { covariatePanel, notesOfFacts } from './covariates.ts'
import { cellsOfDemandFiles, productOfMeasure } from './demand-files.ts'
import type { PrepareNote } from '../model/prepare-note.ts'
import { cellsOfRegister, monthsOfRegisters } from './register.ts'

export interface PrepareInput {
  readonly observations: Observations
  readonly registers: readonly RegisterMonth[]
  readonly products: readonly Product[]
  /** With districts, a register's zeros are filled for every district; without any, for every province. */
  readonly places: readonly Place[]
  readonly covariates: readonly CovariateFact[]
  readonly settings: Pick<Settings, 'affectedShare' | 'absent'>
}

export interface Prepared {
  readonly panel: DemandPanel
  readonly covariates: CovariatePanel
  readonly notes: readonly PrepareNote[]
}

/** From the first to the last month of any demand file or register. */
function axisOf(o: Observations, registers: readonly RegisterMonth[]): Axis {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  const extend = (m: Month): void => {
    first = Math.min(first, m)
    last = Math.max(last, m)
  }
  for (const r of registers) extend(r.period)
  for (let i = 0; i < o.length; i++)
    if (productOfMeasure(o.measure[i]!) !== undefined) extend(monthOfDay(day(o.period[i]!)))
  return last < first ? { first: month(0), months: 0 } : { first: month(first), months: last - first + 1 }
}

/** Per product the places of which some place within has a series of its own. */
function mixedLevels(series: readonly SeriesKey[]): PrepareNote[] {
  return [...Map.groupBy(series, (key) => key.product)].flatMap(([product, keys]): PrepareNote[] => {
    const above = new Set<Ubigeo>()
    for (const { ubigeo } of keys)
      for (let node = parentOf(ubigeo); node !== undefined; node = parentOf(node)) above.add(node)
    const ubigeos = keys.map((key) => key.ubigeo).filter((code) => above.has(code))
    return ubigeos.length === 0 ? [] : [{ code: 'levels-added-up', product, ubigeos }]
  })
}

/**
 * Per product the places of the user's directory that have no series while others beside them have: perhaps left out by mistake. A file names whom an
 * organisation serves, so no demand is made up for them, nor for the rest of the country.
 */
function notNamed(series: readonly SeriesKey[], places: readonly Place[]): PrepareNote[] {
  const beside = (code: Ubigeo): string => `${levelOf(code)} ${parentOf(code)}`
  return [...Map.groupBy(series, (key) => key.product)].flatMap(([product, keys]): PrepareNote[] => {
    const named = new Set(keys.map((key) => key.ubigeo))
    const served = new Set(keys.map((key) => beside(key.ubigeo)))
    const ubigeos = places
      .filter(({ ubigeo, source }) => source !== 'gazetteer' && !named.has(ubigeo) && served.has(beside(ubigeo)))
      .map((place) => place.ubigeo)
    return ubigeos.length === 0 ? [] : [{ code: 'places-not-named', product, ubigeos }]
  })
}

/** Products of which demand is known in some departments only: in the others it is neither zero nor made up. */
function someDepartments(series: readonly SeriesKey[], places: readonly Place[]): PrepareNote[] {
  const all = new Set(places.map((place) => departmentOf(place.ubigeo)))
  const named = [...Map.groupBy(series, (key) => key.product)].map(([product, keys]) => ({
    product,
    departments: [...new Set(keys.map((key) => departmentOf(key.ubigeo)))],
  }))
  return [...Map.groupBy(named, ({ departments }) => departments.join()).values()].flatMap((alike): PrepareNote[] => {
    const departments = alike[0]?.departments ?? []
    const products = alike.map(({ product }) => product)
    return departments.length >= all.size ? [] : [{ code: 'some-departments', products, departments, of: all.size }]
  })
}

/** Observations → the demand panel (DATA §4). Without any fact of demand the panel has no months. */
export function prepare(input: PrepareInput): Prepared {
  const { observations, products, places, settings } = input
  const registers = monthsOfRegisters(input.registers)
  const axis = axisOf(observations, registers)
  const files = cellsOfDemandFiles(observations, axis, settings.absent)
  const withDemandFile = new Set(files.cells.series.map((key) => key.product))
  const notes: PrepareNote[] = [...files.notes]
  const parts = [files.cells]
  if (registers.length > 0) {
    const { affectedShare } = settings
    const filled = cellsOfRegister({ observations, registers, products, places, affectedShare, withDemandFile }, axis)
    parts.push(filled.cells)
    notes.push(...filled.notes)
  }
  const panel = panelOf(parts, axis)
  notes.push(...mixedLevels(panel.series), ...notNamed(panel.series, places), ...someDepartments(panel.series, places))
  const demanded = new Set(parts.flatMap((part) => part.series.map((key) => key.product)))
  for (const { id } of products) if (!demanded.has(id)) notes.push({ code: 'no-demand-known', product: id })
  const told = { facts: input.covariates, observations, registers, places }
  const covariates = covariatePanel(told, axis)
  notes.push(...notesOfFacts(input.covariates, covariates))
  return { panel, covariates, notes }
}
