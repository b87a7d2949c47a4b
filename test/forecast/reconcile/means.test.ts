import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clipAndAddUp } from '../../../src/forecast/reconcile/clip.ts'
import { mintShrink } from '../../../src/forecast/reconcile/mint.ts'
import { projection } from '../../../src/forecast/reconcile/projection.ts'
import { shrunkCovariance } from '../../../src/forecast/reconcile/shrinkage.ts'
import { leavesBelow, type Tree } from '../../../src/forecast/reconcile/tree.ts'
import { wlsVariance } from '../../../src/forecast/reconcile/wls.ts'
import { normal, seedFor, stream } from '../../../src/kernel/random.ts'
import { denseFormula, summing } from './dense.ts'
import { anyTree, numbers } from './trees.ts'

const diagonal = (v: ArrayLike<number>) => Array.from(v, (x, i) => Array.from(v, (_, j) => (i === j ? x : 0)))
const close = (a: ArrayLike<number>, b: ArrayLike<number>, to = 1e-6) => {
  expect(a.length).toBe(b.length)
  for (let i = 0; i < a.length; i++) expect(Math.abs(a[i]! - b[i]!)).toBeLessThan(to * (1 + Math.abs(b[i]!)))
}

/** A tree with a base forecast and a variance per node. */
const forecastTree = anyTree.chain((tree) =>
  fc.record({
    tree: fc.constant(tree),
    base: numbers(tree.parent.length, -20, 20),
    variances: numbers(tree.parent.length, 0.1, 50),
  }),
)

test('two passes give what the printed formula of weighted least squares gives', () => {
  fc.assert(
    fc.property(forecastTree, ({ tree, base, variances }) => {
      const two = wlsVariance(tree, Float64Array.from(base), Float64Array.from(variances))
      close(two, denseFormula(summing(tree), diagonal(variances), base))
    }),
  )
})

test('a sum without a forecast of its own is left out of the formula', () => {
  fc.assert(
    fc.property(forecastTree, fc.array(fc.nat(), { maxLength: 4 }), ({ tree, base, variances }, silent) => {
      const out = new Set(silent.map((pick) => pick % tree.uppers))
      const told = base.flatMap((_, i) => (out.has(i) ? [] : [i]))
      const two = wlsVariance(
        tree,
        Float64Array.from(base, (x, i) => (out.has(i) ? Number.NaN : x)),
        Float64Array.from(variances, (x, i) => (out.has(i) ? Infinity : x)),
      )
      close(two, denseFormula(summing(tree), diagonal(variances), base, told))
    }),
  )
})

test('a leaf that never errs keeps its forecast, and the others make up the sum', () => {
  // Total 10 (variance 1) over 2 (never errs) and 6 (variance 1): children say 8, variance 1; the mean of 10 and 8 is 9; the whole +1 goes to the second.
  const tree: Tree = { parent: Int32Array.of(-1, 0, 0), uppers: 1 }
  close(wlsVariance(tree, Float64Array.of(10, 2, 6), Float64Array.of(1, 0, 1)), [9, 2, 7])
  // Nothing errs: what lies below counts.
  close(wlsVariance(tree, Float64Array.of(10, 2, 6), Float64Array.of(0, 0, 0)), [8, 2, 6])
})

test('the projection gives what the printed formula gives, of any covariance', () => {
  fc.assert(
    fc.property(forecastTree, fc.nat(), ({ tree, base, variances }, seed) => {
      const { covariance, nodes } = correlated(variances, seed)
      const w = Array.from({ length: nodes }, (_, i) => [...covariance.subarray(i * nodes, (i + 1) * nodes)])
      close(projection(leavesBelow(tree), covariance)!(Float64Array.from(base)), denseFormula(summing(tree), w, base))
    }),
  )
})

/** Errors that share something, shrunk to a covariance. */
function correlated(variances: readonly number[], seed: number, times = 12) {
  const random = stream(seedFor(seed, 'errors'))
  const nodes = variances.length
  const errors = new Float64Array(times * nodes)
  for (let t = 0; t < times; t++) {
    const common = normal(random)
    for (let i = 0; i < nodes; i++) errors[t * nodes + i] = Math.sqrt(variances[i]!) * (common + normal(random))
  }
  return { errors, nodes, covariance: shrunkCovariance(errors, nodes)!.covariance }
}

/** Covariance inside what lies below each child of a root, variances elsewhere. */
function blocks(tree: Tree, variances: readonly number[], errors: Float64Array) {
  const w = diagonal(variances)
  const topOf = (i: number): number => {
    let node = i
    while (tree.parent[node]! >= 0 && tree.parent[tree.parent[node]!]! >= 0) node = tree.parent[node]!
    return tree.parent[node]! < 0 ? -1 : node
  }
  for (let top = 0; top < tree.uppers; top++) {
    const inside = Array.from(tree.parent.keys()).filter((i) => topOf(i) === top)
    if (inside.length === 0) continue
    const n = tree.parent.length
    const own = Float64Array.from({ length: (errors.length / n) * inside.length }, (_, k) => {
      const [t, i] = [Math.floor(k / inside.length), k % inside.length]
      return errors[t * n + inside[i]!]!
    })
    const { covariance } = shrunkCovariance(own, inside.length)!
    inside.forEach((a, i) => inside.forEach((b, j) => (w[a]![b] = covariance[i * inside.length + j]!)))
  }
  return w
}

test('covariances inside departments and two passes above give what the printed formula gives for the whole', () => {
  fc.assert(
    fc.property(forecastTree, fc.nat(), ({ tree, base, variances }, seed) => {
      const { errors } = correlated(variances, seed)
      const found = mintShrink(tree, Float64Array.from(variances), errors)
      expect(found.left).toBe(0)
      close(
        found.means(Float64Array.from(base)),
        denseFormula(summing(tree), blocks(tree, variances, errors), base),
        1e-5,
      )
    }),
  )
})

test('with too few errors for a covariance, variances alone are used, and that is said', () => {
  fc.assert(
    fc.property(forecastTree, ({ tree, base, variances }) => {
      const { errors } = correlated(variances, 1, 3)
      errors.fill(Number.NaN, 2 * base.length)
      const found = mintShrink(tree, Float64Array.from(variances), errors)
      expect(found.dense).toBe(0)
      const two = wlsVariance(tree, Float64Array.from(base), Float64Array.from(variances))
      close(found.means(Float64Array.from(base)), two)
    }),
  )
})

test('correlations are shrunk by what their own errors are worth, and no variance changes', () => {
  // Two nodes, errors (1, 1), (1, −1), (−1, 1), (2, 2) over their root mean square √(7 ÷ 4): products 1, −1, −1, 4 over 7 ÷ 4, mean r = 3 ÷ 7.
  // Σ products² = 19 · (4/7)² = 304/49; Var r = (304/49 − 4 · 9/49) ÷ 12 = 268/588; λ = min(1, (268/588) ÷ (9/49)) = 1: nothing is left of r.
  const none = shrunkCovariance(Float64Array.of(1, 1, 1, -1, -1, 1, 2, 2), 2)!
  expect(none.shrinkage).toBe(1)
  expect([...none.covariance]).toEqual([7 / 4, 0, 0, 7 / 4].map((x) => expect.closeTo(x, 12)))
  // (1, 1), (2, 2), (−1, −1), (−2, −1): root mean squares √2.5 and √1.75; products 1, 4, 1, 2 over √4.375; r = 2 ÷ √4.375 = 0.956;
  // Σ products² = 22 ÷ 4.375; Var r = (22 − 16) ÷ 4.375 ÷ 12 = 0.1143; λ = 0.1143 ÷ (4 ÷ 4.375) = 0.125; covariance 0.875 · 2 = 1.75.
  const some = shrunkCovariance(Float64Array.of(1, 1, 2, 2, -1, -1, -2, -1), 2)!
  expect(some.shrinkage).toBeCloseTo(0.125, 12)
  expect([...some.covariance]).toEqual([2.5, 1.75, 1.75, 1.75].map((x) => expect.closeTo(x, 12)))
})

test('what is negative becomes zero and every sum is added up anew', () => {
  const means = Float64Array.of(5, -1, -3, 4)
  clipAndAddUp({ parent: Int32Array.of(-1, 0, 1, 0), uppers: 2 }, means)
  expect([...means]).toEqual([4, 0, 0, 4])
})
