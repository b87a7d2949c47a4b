import type { Tree } from '../../../src/forecast/reconcile/tree.ts'

type Matrix = number[][]

const times = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)))
const turned = (a: Matrix): Matrix => a[0]!.map((_, j) => a.map((row) => row[j]!))

/** Gauss and Jordan with the largest pivot of the column. */
function inverse(a: Matrix): Matrix {
  const n = a.length
  const m = a.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  for (let c = 0; c < n; c++) {
    let best = c
    for (let r = c; r < n; r++) if (Math.abs(m[r]![c]!) > Math.abs(m[best]![c]!)) best = r
    const held = m[c]!
    m[c] = m[best]!
    m[best] = held
    m[c] = m[c]!.map((x) => x / m[c]![c]!)
    for (let r = 0; r < n; r++) {
      const factor = m[r]![c]!
      if (r !== c) m[r] = m[r]!.map((x, j) => x - factor * m[c]![j]!)
    }
  }
  return m.map((row) => row.slice(n))
}

/** Nodes × leaves: 1 where the leaf lies in the node. */
export function summing({ parent, uppers }: Tree): Matrix {
  const s = Array.from(parent, () => new Array<number>(parent.length - uppers).fill(0))
  for (let leaf = uppers; leaf < parent.length; leaf++)
    for (let node = leaf; node >= 0; node = parent[node]!) s[node]![leaf - uppers] = 1
  return s
}

/** S (Sᵀ W⁻¹ S)⁻¹ Sᵀ W⁻¹ ŷ, as it is printed; `told`: the nodes that have a forecast. */
export function denseFormula(s: Matrix, w: Matrix, base: readonly number[], told = base.map((_, i) => i)): number[] {
  const own = told.map((i) => s[i]!)
  const weight = inverse(told.map((i) => told.map((j) => w[i]![j]!)))
  const left = times(turned(own), weight)
  const leaves = times(
    inverse(times(left, own)),
    times(
      left,
      told.map((i) => [base[i]!]),
    ),
  )
  return times(s, leaves).map(([x]) => x!)
}
