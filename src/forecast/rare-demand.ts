import { negativeBinomialQuantiles } from '../kernel/negative-binomial.ts'
import type { MethodName } from '../model/forecast.ts'
import type { History } from './history.ts'
import type { Member } from './member.ts'
import { spreadOf } from './spread.ts'

/** A level of demand per step, and the mean squared error of the steps it foretold. */
interface Level {
  readonly level: number
  readonly error: number
}

/**
 * Croston (1972) smooths the size of demands and the interval between them and divides one by the other. That is too much, since the mean of a
 * quotient is above the quotient of means: Syntetos and Boylan (2005) take off α ÷ 2. It learns only when a demand comes and so keeps
 * forecasting what nobody needs any more.
 */
function syntetosBoylan({ values, steps, origin }: History, row: number, alpha: number): Level {
  const base = row * steps
  let size = -1
  let interval = 1
  let since = 1
  let [errors, n] = [0, 0]
  for (let t = 0; t < origin; t++) {
    const value = values[base + t]
    if (Number.isNaN(value)) continue
    if (size >= 0) {
      errors += ((1 - alpha / 2) * (size / interval) - value) ** 2
      n++
    }
    if (value > 0) {
      size = size < 0 ? value : size + alpha * (value - size)
      interval = interval + (n === 0 ? 1 : alpha) * (since - interval)
      since = 1
    } else since++
  }
  return { level: size < 0 ? 0 : (1 - alpha / 2) * (size / interval), error: errors / Math.max(1, n) }
}

/** Teunter, Syntetos and Babai (2011) smooth the probability of a demand in every step: it fades where demand has ended. */
function teunterSyntetosBabai({ values, steps, origin }: History, row: number, alpha: number, beta: number): Level {
  const base = row * steps
  let size = -1
  let chance = 0
  let [errors, n, known] = [0, 0, 0]
  for (let t = 0; t < origin; t++) {
    const value = values[base + t]
    if (Number.isNaN(value)) continue
    if (size >= 0) {
      errors += (chance * size - value) ** 2
      n++
    }
    known++
    const came = value > 0 ? 1 : 0
    // A plain mean until β has the same weight: the first step is no better known than the others.
    chance += Math.max(beta, 1 / known) * (came - chance)
    if (came === 1) size = size < 0 ? value : size + alpha * (value - size)
  }
  return { level: size < 0 ? 0 : chance * size, error: errors / Math.max(1, n) }
}

const WEIGHTS = [0.05, 0.1, 0.2, 0.3] as const

const best = (levels: readonly Level[]): number => levels.reduce((a, b) => (b.error < a.error ? b : a)).level

/** The level as the mean of a negative binomial with the spread of the row's history; the weights are those of least squared error. */
function counting(name: MethodName, levelOf: (history: History, row: number) => number): Member {
  return {
    name,
    predict(history, row, _from, count, levels, out, means) {
      const { quantum } = history
      const level = Math.max(0, levelOf(history, row))
      negativeBinomialQuantiles(levels, level / quantum, spreadOf(history, row), quantum, out, 0)
      for (let j = 1; j < count; j++) out.copyWithin(j * levels.length, 0, levels.length)
      means.fill(level, 0, count)
    },
  }
}

export const sba = counting('sba', (history, row) => best(WEIGHTS.map((a) => syntetosBoylan(history, row, a))))

export const tsb = counting('tsb', (history, row) =>
  best(WEIGHTS.flatMap((b) => [0.05, 0.2].map((a) => teunterSyntetosBabai(history, row, a, b)))),
)
