import { negativeBinomialQuantiles } from '../kernel/negative-binomial.ts'
import type { MethodName } from '../model/forecast.ts'
import { classAt, SILENT } from './demand-class.ts'
import type { History } from './history.ts'
import type { Member } from './member.ts'
import { spreadOf } from './spread.ts'

/** What the rows of a group tell about each other. */
interface Shared {
  /** Mean of the rows' levels. */
  readonly level: number
  /** So many steps of a row's own weigh as much as the others. */
  readonly credibility: number
  /** Mean variance ÷ mean of the rows, in quanta. */
  readonly spread: number
}

/** So many steps of a row's own weigh as much, for its spread, as the others' spread: a variance needs long to be known. */
const SPREAD_CREDIBILITY = 24

/** Level over the last `window` steps, and how many of them are known. */
function recent({ values, steps, origin }: History, row: number, window: number): { level: number; known: number } {
  const base = row * steps
  let [sum, known] = [0, 0]
  for (let t = origin - 1; t >= 0 && known < window; t--) {
    const value = values[base + t]
    if (Number.isNaN(value)) continue
    known++
    sum += value
  }
  return { level: known === 0 ? 0 : sum / known, known }
}

/** Bühlmann's (1967) credibility: variance of a step within a row ÷ variance of the rows' true levels. */
function shareOf(history: History, window: number): Shared {
  const levels: number[] = []
  const knowns: number[] = []
  let [within, spread] = [0, 0]
  for (let row = 0; row < history.rows; row++) {
    const { level, known } = recent(history, row, window)
    // Of a row that never had a demand, nothing is learnt about those that had.
    if (known < 2 || classAt(history, row, history.origin) === SILENT) continue
    levels.push(level)
    knowns.push(known)
    const d = spreadOf(history, row)
    spread += d
    within += d * level * history.quantum
  }
  const n = levels.length
  if (n < 2) return { level: levels[0] ?? 0, credibility: 0, spread: n === 0 ? 1 : spread }
  const mean = levels.reduce((a, b) => a + b, 0) / n
  const total = levels.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1)
  const noise = levels.reduce((a, level, i) => a + (within / n / knowns[i]) * (level / mean), 0) / n
  const between = total - noise
  return { level: mean, credibility: between > 0 ? within / n / between : 1e6, spread: spread / n }
}

/**
 * Moving average drawn towards that of all rows of the group with any demand, the more so the less the rows differ beyond chance; negative binomial, its
 * spread drawn towards theirs.
 */
export function sharedAverage(name: MethodName, window: number): Member {
  // What the group tells is the same for all its rows: found once per history.
  const found = new WeakMap<History, Shared>()
  return {
    name,
    predict(history, row, _from, count, levels, out, means) {
      const shared = found.get(history) ?? shareOf(history, window)
      found.set(history, shared)
      const { level: own, known } = recent(history, row, window)
      const { quantum } = history
      const level = (known * own + shared.credibility * shared.level) / Math.max(1e-9, known + shared.credibility)
      const spread =
        (known * spreadOf(history, row) + SPREAD_CREDIBILITY * shared.spread) / (known + SPREAD_CREDIBILITY)
      negativeBinomialQuantiles(levels, Math.max(0, level) / quantum, Math.max(1, spread), quantum, out, 0)
      for (let j = 1; j < count; j++) out.copyWithin(j * levels.length, 0, levels.length)
      means.fill(Math.max(0, level), 0, count)
    },
  }
}
