import { classAt } from '../demand-class.ts'
import type { History } from '../history.ts'
import type { Member } from '../member.ts'
import { movingAverage } from '../moving-average.ts'
import { describeStep, FEATURES, scaleAt } from './features.ts'
import { distributionOf, type Forest, growForest } from './forest.ts'
import { RARE } from './lessons.ts'
import { type Sums, sumsOf } from './sums.ts'

/** Origins of the same sixth of a season learn from what was before it: the fits of a backtest are half as many. */
const REFITS = 6
/** What is forecast farther ahead is learnt as if it were the last of these. */
const FARTHEST = 60

/** What was learnt of a group, by the columns and steps ahead it was learnt from. */
interface Learnt {
  readonly sums: Sums
  readonly forests: Map<string, Forest | undefined>
}
/** By the values of the group, which all its histories share. */
const learnt = new WeakMap<Float64Array, Learnt>()

function learntOf(history: History): Learnt {
  const found = learnt.get(history.values) ?? { sums: sumsOf(history), forests: new Map<string, Forest>() }
  learnt.set(history.values, found)
  return found
}

function forestOf(history: History, { sums, forests }: Learnt, reach: number): Forest | undefined {
  const block = Math.max(1, Math.round(history.cycle / REFITS))
  const end = Math.floor(history.origin / block) * block
  const key = `${end} ${reach}`
  if (!forests.has(key)) forests.set(key, growForest(history, sums, end, reach))
  return forests.get(key)
}

/** Of what cannot be learnt; no other than the member of that name. */
const plain = movingAverage('moving-average-12', 12)

/**
 * Gradient-boosted trees over all rows of the group at once. Rare demand, whose quantiles are mostly 0, and groups too small to learn from are left to the moving
 * average.
 */
export const boostedTrees: Member = {
  name: 'boosted-trees',
  predict(history, row, from, count, levels, out, means) {
    const { origin, floor } = history
    const own = learntOf(history)
    const scale = scaleAt(history, own.sums, row, origin)
    const lead = from - origin
    const rare = classAt(history, row, origin) >= RARE || scale === 0
    const forest = rare ? undefined : forestOf(history, own, Math.min(FARTHEST, lead + count))
    if (forest === undefined) {
      plain.predict(history, row, from, count, levels, out, means)
      return
    }
    const x = new Float64Array(FEATURES)
    const bins = new Uint8Array(FEATURES)
    for (let j = 0; j < count; j++) {
      describeStep(history, own.sums, row, origin, lead + j, scale, x, 0)
      const { mean, quantile } = distributionOf(forest, x, bins)
      for (let q = 0; q < levels.length; q++) out[j * levels.length + q] = Math.max(floor, scale * quantile(levels[q]))
      means[j] = Math.max(floor, scale * mean)
    }
  },
}
