import { clipAndAddUp } from './clip.ts'
import type { Way } from './choice.ts'
import { levelConditional, levelsOf } from './level-conditional.ts'
import { mintShrink } from './mint.ts'
import type { Projection } from './projection.ts'
import { addUp, type Tree } from './tree.ts'
import { wlsVariance } from './wls.ts'

/**
 * No leaf is moved by more than this factor: a place must not lose all of its forecast, nor get many times of it, because of what was told of the sum of
 * a hundred places.
 */
const FARTHEST = 4

/** Ways of a tree, in order of preference. Of none does a leaf become negative or leave {@link FARTHEST}; one of 0 stays 0. @param own which sums have a forecast of their own */
export function waysOf(tree: Tree, own: readonly boolean[]): readonly Way[] {
  const levels = levelsOf(tree, (sum) => own[sum])
  /** Of a sum without a forecast of its own ∞, of a leaf of which no error is known 0: it stays as it is. */
  const known = (variances: Float64Array): Float64Array =>
    variances.map((v, i) => (i < tree.uppers ? (own[i] ? v : Infinity) : v === Infinity ? 0 : v))
  const closed =
    (project: Projection): Projection =>
    (base) => {
      const out = project(base)
      for (let i = tree.uppers; i < out.length; i++)
        out[i] = Math.min(FARTHEST * base[i], Math.max(base[i] / FARTHEST, out[i]))
      clipAndAddUp(tree, out)
      return out
    }
  return [
    {
      name: 'bottom-up',
      fit: () => (base) => {
        const out = Float64Array.from(base)
        addUp(tree, out)
        return out
      },
    },
    {
      name: 'wls-variance',
      fit: ({ variances }) => closed((base) => wlsVariance(tree, base, known(variances))),
    },
    {
      name: 'mint-shrink',
      fit({ variances, errors }) {
        const found = mintShrink(tree, known(variances), errors)
        return found.dense === 0 ? undefined : closed(found.means)
      },
    },
    { name: 'level-conditional', fit: () => closed((base) => levelConditional(levels, base)) },
  ]
}
