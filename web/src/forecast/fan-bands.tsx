import { memo } from 'react'
import { areaPath, curvePath, type Point } from '../chart/curve.ts'
import { useForecastLanguage } from './forecast-language.ts'
import type { FanFrame } from './fan-frame.ts'
import { spread } from './place-labels.ts'
import type { Predicted, Recorded } from './shown-forecast.ts'

interface Props {
  readonly frame: FanFrame
  readonly future: readonly Predicted[]
  /** The month before the forecast, if it was observed: the bands grow out of it. */
  readonly last: Recorded | undefined
}

const BANDS = [
  ['most', 'band-most'],
  ['eighty', 'band-eighty'],
  ['half', 'band-half'],
] as const
const CLIP = 'fan-clip'

/** Nested bands and the median, each named at its end. A band that leaves the frame is cut and so open at the top. */
export const FanBands = memo(function FanBands({ frame, future, last }: Props) {
  const { f } = useForecastLanguage()
  const { x, y, now, right, top, base } = frame
  const start: Point | undefined = last && [x(last.at), y(last.persons)]
  const through = (of: (month: Predicted) => number): readonly Point[] => {
    const points = future.map((month): Point => [x(month.at), y(of(month))])
    if (start !== undefined) return [start, ...points]
    const first = points[0]
    return first === undefined ? [] : [[now, first[1]], ...points]
  }
  const end = future.at(-1)
  if (end === undefined) return null
  const labels = (
    [
      [f.bandMost, end.most[1]],
      [f.bandEighty, end.eighty[1]],
      [f.bandHalf, end.half[1]],
      [f.bandMedian, end.median],
    ] as const
  ).map(([name, value]) => ({ name, y: Math.max(top + 4, y(value)) }))
  const ys = spread(
    labels.map((label) => label.y),
    14,
    base,
  )
  const edge = x(end.at)
  return (
    <g>
      <clipPath id={CLIP}>
        <rect x={0} y={top} width={right + 2} height={base - top + 2} />
      </clipPath>
      <g clipPath={`url(#${CLIP})`}>
        {BANDS.map(([key, look]) => (
          <path
            key={key}
            className={look}
            d={areaPath(
              through((month) => month[key][1]),
              through((month) => month[key][0]),
            )}
          />
        ))}
        <path className="fan-median" d={curvePath(through((month) => month.median))} />
      </g>
      <g className="fan-names" aria-hidden="true">
        {labels.map(({ name, y: at }, i) => {
          const moved = ys[i] ?? at
          return (
            <g key={name}>
              <path d={`M${edge + 2} ${at}L${edge + 8} ${moved}`} />
              <text x={edge + 11} y={moved + 4} className={name === f.bandMedian ? 'fan-name-median' : ''}>
                {name}
              </text>
            </g>
          )
        })}
      </g>
    </g>
  )
})
