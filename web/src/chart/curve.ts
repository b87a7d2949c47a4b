export type Point = readonly [x: number, y: number]
type Segment = readonly [from: Point, out: Point, into: Point, to: Point]

/**
 * Cubic pieces through points of rising x that never leave the range of their two ends (Steffen, Astronomy and Astrophysics 239, 1990): a curve
 * of quantiles must not dip below zero or below the next one where the points do not.
 */
export function curve(points: readonly Point[]): readonly Segment[] {
  const slopes = points.map((_, i) => slopeAt(points, i))
  return points.slice(1).map((to, i): Segment => {
    const from = points[i] as Point
    const third = (to[0] - from[0]) / 3
    return [
      from,
      [from[0] + third, from[1] + third * (slopes[i] ?? 0)],
      [to[0] - third, to[1] - third * (slopes[i + 1] ?? 0)],
      to,
    ]
  })
}

const rise = (a: Point, b: Point): number => (b[1] - a[1]) / (b[0] - a[0])

function slopeAt(points: readonly Point[], i: number): number {
  const [before, at, after] = [points[i - 1], points[i] as Point, points[i + 1]]
  if (before === undefined || after === undefined) {
    const other = before ?? after
    return other === undefined ? 0 : rise(at, other)
  }
  const [s0, s1] = [rise(before, at), rise(at, after)]
  const [h0, h1] = [at[0] - before[0], after[0] - at[0]]
  const p = (s0 * h1 + s1 * h0) / (h0 + h1)
  if (s0 * s1 <= 0) return 0
  return Math.sign(s0) * 2 * Math.min(Math.abs(s0), Math.abs(s1), 0.5 * Math.abs(p))
}

const text = (n: number): string => String(Math.round(n * 100) / 100)
const pair = ([x, y]: Point): string => `${text(x)} ${text(y)}`

/** A straight line through points; empty for none. */
export const linePath = (points: readonly Point[]): string =>
  points.map((p, i) => `${i ? 'L' : 'M'}${pair(p)}`).join('')

/** A smooth line through points; empty for fewer than two. */
export const curvePath = (points: readonly Point[]): string =>
  curve(points)
    .map(([from, out, into, to], i) => `${i ? '' : `M${pair(from)}`}C${pair(out)} ${pair(into)} ${pair(to)}`)
    .join('')

/** The area between two smooth lines over the same x; empty for fewer than two points. */
export function areaPath(upper: readonly Point[], lower: readonly Point[]): string {
  const back = curve(lower)
    .toReversed()
    .map(([from, out, into]) => `C${pair(into)} ${pair(out)} ${pair(from)}`)
  const end = lower.at(-1)
  return end === undefined || back.length === 0 ? '' : `${curvePath(upper)}L${pair(end)}${back.join('')}Z`
}
