import type { MethodName } from '../model/forecast.ts'
import type { History } from './history.ts'

/** A method of forecasting one series at a time. */
export interface Member {
  readonly name: MethodName
  /**
   * Quantiles of `count` steps from column `from` (≥ the history's origin) of one row, ascending and not below the history's floor.
   * @param levels n ascending numbers in (0, 1)
   * @param out receives count × n numbers, row-major, from index 0 on
   * @param means receives the mean of each step
   */
  predict(
    history: History,
    row: number,
    from: number,
    count: number,
    levels: ArrayLike<number>,
    out: Float64Array,
    means: Float64Array,
  ): void
}
