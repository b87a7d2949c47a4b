import fc from 'fast-check'
import type { Tree } from '../../../src/forecast/reconcile/tree.ts'

/** Trees and forests of up to seven sums, each with something below it, and up to nine leaves more. */
export const anyTree: fc.Arbitrary<Tree> = fc
  .record({
    picks: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
    more: fc.array(fc.nat(), { minLength: 0, maxLength: 9 }),
  })
  .map(({ picks, more }) => {
    const uppers = picks.length
    const above = picks.map((pick, i) => (i === 0 ? -1 : (pick % (i + 1)) - 1))
    const childless = above.flatMap((_, i) => (above.includes(i) ? [] : [i]))
    return { parent: Int32Array.from([...above, ...childless, ...more.map((pick) => pick % uppers)]), uppers }
  })

export const numbers = (n: number, min: number, max: number): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min, max, noNaN: true }), { minLength: n, maxLength: n })
