import { normalQuantiles } from '../kernel/normal.ts'
import { classAt } from './demand-class.ts'
import { dampedSum, type Weights } from './ets-model.ts'
import { type EtsFit, fitEts } from './ets-fit.ts'
import type { Member } from './member.ts'
import { seriesOf } from './series.ts'

/** Σ c_j² for j = 1 … h − 1, c_j the weight that an error keeps j steps later (Hyndman et al. 2008, table 6.1). */
function carried({ alpha, beta, gamma, phi }: Weights, cycle: number, ahead: number): number {
  let sum = 0
  for (let j = 1; j < ahead; j++) {
    const c = alpha + beta * dampedSum(phi, j) + (j % cycle === 0 ? gamma : 0)
    sum += c * c
  }
  return sum
}

export interface EtsForecast {
  readonly mean: number
  readonly deviation: number
}

/**
 * Mean and standard deviation, in the series' scale. Of relative errors the deviation is that of a model whose errors are the same share of the
 * mean at every step: the exact one differs by squares of shares.
 * @param ahead 1 for the step after the last
 */
export function etsForecast({ shape, weights, state, deviation }: EtsFit, length: number, ahead: number): EtsForecast {
  const { season } = state
  const cycle = season.length
  const base = state.level + dampedSum(weights.phi, ahead) * state.trend
  const part = season[(length + ahead - 1) % cycle]
  const mean = shape.season === 'factor' ? base * part : shape.season === 'added' ? base + part : base
  const one = shape.relative ? deviation * Math.abs(mean) : deviation
  return { mean, deviation: one * Math.sqrt(1 + carried(weights, cycle > 1 ? cycle : Infinity, ahead)) }
}

/** Exponential smoothing of the shape of least AICc; simple smoothing of demand with zeros between. */
export const ets: Member = {
  name: 'ets',
  predict(history, row, from, count, levels, out, means) {
    const series = seriesOf(history, row)
    const fit = fitEts(series, classAt(history, row, history.origin) >= 2)
    const lead = from - history.origin + 1
    for (let j = 0; j < count; j++) {
      const { mean, deviation } = etsForecast(fit, series.y.length, lead + j)
      normalQuantiles(levels, mean * series.scale, deviation * series.scale, history.floor, out, j * levels.length)
      means[j] = Math.max(history.floor, mean * series.scale)
    }
  },
}
