import { stream } from '../kernel/random.ts'
import { DRAWS } from '../model/forecast.ts'
import type { Group } from './history.ts'

/** Runs of past months that can lend their order: first columns, and how long they are. */
export interface Runs {
  readonly starts: readonly number[]
  readonly length: number
  /** Every place is observed in every month of them. */
  readonly wholly: boolean
}

/** Places observed in each column before the end. */
function countObserved({ values, rows, steps }: Group, end: number): Int32Array {
  const perMonth = new Int32Array(end)
  for (let i = 0; i < rows; i++) for (let t = 0; t < end; t++) if (!Number.isNaN(values[i * steps + t])) perMonth[t]++
  return perMonth
}

/**
 * Runs as long as the horizon whose months are wholly observed; where there is none, with half of the places observed in each month;
 * where there is none either, shorter ones. No starts without any history.
 * @param group rows that each have some history before the end
 */
export function runsOf(group: Group, end: number, horizon: number): Runs {
  const perMonth = countObserved(group, end)
  for (let length = group.rows > 0 ? horizon : 0; length > 0; length--)
    for (const share of [1, 0.5]) {
      const starts: number[] = []
      let good = 0
      for (let t = 0; t < end; t++) {
        good = perMonth[t] >= share * group.rows ? good + 1 : 0
        if (good >= length) starts.push(t - length + 1)
      }
      if (starts.length > 0) return { starts, length, wholly: share === 1 }
    }
  return { starts: [], length: 0, wholly: false }
}

/** Fisher–Yates. */
export function shuffle(items: Int32Array, random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = items[i]
    items[i] = items[j]
    items[j] = held
  }
}

/** A run for every world, each run used ⌊400 ÷ runs⌋ or one more times, in random order. */
export function assignRuns(starts: readonly number[], seed: number): Int32Array {
  const random = stream(seed)
  const order = Int32Array.from(starts)
  const assigned = new Int32Array(DRAWS)
  for (let w = 0; w < DRAWS; w++) {
    // Reshuffled for each round, so that the incomplete last round falls on no run by rule.
    if (w % order.length === 0) shuffle(order, random)
    assigned[w] = order[w % order.length]
  }
  shuffle(assigned, random)
  return assigned
}

/**
 * The same worlds for a product that lacks some of the runs: a world keeps its run where the product has it; the others are dealt the
 * product's runs, the least used first.
 */
export function keepRuns(master: Int32Array, starts: readonly number[], seed: number): Int32Array {
  const used = new Map(starts.map((start) => [start, 0]))
  for (const start of master) if (used.has(start)) used.set(start, used.get(start)! + 1)
  const random = stream(seed)
  return master.map((start) => {
    if (used.has(start)) return start
    const least = Math.min(...used.values())
    const open = starts.filter((s) => used.get(s) === least)
    const pick = open[Math.floor(random() * open.length)]
    used.set(pick, least + 1)
    return pick
  })
}
