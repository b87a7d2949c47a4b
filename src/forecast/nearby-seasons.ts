import { type Circle, circleAround } from './circle.ts'
import type { History } from './history.ts'
import type { Member } from './member.ts'

/** What is so many seasons older counts half as much; of a short season, so many steps. */
const HALF_LIFE = { seasons: 1.5, steps: 18 }
/** Standard deviation of the window on the season: a month of twelve. */
const WINDOW = 1 / 12
/** What a step counts that is far from the window. */
const OFF_SEASON = 0.15
/** The row's own steps in the window weigh as much as the whole circle's when there are so many. */
const CREDIBILITY = 3

/** How much each column before the origin tells about column `to`. */
function tellingOf({ cycle, origin }: History, to: number): Float64Array {
  const half = Math.max(HALF_LIFE.steps, HALF_LIFE.seasons * cycle)
  return Float64Array.from({ length: origin }, (_, t) => {
    const gap = (to - t) % cycle
    const apart = Math.min(gap, cycle - gap) / (WINDOW * cycle)
    return (Math.exp(-0.5 * apart * apart) + OFF_SEASON) * 0.5 ** ((origin - t) / half)
  })
}

/** Weight of each column of the row itself, and of each row of its circle. */
function weightsOf({ values, steps, origin }: History, row: number, { known }: Circle, telling: Float64Array) {
  let [own, around] = [0, 0]
  for (let t = 0; t < origin; t++) {
    around += known[t] * telling[t]
    if (!Number.isNaN(values[row * steps + t])) own += telling[t]
  }
  return {
    own: own === 0 ? 0 : 1 / (own + CREDIBILITY),
    around: around === 0 ? 0 : CREDIBILITY / (own + CREDIBILITY) / around,
  }
}

/** Quantiles of sizes of a weight each, of which the rest of 1 is zeros, times a scale: the least number that reaches the level. */
function describe(
  sizes: Float64Array,
  weights: Float64Array,
  scale: number,
  levels: ArrayLike<number>,
  out: Float64Array,
  at: number,
): void {
  const rest = 1 - weights.reduce((a, b) => a + b, 0)
  let [i, reached, value] = [0, 0, 0]
  let zerosPassed = false
  for (let q = 0; q < levels.length; q++) {
    // Sums of weights are as exact as this.
    while (reached < levels[q] - 1e-12 && !(zerosPassed && i === sizes.length)) {
      if (!zerosPassed && (i === sizes.length || sizes[i] > 0)) {
        zerosPassed = true
        reached += rest
        value = 0
      } else {
        value = sizes[i] * scale
        reached += weights[i++]
      }
    }
    out[at + q] = value
  }
}

/**
 * What happened at this time of the year may happen again, here and around: values of the row and of its circle, the likelier the nearer they are in season
 * and the later, the row's own the more the more is known of it (Bühlmann's credibility), the others' stretched to its size. A weighted empirical distribution
 * (Nadaraya 1964, Watson 1964; over the past of a series: Rangapuram et al. 2023): zeros and disasters keep the share that they have had around here.
 */
export const nearbySeasons: Member = {
  name: 'nearby-seasons',
  predict(history, row, from, count, levels, out, means) {
    const circle = circleAround(history, row)
    const { rows, columns, sizes } = circle
    const scale = circle.sizeOf(row)
    const weights = new Float64Array(rows.length)
    for (let j = 0; j < count; j++) {
      const telling = tellingOf(history, from + j)
      const { own, around } = weightsOf(history, row, circle, telling)
      let mean = 0
      for (let i = 0; i < rows.length; i++) {
        weights[i] = telling[columns[i]] * (rows[i] === row ? around + own : around)
        mean += weights[i] * sizes[i]
      }
      means[j] = mean * scale
      describe(sizes, weights, scale, levels, out, j * levels.length)
    }
  },
}
