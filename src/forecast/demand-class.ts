import type { Group } from './history.ts'

/** Kinds of demand (Syntetos, Boylan and Croston 2005), by how rarely and how unevenly it comes; `silent`: nothing yet. */
export const DEMAND_CLASSES = ['smooth', 'erratic', 'intermittent', 'lumpy', 'silent'] as const
export const SILENT = DEMAND_CLASSES.indexOf('silent')

/** Mean interval between demands [steps], and squared coefficient of variation of their sizes, at which the classes part. */
const INTERVAL = 1.32
const VARIATION = 0.49

/** Index into {@link DEMAND_CLASSES}, from what a row held before the origin. */
export function classAt({ values, steps }: Group, row: number, origin: number): number {
  let known = 0
  let demands = 0
  let sum = 0
  let squares = 0
  for (let t = row * steps; t < row * steps + origin; t++) {
    const value = values[t]
    if (Number.isNaN(value)) continue
    known++
    if (value === 0) continue
    demands++
    sum += value
    squares += value * value
  }
  if (demands === 0) return SILENT
  const mean = sum / demands
  const uneven = squares / demands - mean * mean >= VARIATION * mean * mean
  return (known / demands >= INTERVAL ? 2 : 0) + (uneven ? 1 : 0)
}
