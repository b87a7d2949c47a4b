import { geoPath, type GeoProjection } from 'd3-geo'
import { useMemo } from 'react'
import type { OutlineResponse } from '../../../src/api/workspace.ts'
import { type Zoom, zoomed } from './map-frame.ts'

interface Props {
  readonly outline: OutlineResponse
  readonly frame: GeoProjection
  readonly zoom: Zoom
  /** The names above the circles instead of the ground below them. */
  readonly labels?: boolean
}

/** Width of a letter of a label, and height of its line [px]. */
const LETTER = 5.9
const LINE = 14

export function Land({ outline, frame, zoom, labels = false }: Props) {
  const ground = useMemo(() => {
    const ring = outline.ring.map(([lon, lat]): [number, number] => [lon, lat])
    return geoPath(frame)({ type: 'Polygon', coordinates: [ring] }) ?? ''
  }, [outline, frame])
  const names = useMemo(() => {
    const kept: { readonly name: string; readonly x: number; readonly y: number; readonly half: number }[] = []
    for (const { name, lat, lon } of outline.labels) {
      const at = frame([lon, lat])
      if (at === null) continue
      const [x, y] = zoomed(at, zoom)
      const half = (name.length * LETTER) / 2
      const free = kept.every((k) => Math.abs(k.x - x) > k.half + half || Math.abs(k.y - y) > LINE)
      if (free) kept.push({ name, x, y, half })
    }
    return kept
  }, [outline, frame, zoom])
  if (!labels)
    return (
      <path
        className="land"
        d={ground}
        transform={`translate(${zoom.x} ${zoom.y}) scale(${zoom.scale})`}
        aria-hidden="true"
      />
    )
  return (
    <g className="land-names" aria-hidden="true">
      {names.map(({ name, x, y }) => (
        <text key={name} x={x} y={y + 16}>
          {name}
        </text>
      ))}
    </g>
  )
}
