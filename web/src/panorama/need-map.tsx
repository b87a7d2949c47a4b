import { SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { MapLevel } from '../../../src/api/fields.ts'
import type { PanoramaResponse } from '../../../src/api/panorama.ts'
import type { OutlineResponse } from '../../../src/api/workspace.ts'
import { pick, show } from '../address.ts'
import { useLanguage } from '../language.tsx'
import { Callout } from './callout.tsx'
import { Land } from './land.tsx'
import { Legend } from './legend.tsx'
import { frameOf, neighbour, type Point, WHOLE, type Zoom, zoomAbout, zoomed } from './map-frame.ts'
import type { ShownPlace } from './need.ts'
import { type DrawnPlace, PlaceCircles, placeId, radiusOf } from './place-circles.tsx'
import { ZoomButtons } from './zoom-buttons.tsx'
import './need-map.css'

interface Props {
  readonly panorama: PanoramaResponse
  readonly outline: OutlineResponse
  readonly places: readonly ShownPlace[]
  readonly levels: readonly MapLevel[]
  readonly selected: string | undefined
  /** The month, written out. */
  readonly month: string
}

/** From the callout's lower corner to the edge of a circle. */
function leaderTo({ at: [x, y], radius }: DrawnPlace): string {
  const [fromX, fromY] = [150, 86]
  const stop = 1 - Math.min(1, (radius + 3) / Math.hypot(x - fromX, y - fromY))
  return `M${fromX} ${fromY}L${fromX + (x - fromX) * stop} ${fromY + (y - fromY) * stop}`
}

/** A pointer this near picks a place, however small its circle. */
const NEAR = 14

export function NeedMap({ panorama, outline, places, levels, selected, month }: Props) {
  const { t } = useLanguage()
  const { ref, width, height } = useElementSize()
  const [zoom, setZoom] = useState<Zoom>(WHOLE)
  const [hovered, setHovered] = useState<string>()
  const [active, setActive] = useState<string>()
  const drag = useRef<{ readonly at: Point; readonly from: Zoom; moved: boolean } | undefined>(undefined)
  const frame = useMemo(() => frameOf(outline, Math.max(width, 200), Math.max(height, 200)), [outline, width, height])
  const drawn = useMemo(() => {
    const most = Math.max(1, ...panorama.places.flatMap((p) => p.months.map((m) => m?.mean ?? 0)))
    const radius = radiusOf(most, Math.min(width, height), panorama.level)
    return places
      .flatMap((place): DrawnPlace[] => {
        const at = place.lat === null || place.lon === null ? null : frame([place.lon, place.lat])
        return at === null ? [] : [{ place, at: zoomed(at, zoom), radius: radius(place.need) }]
      })
      .sort((a, b) => b.radius - a.radius)
  }, [panorama, places, frame, zoom, width, height])

  const tabbable = (drawn.find((d) => d.place.ubigeo === (active ?? selected)) ?? drawn[0])?.place.ubigeo
  const told = drawn.find((d) => d.place.ubigeo === (hovered ?? selected))

  const nearest = (event: PointerEvent): DrawnPlace | undefined => {
    const box = event.currentTarget.getBoundingClientRect()
    const [x, y] = [event.clientX - box.left, event.clientY - box.top]
    const gap = (d: DrawnPlace) => Math.hypot(d.at[0] - x, d.at[1] - y)
    const inside = drawn.findLast((d) => gap(d) <= d.radius)
    return (
      inside ??
      drawn.reduce<DrawnPlace | undefined>((a, b) => (gap(b) <= NEAR && (!a || gap(b) < gap(a)) ? b : a), undefined)
    )
  }
  const onPointerMove = (event: PointerEvent) => {
    const held = drag.current
    if (held === undefined) return setHovered(nearest(event)?.place.ubigeo)
    const [dx, dy] = [event.clientX - held.at[0], event.clientY - held.at[1]]
    held.moved ||= Math.hypot(dx, dy) > 4
    if (held.moved && zoom.scale > 1) setZoom({ ...held.from, x: held.from.x + dx, y: held.from.y + dy })
  }
  const onPointerUp = (event: PointerEvent) => {
    const moved = drag.current?.moved ?? false
    drag.current = undefined
    if (!moved) pick(nearest(event)?.place.ubigeo, selected)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    const from = drawn.find((d) => target instanceof Element && target.id === placeId(d.place.ubigeo))
    if (from === undefined) return
    if (event.key === 'Enter' || event.key === ' ') pick(from.place.ubigeo, selected)
    else {
      const to = neighbour(drawn, from.at, event.key)
      if (to === undefined) return
      setActive(to.place.ubigeo)
      document.getElementById(placeId(to.place.ubigeo))?.focus()
    }
    event.preventDefault()
  }
  const about = drawn.find((d) => d.place.ubigeo === selected)?.at ?? ([width * 0.6, height / 2] as const)

  return (
    <section className="panel need-map" aria-labelledby="map-title">
      <div className="panel-head">
        <h2 id="map-title">{t.map.title}</h2>
        <span className="push" />
        {levels.length > 1 && (
          <SegmentedControl
            aria-label={t.map.level}
            value={panorama.level}
            onChange={(level) => show({ level, place: undefined, why: undefined })}
            data={levels.map((level) => ({ value: level, label: t.map.levels[level] }))}
          />
        )}
      </div>
      <div className="map-sea" ref={ref}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it listens for the buttons it holds */}
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${Math.max(width, 1)} ${Math.max(height, 1)}`}
          preserveAspectRatio="xMaxYMid meet"
          role="group"
          aria-label={t.map.label(panorama.level, panorama.product.name, month)}
          aria-describedby="map-keys"
          className={zoom.scale > 1 ? 'map-picture map-loose' : 'map-picture'}
          onPointerDown={(event) => {
            drag.current = { at: [event.clientX, event.clientY], from: zoom, moved: false }
          }}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerLeave={() => {
            drag.current = undefined
            setHovered(undefined)
          }}
          onKeyDown={onKeyDown}
        >
          <Land outline={outline} frame={frame} zoom={zoom} />
          <PlaceCircles drawn={drawn} breaks={panorama.breaks} selected={selected} tabbable={tabbable} />
          <Land outline={outline} frame={frame} zoom={zoom} labels />
          {told && told.place.ubigeo === selected && hovered === undefined && (
            <path className="callout-leader" d={leaderTo(told)} />
          )}
        </svg>
        <p id="map-keys" className="only-read-aloud">
          {t.map.keys}
        </p>
        {told && <Callout place={told.place} chosen={told.place.ubigeo === selected} />}
        <Legend breaks={panorama.breaks} level={panorama.level} month={month} />
        <ZoomButtons zoom={zoom} onZoom={(factor) => setZoom(factor === 0 ? WHOLE : zoomAbout(zoom, factor, about))} />
      </div>
    </section>
  )
}
