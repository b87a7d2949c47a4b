import { memo } from 'react'
import type { Estimate, MapLevel } from '../../../src/api/fields.ts'
import { estimate } from '../../../src/messages/format.ts'
import { useLanguage } from '../language.tsx'
import { dotsOver } from './dots.tsx'
import type { Point } from './map-frame.ts'
import { certaintyOf, classOf, fullName, type ShownPlace } from './need.ts'

export interface DrawnPlace {
  readonly place: ShownPlace
  readonly at: Point
  readonly radius: number
}

export const placeId = (ubigeo: string): string => `place-${ubigeo}`

/** Largest radius as a share of the picture's smaller side. */
const LARGEST: Readonly<Record<MapLevel, number>> = { department: 0.062, province: 0.05, district: 0.02 }
/** So that a place without need is still seen [px]. */
const SMALLEST: Readonly<Record<MapLevel, number>> = { department: 3, province: 2.6, district: 1.3 }

/** Area in proportion to the mean; the largest of all months has the largest circle, so that months compare. */
export function radiusOf(most: number, side: number, level: MapLevel): (need: Estimate | null) => number {
  const largest = Math.max(8, LARGEST[level] * side)
  const smallest = SMALLEST[level]
  return (need) => (need === null ? smallest : Math.max(smallest, largest * Math.sqrt(need.mean / most)))
}

interface Props {
  readonly drawn: readonly DrawnPlace[]
  readonly breaks: readonly number[]
  readonly selected: string | undefined
  readonly tabbable: string | undefined
}

export const PlaceCircles = memo(function PlaceCircles({ drawn, breaks, selected, tabbable }: Props) {
  const { t } = useLanguage()
  const chosen = drawn.find((d) => d.place.ubigeo === selected)
  return (
    <g>
      {drawn.map(({ place, at, radius }) => (
        <g
          key={place.ubigeo}
          id={placeId(place.ubigeo)}
          className="place"
          role="button"
          tabIndex={place.ubigeo === tabbable ? 0 : -1}
          aria-pressed={place.ubigeo === selected}
          aria-label={`${fullName(place)}: ${place.need === null ? t.map.missing : t.map.persons(estimate(place.need.mean))}`}
        >
          <Circle need={place.need} at={at} radius={radius} breaks={breaks} />
        </g>
      ))}
      {chosen && (
        <g className="place-chosen" aria-hidden="true">
          <circle className="place-halo" cx={chosen.at[0]} cy={chosen.at[1]} r={chosen.radius + 2} />
          <circle className="place-outline" cx={chosen.at[0]} cy={chosen.at[1]} r={chosen.radius + 2} />
        </g>
      )}
    </g>
  )
})

function Circle({
  need,
  at: [cx, cy],
  radius: r,
  breaks,
}: {
  readonly need: Estimate | null
  readonly at: Point
  readonly radius: number
  readonly breaks: readonly number[]
}) {
  if (need === null) return <circle className="place-missing" cx={cx} cy={cy} r={r + 0.6} />
  const of = classOf(need.mean, breaks)
  const dots = dotsOver(certaintyOf(need), of)
  return (
    <>
      <circle className={`place-need need-${of}`} cx={cx} cy={cy} r={r} />
      {dots !== undefined && r > 3 && <circle className="place-dots" cx={cx} cy={cy} r={r} fill={dots} />}
    </>
  )
}
