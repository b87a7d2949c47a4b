import { geoMercator, type GeoProjection } from 'd3-geo'
import type { OutlineResponse } from '../../../src/api/workspace.ts'

export interface Zoom {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 }
const MOST = 24

export type Point = readonly [x: number, y: number]

/** Where degrees lie on a picture of a given size. The west is left free: the sea holds the legend. */
export function frameOf(outline: OutlineResponse, width: number, height: number): GeoProjection {
  const ring = outline.ring.map(([lon, lat]): [number, number] => [lon, lat])
  const narrow = width <= 460
  const west = width * (narrow ? 0.14 : 0.26)
  return geoMercator().fitExtent(
    [
      // On a phone the chosen place is told above the country.
      [west, narrow ? 62 : 12],
      [Math.max(west + 50, width - 14), Math.max(62, height - 12)],
    ],
    { type: 'Polygon', coordinates: [ring] },
  )
}

export const zoomed = ([x, y]: Point, zoom: Zoom): Point => [x * zoom.scale + zoom.x, y * zoom.scale + zoom.y]

/** Changes the scale and keeps one point of the picture where it is. */
export function zoomAbout(zoom: Zoom, factor: number, [x, y]: Point): Zoom {
  const scale = Math.min(MOST, Math.max(1, zoom.scale * factor))
  if (scale === 1) return WHOLE
  const by = scale / zoom.scale
  return { scale, x: x - (x - zoom.x) * by, y: y - (y - zoom.y) * by }
}

const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The nearest point in the direction of an arrow key: what lies within 45° counts, sideways steps cost double. */
export function neighbour<T extends { readonly at: Point }>(
  points: readonly T[],
  from: Point,
  key: string,
): T | undefined {
  const [dx, dy] = STEPS[key] ?? [0, 0]
  let best: T | undefined
  let least = Number.POSITIVE_INFINITY
  for (const point of points) {
    const [x, y] = [point.at[0] - from[0], point.at[1] - from[1]]
    const ahead = x * dx + y * dy
    const aside = Math.abs(x * dy - y * dx)
    if (ahead <= 0 || aside > ahead) continue
    const cost = ahead + 2 * aside
    if (cost < least) [best, least] = [point, cost]
  }
  return best
}
