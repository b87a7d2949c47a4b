import { quantileSorted } from '../../kernel/quantile.ts'
import { seedFor, stream } from '../../kernel/random.ts'
import { classAt } from '../demand-class.ts'
import type { Group, History } from '../history.ts'
import type { Member } from '../member.ts'
import { movingAverage } from '../moving-average.ts'
import { binRow, type Cuts, cutsOf } from './bins.ts'
import { type Boosted, boostedValue, boostQuantile, type BoostSettings, type Table } from './boost.ts'
import { describeStep, FEATURES, scaleAt } from './features.ts'
import { type Sums, sumsOf } from './sums.ts'

export const T = {
  most: 20000,
  folds: 2,
  block: 4,
  least: 400,
  levels: [0.1, 0.5, 0.9],
  boost: { rounds: 100, shrink: 0.1, leaves: 16, least: 20, ridge: 0, rowShare: 0.5, featureShare: 0.5 } as BoostSettings,
  power: 0.5,
}
const RARE = 2
const fallback = movingAverage('moving-average-12', 12)

interface Forest {
  readonly cuts: Cuts
  /** folds × levels */
  readonly boosted: readonly (readonly Boosted[])[]
  readonly rest: Float64Array
  readonly restMean: number
}

interface Known {
  readonly sums: Sums
  readonly fits: Map<string, Forest | undefined>
}
const known = new WeakMap<Float64Array, Known>()

const middle = (levels: readonly number[]): number => levels.length >> 1

/** Location and the widths below and above it. */
function say(forest: Forest, folds: readonly number[], bins: Uint8Array, at: number): [number, number, number] {
  let [lo, mid, hi] = [0, 0, 0]
  for (const f of folds) {
    const own = forest.boosted[f]
    lo += boostedValue(own[0], bins, at)
    mid += boostedValue(own[1], bins, at)
    hi += boostedValue(own[2], bins, at)
  }
  const n = folds.length
  return [mid / n, Math.max(0.02, (mid - lo) / n), Math.max(0.02, (hi - mid) / n)]
}

function fit(group: Group, sums: Sums, cut: number, reach: number): Forest | undefined {
  const { rows, steps, cycle, values } = group
  const random = stream(seedFor(1, `trees ${rows} ${cut} ${reach}`))
  const usable: number[] = []
  for (let row = 0; row < rows; row++) if (classAt(group, row, cut) < RARE) usable.push(row)
  // candidates: (row, origin)
  const pick: number[] = []
  const first = Math.min(cycle, 12)
  const total = usable.length * (cut - first) * reach
  if (total < T.least) return undefined
  const take = Math.min(1, T.most / total)
  for (const row of usable)
    for (let t = first; t < cut; t++)
      for (let j = 0; j < reach && t + j < cut; j++) {
        if (random() >= take) continue
        const y = values[row * steps + t + j]
        if (Number.isNaN(y) || sums.known[row * (steps + 1) + t] < 4 || scaleAt(group, sums, row, t) <= 0) continue
        pick.push(row, t, j)
      }
  const n = pick.length / 3
  if (n < T.least) return undefined
  const x = new Float64Array(n * FEATURES)
  const target = new Float64Array(n)
  const weight = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    const [row, t, j] = [pick[3 * i], pick[3 * i + 1], pick[3 * i + 2]]
    const scale = scaleAt(group, sums, row, t)
    describeStep(group, sums, row, t, j, scale, x, i * FEATURES)
    target[i] = values[row * steps + t + j] / scale
    weight[i] = scale
  }
  const cuts = cutsOf(x, n, FEATURES)
  const bins = new Uint8Array(n * FEATURES)
  for (let i = 0; i < n; i++) binRow(cuts, x, i * FEATURES, bins, i * FEATURES)
  // folds by season
  const fold = Int32Array.from({ length: n }, (_, i) => Math.floor((pick[3 * i + 1]) / cycle) % T.folds)
  const boosted: Boosted[][] = []
  for (let f = 0; f < T.folds; f++) {
    const own = [...fold.keys()].filter((i) => T.folds === 1 || fold[i] !== f)
    const table: Table = {
      rows: own.length,
      features: FEATURES,
      bins: new Uint8Array(own.length * FEATURES),
      target: Float64Array.from(own, (i) => target[i]),
      weight: Float64Array.from(own, (i) => weight[i]),
    }
    own.forEach((i, k) => table.bins.set(bins.subarray(i * FEATURES, (i + 1) * FEATURES), k * FEATURES))
    boosted.push(T.levels.map((level) => boostQuantile(table, level, T.boost, random)))
  }
  const partial: Forest = { cuts, boosted, rest: new Float64Array(0), restMean: 0 }
  // held-out rests, drawn by weight
  let most = 0
  for (const w of weight) most = Math.max(most, w)
  const rest: number[] = []
  let [sum, ws] = [0, 0]
  const rw: [number, number][] = []
  for (let i = 0; i < n; i++) {
    const [mid, down, up] = say(partial, [fold[i]], bins, i * FEATURES)
    const r = target[i] - mid
    const z = r > 0 ? r / up : r / down
    rw.push([z, weight[i] * (up + down)])
  }
  rw.sort((a, b) => a[0] - b[0])
  const all = rw.reduce((a, b) => a + b[1], 0)
  let acc = 0
  let k = 0
  for (const [z, w] of rw) {
    acc += w
    while (k < 401 && acc >= ((k + 0.5) / 401) * all) {
      rest.push(z)
      k++
    }
    sum += z * w
    ws += w
  }
  return { ...partial, rest: Float64Array.from(rest), restMean: sum / ws }
}

export const boostedTrees: Member = {
  name: 'boosted-trees',
  predict(history, row, from, count, levels, out, means) {
    const forest = classAt(history, row, history.origin) < RARE ? forestOf(history, from - history.origin + count) : undefined
    const k = known.get(history.values)
    const scale = k ? scaleAt(history, k.sums, row, history.origin) : 0
    if (forest === undefined || k === undefined || scale <= 0) {
      fallback.predict(history, row, from, count, levels, out, means)
      return
    }
    const x = new Float64Array(FEATURES)
    const bins = new Uint8Array(FEATURES)
    const folds = forest.boosted.map((_, f) => f)
    for (let j = 0; j < count; j++) {
      describeStep(history, k.sums, row, history.origin, from - history.origin + j, scale, x, 0)
      binRow(forest.cuts, x, 0, bins, 0)
      const [mid, down, up] = say(forest, folds, bins, 0)
      const at = (z: number): number => Math.max(history.floor, (mid + (z > 0 ? z * up : z * down)) * scale)
      for (let q = 0; q < levels.length; q++) out[j * levels.length + q] = at(quantileSorted(forest.rest, levels[q]))
      let sum = 0
      for (let i = 0; i < forest.rest.length; i += 8) sum += at(forest.rest[i])
      means[j] = sum / Math.ceil(forest.rest.length / 8)
    }
  },
}

function forestOf(history: History, reach: number): Forest | undefined {
  const { values, cycle, origin } = history
  const block = Math.max(1, Math.round(cycle / T.block))
  const cut = Math.floor(origin / block) * block
  let own = known.get(values)
  if (own === undefined) {
    own = { sums: sumsOf(history), fits: new Map() }
    known.set(values, own)
  }
  const key = `${cut} ${reach}`
  if (!own.fits.has(key)) own.fits.set(key, fit(history, own.sums, cut, reach))
  return own.fits.get(key)
}
