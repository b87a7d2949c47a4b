import type { BacktestScore } from '../model/forecast.ts'
import { lossOf, type Tally } from './backtest.ts'
import type { Member } from './member.ts'
import { FALLBACK, YARDSTICK } from './members.ts'

export interface Choice {
  readonly member: Member
  readonly scores: readonly BacktestScore[]
}

/** The member of least loss (the first of equals) but never the yardstick; the fallback where nothing was scored. */
export function choose(product: string, tallies: readonly Tally[], origins: number): Choice {
  const scored = tallies.filter((tally) => tally.cells > 0)
  let best: Tally | undefined
  for (const tally of scored)
    if (tally.member !== YARDSTICK && (best === undefined || lossOf(tally) < lossOf(best))) best = tally
  const scores = scored.map(
    (tally): BacktestScore => ({
      product,
      method: tally.member.name,
      loss: lossOf(tally),
      bias: (tally.forecast - tally.actual) / (tally.actual > 0 ? tally.actual : 1),
      coverage80: tally.inside / tally.cells,
      origins,
      chosen: tally === best,
    }),
  )
  return { member: best?.member ?? FALLBACK, scores }
}
