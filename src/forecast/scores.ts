import type { BacktestScore } from '../model/forecast.ts'
import { lossOf } from './backtest.ts'
import type { Fitted } from './fit-group.ts'
import { nameOf } from './method.ts'

/** Scores of every method on a group. */
export const scoresOf = (product: string, { method, tallies, scoredOrigins }: Fitted): BacktestScore[] =>
  tallies.map((tally) => ({
    product,
    method: tally.member.name,
    loss: lossOf(tally),
    bias: (tally.forecast - tally.actual) / (tally.actual > 0 ? tally.actual : 1),
    coverage80: tally.inside / tally.cells,
    origins: scoredOrigins,
    chosen: tally.member.name === nameOf(method),
  }))
