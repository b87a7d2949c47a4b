import { useElementSize } from '@mantine/hooks'
import { useMemo } from 'react'
import { capitalised, count, estimate, monthName } from '../../../src/messages/format.ts'
import { yearOfMonth } from '../../../src/model/month.ts'
import { roundTicks, roundTop, skewed, type ValueScale, valueScale } from '../chart/value-scale.ts'
import { useLanguage } from '../language.tsx'
import { axisText } from './axis-text.ts'
import { useForecastLanguage } from './forecast-language.ts'
import { type Predicted, type Recorded, sameMonths, type ShownForecast } from './shown-forecast.ts'
import './bars-panel.css'

interface Props {
  readonly place: string
  readonly shown: ShownForecast
  readonly chosen: number
}

const LEFT = 54
const RIGHT = 54
const AXIS = 20
/** Years shown, the latest. */
const MOST = 8

/** The same month of past years as bars, and below them what is predicted. */
export function SameMonthsPanel({ place, shown, chosen }: Props) {
  const { t } = useLanguage()
  const { f, language } = useForecastLanguage()
  const { ref, width, height } = useElementSize()
  const month = shown.future[chosen]
  const years = useMemo(() => (month ? sameMonths(shown.past, month.at).slice(-MOST) : []), [shown, month])
  if (month === undefined) return null
  const known = years.filter((y) => y.status !== 'missing').map((y) => y.persons)
  const values = [...known, month.eighty[1], month.mean]
  const scale = valueScale(skewed(values), roundTop(Math.max(...values)), LEFT, Math.max(LEFT + 60, width - RIGHT))
  const row = Math.min(26, (height - AXIS) / (years.length + 1))
  const name = monthName(month.at, language)
  return (
    <section className="panel bars-panel" aria-labelledby="same-title">
      <div className="panel-head">
        <h2 id="same-title">{capitalised(f.same(t.slider.sameMonth(name), place))}</h2>
        <span className="push" />
        <span className="ink3">{f.sameNote}</span>
      </div>
      {years.length === 0 && <p className="bars-none">{f.noSame}</p>}
      <div className="bars-picture" ref={ref}>
        {height > 0 && (
          <svg width={width} height={height} aria-hidden="true">
            {roundTicks(scale, 44).map((tick) => (
              <g key={tick} className="fan-axis">
                <line x1={scale(tick)} x2={scale(tick)} y1={0} y2={row * (years.length + 1)} />
                <text x={scale(tick)} y={row * (years.length + 1) + 14} textAnchor="middle">
                  {axisText(tick, t)}
                </text>
              </g>
            ))}
            {years.map((year, i) => (
              <Year key={year.at} year={year} scale={scale} y={i * row} row={row} />
            ))}
            <Next month={month} scale={scale} y={years.length * row} row={row} />
          </svg>
        )}
      </div>
      <div className="only-read-aloud">
        <table>
          <caption>{f.same(name, place)}</caption>
          <tbody>
            {years.map((year) => (
              <tr key={year.at}>
                <th scope="row">{yearOfMonth(year.at)}</th>
                <td>{year.status === 'missing' ? f.missing : count(year.persons)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{yearOfMonth(month.at)}</th>
              <td>{f.intervalAloud(estimate(month.eighty[0]), estimate(month.eighty[1]))}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface RowProps {
  readonly scale: ValueScale
  readonly y: number
  readonly row: number
}

function Year({ year, scale, y, row }: RowProps & { readonly year: Recorded }) {
  const { f } = useForecastLanguage()
  const thick = Math.min(13, row * 0.55)
  const middle = y + row / 2
  const part = year.status === 'incomplete'
  const end = year.status === 'missing' ? scale(0) + 26 : Math.max(scale(year.persons), scale(0) + 1)
  return (
    <g>
      <text x={LEFT - 11} y={middle + 4} textAnchor="end" className="bars-year">
        {yearOfMonth(year.at)}
      </text>
      <rect
        className={year.status === 'observed' ? 'bar bar-same' : 'bar-incomplete'}
        x={scale(0)}
        y={middle - thick / 2}
        width={end - scale(0)}
        height={thick}
      />
      <text x={end + 6} y={middle + 4} className="bars-value">
        {year.status === 'missing' ? f.missing : `${count(year.persons)}${part ? ` · ${f.incomplete}` : ''}`}
      </text>
    </g>
  )
}

function Next({ month, scale, y, row }: RowProps & { readonly month: Predicted }) {
  const thick = Math.min(15, row * 0.6)
  const middle = y + row / 2
  const end = scale.range()[1] ?? 0
  const x = (value: number): number => Math.min(end, scale(value))
  const bands = [
    ['band-most', month.most],
    ['band-eighty', month.eighty],
    ['band-half', month.half],
  ] as const
  return (
    <g>
      <text x={LEFT - 11} y={middle + 4} textAnchor="end" className="bars-year bars-next">
        {yearOfMonth(month.at)}
      </text>
      {bands.map(([look, [low, high]]) => (
        <rect
          key={look}
          className={look}
          x={x(low)}
          y={middle - thick / 2}
          width={Math.max(0, x(high) - x(low))}
          height={thick}
        />
      ))}
      <rect
        className="bars-median"
        x={x(month.median) - 1.25}
        y={middle - thick / 2 - 2}
        width={2.5}
        height={thick + 4}
      />
    </g>
  )
}
