import { memo } from 'react'
import { count, type Language, shortMonth, shortMonthName } from '../../../src/messages/format.ts'
import type { Month } from '../../../src/model/month.ts'
import { linePath, type Point } from '../chart/curve.ts'
import { type FanFrame, gapsOf, MARGIN, stretchesOf } from './fan-frame.ts'
import { useForecastLanguage } from './forecast-language.ts'
import { placeLabels } from './place-labels.ts'
import { type Recorded, sameMonths } from './shown-forecast.ts'

interface Props {
  readonly frame: FanFrame
  readonly past: readonly Recorded[]
  /** First month of the forecast. */
  readonly start: Month
  /** Months of its name are marked. */
  readonly chosen: Month
}

/** Below this width of a month the plain dots touch each other: only zeros and marked months keep theirs [px]. */
const DOTS = 5

/** What was recorded, in ink: the line breaks where a month is missing (hatched) or was told in part (an open arrow upwards). */
export const FanHistory = memo(function FanHistory({ frame, past, start, chosen }: Props) {
  const { f, language } = useForecastLanguage()
  const { x, y, unit, base, top } = frame
  const at = (month: Recorded): Point => [x(month.at), y(month.persons)]
  const observed = past.filter((month) => month.status === 'observed')
  const marked = sameMonths(observed, chosen)
  const lines = stretchesOf(past).map((stretch) => stretch.map(at))
  const labels = placeLabels(
    marked
      .filter((month) => month.persons > 0)
      .toSorted((a, b) => b.persons - a.persons)
      .map((month) => ({
        text: f.labelled(shortMonthName(month.at, language), count(month.persons)),
        x: x(month.at),
        y: y(month.persons) - 5,
      })),
    MARGIN.left,
    frame.now,
    top + 6,
    lines,
  )
  return (
    <g className="fan-history">
      {gapsOf(past, start).map(({ from, to }) => (
        <rect
          key={from}
          className="fan-gap"
          fill="url(#fan-hatch)"
          x={x(from) - Math.max(unit, 4) / 2}
          y={top}
          width={x(to) - x(from) + Math.max(unit, 4)}
          height={base - top}
        />
      ))}
      {lines.map((line) => (
        <path key={line[0]?.[0]} className="fan-line" d={linePath(line)} />
      ))}
      {past
        .filter((month) => month.status === 'incomplete')
        .map((month) => (
          <Part key={month.at} at={at(month)} top={top} />
        ))}
      {observed.map((month) => {
        const [cx, cy] = at(month)
        if (marked.includes(month)) return <circle key={month.at} className="dot-same" cx={cx} cy={cy} r={3.6} />
        if (month.persons === 0)
          return <circle key={month.at} className="dot-zero" cx={cx} cy={cy} r={unit < DOTS ? 1.4 : 2.2} />
        return unit < DOTS ? null : <circle key={month.at} className="dot" cx={cx} cy={cy} r={2.1} />
      })}
      <g className="fan-labels" aria-hidden="true">
        {labels.map((label) => (
          <text key={label.x} x={label.x} y={label.y + 4} textAnchor={label.anchor}>
            {label.text}
          </text>
        ))}
        <GapName {...{ frame, past, start, language }} />
      </g>
    </g>
  )
})

/** A month of which only a part is known: at least so much, and open upwards. */
function Part({ at: [cx, cy], top }: { readonly at: Point; readonly top: number }) {
  return (
    <g className="fan-part">
      <path className="fan-part-line" d={`M${cx} ${cy - 5}V${top}`} />
      <path className="fan-part-mark" d={`M${cx - 3.6} ${cy + 2}L${cx} ${cy - 4.5}L${cx + 3.6} ${cy + 2}Z`} />
    </g>
  )
}

/** Names the last month, or run of months, without complete data. */
function GapName({
  frame,
  past,
  start,
  language,
}: Pick<Props, 'frame' | 'past' | 'start'> & { readonly language: Language }) {
  const { f } = useForecastLanguage()
  const gap = gapsOf(past, start).at(-1)
  const part = past.findLast((month) => month.status === 'incomplete')
  const named =
    gap !== undefined && (part === undefined || gap.to > part.at)
      ? { at: gap.from, text: f.gap(shortMonth(gap.from, language), shortMonth(gap.to, language)) }
      : part && { at: part.at, text: f.part(shortMonth(part.at, language)) }
  if (named === undefined) return null
  const x = frame.x(named.at) - Math.max(frame.unit, 4) / 2 - 4
  const room = named.text.length * 6.1
  if (x - room < MARGIN.left) return null
  return (
    <text x={x} y={frame.top + 10} textAnchor="end">
      {named.text}
    </text>
  )
}
