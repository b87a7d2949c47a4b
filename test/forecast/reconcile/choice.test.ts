import { expect, test } from 'vitest'
import { chooseWay, type Way } from '../../../src/forecast/reconcile/choice.ts'
import { evidenceOf, type NodePast } from '../../../src/forecast/reconcile/evidence.ts'
import { waysOf } from '../../../src/forecast/reconcile/ways.ts'
import { ownSums, sumSeries } from '../../../src/forecast/reconcile/upper-series.ts'
import { placeTree } from '../../../src/forecast/reconcile/tree.ts'
import { ubigeo } from '../../../src/model/ubigeo.ts'

/** One total over two leaves, six steps, seasons of one step, origins at columns 5, 4, 3, one step ahead. */
function past(mean: readonly (readonly number[])[], values: readonly (readonly number[])[]): NodePast {
  return {
    nodes: 3,
    sums: 1,
    origins: [5, 4, 3],
    horizon: 1,
    mean: Float64Array.from(mean.flat()),
    values: Float64Array.from(values.flat()),
    steps: 6,
  }
}
const TREE = { parent: Int32Array.of(-1, 0, 0), uppers: 1 }
const LEFT = [1, 2, 1, 2, 1, 2]
const RIGHT = [2, 1, 2, 1, 2, 1]
const TOTAL = LEFT.map((x, t) => x + RIGHT[t]!)

test('where the total is known well and the places are not, sums alone are not chosen', () => {
  // Total told exactly; each leaf twice too large: added up 6 instead of 3.
  const told = past(
    [
      [3, 3, 3],
      [4, 2, 4],
      [2, 4, 2],
    ],
    [TOTAL, LEFT, RIGHT],
  )
  const { way, losses, project } = chooseWay(told, 1, waysOf(TREE, [true]))
  expect(way).toBe('wls-variance')
  expect(losses.get('wls-variance')).toBeLessThan(losses.get('bottom-up')!)
  const joint = project(Float64Array.of(3, 4, 2))
  expect(joint[0]).toBeCloseTo(3, 9)
  expect(joint[1]! + joint[2]!).toBeCloseTo(joint[0]!, 9)
})

test('where places are told exactly, they are added up, whatever the total was told', () => {
  const told = past(
    [
      [9, 9, 9],
      [2, 1, 2],
      [1, 2, 1],
    ],
    [TOTAL, LEFT, RIGHT],
  )
  expect(chooseWay(told, 1, waysOf(TREE, [true])).way).toBe('bottom-up')
})

test('weights are tried on what came after them: the latest origin is scored, the earlier ones are learnt from', () => {
  const seen: number[][] = []
  const spy: Way = {
    name: 'wls-variance',
    fit({ variances }) {
      seen.push([...variances])
      return (base) => base
    },
  }
  // Errors of the left leaf: 3 − 2 at column 5, 1 − 1 at 4, 4 − 2 at 3.
  chooseWay(
    past(
      [
        [3, 3, 3],
        [3, 1, 4],
        [1, 2, 1],
      ],
      [TOTAL, LEFT, RIGHT],
    ),
    1,
    [spy],
  )
  // All origins: (1 + 0 + 4) ÷ 3; those before column 5: (0 + 4) ÷ 2.
  expect(seen.map((v) => v[1])).toEqual([5 / 3, 2])
})

test('an error for a month is the mean over the origins it was forecast at', () => {
  const told: NodePast = {
    nodes: 1,
    sums: 0,
    origins: [2, 1],
    horizon: 2,
    mean: Float64Array.of(1, 1, 5, 2),
    values: Float64Array.of(0, 7, 3, 4),
    steps: 4,
  }
  // Column 1: 7 − 5; column 2: 3 − 1 and 3 − 2, mean 1.5; column 3: 4 − 1. Mean square (4 + 4 + 1 + 9) ÷ 4.
  const { errors, variances } = evidenceOf(told, () => true)
  expect([...errors]).toEqual([2, 1.5, 3])
  expect([...variances]).toEqual([4.5])
})

test('no place is moved by more than four times, and one of nothing stays at nothing', () => {
  const evidence = { variances: Float64Array.of(0, 1, 1), errors: new Float64Array(0) }
  const wls = waysOf(TREE, [true])
    .find((way) => way.name === 'wls-variance')!
    .fit(evidence)!
  // A total of 1,000 that never errs would give both about 500, a total of 0 take 6 from each.
  expect([...wls(Float64Array.of(1000, 1, 2))]).toEqual([12, 4, 8])
  expect([...wls(Float64Array.of(1000, 0, 2))]).toEqual([8, 0, 8])
  expect([...wls(Float64Array.of(0, 8, 4))]).toEqual([3, 2, 1])
})

test('a sum is what its places add up to, and unknown where less than 95 % of them are observed', () => {
  const tree = placeTree(['010101', '010102', '020101'].map((x) => ubigeo(x)))
  expect(tree.codes).toEqual(['000000', '010000', '010100', '020000', '020100'])
  const nan = Number.NaN
  const sums = sumSeries(tree, { rows: 3, steps: 2, cycle: 12, values: Float64Array.of(1, nan, 2, 5, 4, 6) })
  expect([...sums]).toEqual([7, nan, 3, nan, 3, nan, 4, 6, 4, 6])
})

test('a province with rows of its own beside its districts is a leaf below its own sum', () => {
  const tree = placeTree(['010100', '010101'].map((x) => ubigeo(x)))
  expect(tree.codes).toEqual(['000000', '010000', '010100'])
  expect([...tree.parent]).toEqual([-1, 0, 1, 2, 2])
})

test('a sum over one place with demand has no forecast of its own, whatever lies there without any', () => {
  const tree = placeTree(['010101', '010102', '010201'].map((x) => ubigeo(x)))
  const group = (second: number) => ({ rows: 3, steps: 2, cycle: 12, values: Float64Array.of(1, 0, 0, second, 2, 2) })
  // Nation, department, province 0101, province 0102: two provinces with demand, so the department alone.
  expect(ownSums(tree, group(0), 2)).toEqual([false, true, false, false])
  expect(ownSums(tree, group(5), 2)).toEqual([false, true, true, false])
  expect(ownSums(tree, group(5), 1)).toEqual([false, true, false, false])
})
