import { type Correction, correctionAt, fitCorrection } from './conformal.ts'
import { classAt, DEMAND_CLASSES } from './demand-class.ts'
import type { Levels } from './levels.ts'
import type { Member } from './member.ts'
import { fitLevelMap, type LevelMap, mapLevel, probabilityBelow } from './pit.ts'
import type { ForecastRecord } from './record.ts'

/** How a class's quantiles are put right: counts by level, anything else by size. */
type Repair =
  | { readonly kind: 'none' }
  | { readonly kind: 'levels'; readonly map: LevelMap }
  | { readonly kind: 'shift'; readonly correction: Correction }

/** By class of demand. */
export type Calibration = readonly Repair[]

const SMOOTH = 2

/**
 * @param quantiles of the forecasts to be put right, as the record's cells × width
 * @param cells to fit on
 * @param counts whether smooth demand, too, comes in counts so small that quantiles jump
 */
export function fitCalibration(
  record: ForecastRecord,
  levels: Levels,
  quantiles: Float32Array,
  cells: Int32Array,
  counts: boolean,
): Calibration {
  const { width, actual, ahead } = record
  return DEMAND_CLASSES.map((name, kind): Repair => {
    const own = Array.from(cells).filter((c) => record.kind[c] === kind)
    if (name === 'silent' || own.length === 0) return { kind: 'none' }
    let steps = 0
    for (const c of own) steps = Math.max(steps, ahead[c] + 1)
    if (kind >= SMOOTH || counts) {
      const bound = (upTo: boolean): number[] =>
        own.map((c) => probabilityBelow(actual[c], quantiles, c * width, levels.all, upTo))
      return { kind: 'levels', map: fitLevelMap(bound(false), bound(true), own.length / steps) }
    }
    const byStep = Array.from({ length: steps }, (_, j) => own.filter((c) => ahead[c] === j))
    const correction = fitCorrection(actual, quantiles, levels.all, levels.low, levels.high, byStep)
    return { kind: 'shift', correction }
  })
}

/** A quantile between those of the grid; the ends beyond it. */
function between(q: ArrayLike<number>, at: number, levels: Float64Array, level: number): number {
  if (level <= levels[0]) return q[at]
  for (let k = 1; k < levels.length; k++) {
    if (level > levels[k]) continue
    const part = (level - levels[k - 1]) / (levels[k] - levels[k - 1])
    return q[at + k - 1] + part * (q[at + k] - q[at + k - 1])
  }
  return q[at + levels.length - 1]
}

/** The record's quantiles as the calibration would have put them right. */
export function calibrateRecord(
  record: ForecastRecord,
  levels: Levels,
  quantiles: Float32Array,
  calibration: Calibration,
  floor: number,
): Float32Array {
  const { width, size } = record
  const out = Float32Array.from(quantiles)
  for (let c = 0; c < size; c++) {
    const repair = calibration[record.kind[c]]
    const at = c * width
    const spread = quantiles[at + levels.high] - quantiles[at + levels.low]
    for (let q = 0; q < width; q++) {
      const level = levels.all[q]
      if (repair.kind === 'levels') out[at + q] = between(quantiles, at, levels.all, mapLevel(repair.map, level))
      if (repair.kind === 'shift')
        out[at + q] = Math.max(floor, out[at + q] + spread * correctionAt(repair.correction, record.ahead[c], level))
    }
    if (repair.kind === 'shift') out.subarray(at, at + width).sort()
  }
  return out
}

/** A member whose quantiles are put right. */
export function calibrated(member: Member, calibration: Calibration): Member {
  return {
    name: member.name,
    predict(history, row, from, count, levels, out, means) {
      const repair = calibration[classAt(history, row, history.origin)]
      const n = levels.length
      if (repair.kind === 'levels') {
        const mapped = Float64Array.from(levels, (level) => mapLevel(repair.map, level))
        member.predict(history, row, from, count, mapped, out, means)
        return
      }
      member.predict(history, row, from, count, levels, out, means)
      if (repair.kind === 'none') return
      const ends = new Float64Array(2 * count)
      member.predict(history, row, from, count, [0.1, 0.9], ends, means)
      for (let j = 0; j < count; j++) {
        const spread = ends[2 * j + 1] - ends[2 * j]
        // Of a column that lies beyond the next one, the window's first step is not the first ahead.
        const step = from - history.origin + j
        for (let q = 0; q < n; q++)
          out[j * n + q] = Math.max(
            history.floor,
            out[j * n + q] + spread * correctionAt(repair.correction, step, levels[q]),
          )
        out.subarray(j * n, (j + 1) * n).sort()
      }
    },
  }
}
