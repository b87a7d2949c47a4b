import { SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import type { ForecastResponse } from '../../../src/api/forecast.ts'
import { count, estimate, longMonth, shortMonth, shortMonthName } from '../../../src/messages/format.ts'
import { calendarMonth, formatMonth, type Month, yearOfMonth } from '../../../src/model/month.ts'
import { show } from '../address.ts'
import { useLanguage } from '../language.tsx'
import { axisText } from './axis-text.ts'
import { FanBands } from './fan-bands.tsx'
import { type FanFrame, fanFrame, MARGIN } from './fan-frame.ts'
import { FanHistory } from './fan-history.tsx'
import { useForecastLanguage } from './forecast-language.ts'
import type { ShownForecast } from './shown-forecast.ts'
import './fan-chart.css'

interface Props {
  readonly forecast: ForecastResponse
  readonly shown: ShownForecast
  readonly chosen: number
  /** When it was made, written out; empty: not known. */
  readonly issued: string
  readonly phone: boolean
}

const YEARS = [2, 4] as const

/** History in ink, future in blue; the months of the forecast are one slider. */
export function FanChart({ forecast, shown, chosen, issued, phone }: Props) {
  const { t } = useLanguage()
  const { f, language } = useForecastLanguage()
  const { ref, width, height } = useElementSize()
  const [pointed, setPointed] = useState<Month>()
  const offered = YEARS.filter((years) => shown.past.length > years * 12)
  const [span, setSpan] = useState(phone ? '2' : '4')
  const years = offered.find((y) => String(y) === span)
  const past = years === undefined ? shown.past : shown.past.slice(-years * 12)
  const frame = fanFrame(past, shown.future, width, height)
  const month = shown.future[chosen]
  const first = shown.future[0]
  if (month === undefined || first === undefined) return null
  const last = past.at(-1)
  const grown = last?.status === 'observed' && last.at === first.at - 1 ? last : undefined
  const means = shown.future.map((p) => p.mean)

  const onPointerMove = (event: PointerEvent) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left
    setPointed(nearest(frame, past[0]?.at ?? first.at, shown.future.at(-1)?.at ?? first.at, at))
  }
  const pick = (at: Month | undefined) => {
    if (at !== undefined && at >= first.at) show({ month: formatMonth(at) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -99, End: 99 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    pick(shown.future[Math.max(0, Math.min(shown.future.length - 1, chosen + step))]?.at)
  }

  return (
    <section className="panel fan" aria-labelledby="fan-title">
      <div className="panel-head">
        <h2 id="fan-title">{f.chart(forecast.product.name)}</h2>
        <span className="fan-read ink3">
          {pointed === undefined ? frame.root ? f.root : f.linear : <ReadOut shown={shown} at={pointed} />}
        </span>
        <span className="push" />
        {offered.length > 0 && (
          <SegmentedControl
            aria-label={f.span}
            value={years === undefined ? 'all' : span}
            onChange={setSpan}
            data={[...offered.map((y) => ({ value: String(y), label: f.years(y) })), { value: 'all', label: f.all }]}
          />
        )}
      </div>
      <div className="fan-picture" ref={ref}>
        {height > 0 && (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the slider in it takes the keys
          <svg
            width={width}
            height={height}
            role="group"
            aria-label={f.chartText(
              forecast.place.name,
              shown.future.map((p) => longMonth(p.at, language)).join(', '),
              estimate(Math.min(...means)),
              estimate(Math.max(...means)),
            )}
            onPointerMove={onPointerMove}
            onPointerLeave={() => setPointed(undefined)}
            onClick={() => pick(pointed)}
          >
            <defs>
              <pattern id="fan-hatch" width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path d="M0 0V6" className="fan-hatch" />
              </pattern>
            </defs>
            <g className="fan-axis" aria-hidden="true">
              {frame.ticks.map((tick) => (
                <g key={tick}>
                  <line x1={MARGIN.left} x2={frame.right} y1={frame.y(tick)} y2={frame.y(tick)} />
                  <text x={MARGIN.left - 9} y={frame.y(tick) + 4} textAnchor="end">
                    {axisText(tick, t)}
                  </text>
                </g>
              ))}
              <YearNames frame={frame} until={first.at} />
            </g>
            <FanBands frame={frame} future={shown.future} last={grown} />
            <FanHistory frame={frame} past={past} start={first.at} chosen={month.at} />
            <g className="fan-issue" aria-hidden="true">
              <line x1={frame.now} x2={frame.now} y1={frame.top - 16} y2={frame.base} />
              <IssueText
                now={frame.now}
                y={frame.top - 7}
                facts={[issued === '' ? '' : f.issued(issued), last ? f.knownUntil(shortMonth(last.at, language)) : '']}
              />
            </g>
            <g
              role="slider"
              tabIndex={0}
              className="fan-months"
              aria-label={f.month}
              aria-valuemin={1}
              aria-valuemax={shown.future.length}
              aria-valuenow={chosen + 1}
              aria-valuetext={f.monthAloud(
                longMonth(month.at, language),
                estimate(month.mean),
                estimate(month.eighty[0]),
                estimate(month.eighty[1]),
              )}
              onKeyDown={onKeyDown}
            >
              <line
                className="fan-chosen"
                x1={frame.x(month.at)}
                x2={frame.x(month.at)}
                y1={frame.top}
                y2={frame.base + 6}
              />
              <circle className="fan-chosen-dot" cx={frame.x(month.at)} cy={frame.y(month.median)} r={5} />
              {shown.future.map((p, i) => (
                <text
                  key={p.at}
                  x={frame.x(p.at)}
                  y={frame.base + 18}
                  className={i === chosen ? 'fan-name-chosen' : ''}
                >
                  {shortMonthName(p.at, language)}
                </text>
              ))}
            </g>
          </svg>
        )}
      </div>
      <HistoryTable shown={shown} />
    </section>
  )
}

interface IssueProps {
  /** Where the forecast begins, the top line's height [px]. */
  readonly now: number
  readonly y: number
  readonly facts: readonly string[]
}

/** Both facts where there is room for them at the left of the line, else the latter; at the right of it where the history is too short for one. */
function IssueText({ now, y, facts }: IssueProps) {
  const both = facts.filter((fact) => fact !== '').join(' · ')
  const one = facts.at(-1) ?? ''
  const fits = (text: string): boolean => text.length * 6.2 < now
  return fits(one) ? (
    <text x={now - 6} y={y} textAnchor="end">
      {fits(both) ? both : one}
    </text>
  ) : (
    <text x={now + 6} y={y}>
      {both}
    </text>
  )
}

function nearest(frame: FanFrame, from: Month, to: Month, x: number): Month {
  let best = from
  for (let at = from; at <= to; at = (at + 1) as Month)
    if (Math.abs(frame.x(at) - x) < Math.abs(frame.x(best) - x)) best = at
  return best
}

function YearNames({ frame, until }: { readonly frame: FanFrame; readonly until: Month }) {
  const januaries: Month[] = []
  for (let at = frame.first; at < until; at = (at + 1) as Month) if (calendarMonth(at) === 1) januaries.push(at)
  return januaries.map((at) => (
    <g key={at}>
      <line x1={frame.x(at)} x2={frame.x(at)} y1={frame.top} y2={frame.base} />
      {frame.x(at) + 30 < frame.now && (
        <text x={frame.x(at)} y={frame.base + 18}>
          {yearOfMonth(at)}
        </text>
      )}
    </g>
  ))
}

/** What the pointer is over. */
function ReadOut({ shown, at }: { readonly shown: ShownForecast; readonly at: Month }) {
  const { f, language } = useForecastLanguage()
  const name = longMonth(at, language)
  const next = shown.future.find((p) => p.at === at)
  if (next) return f.predictedAt(name, estimate(next.mean), estimate(next.eighty[0]), estimate(next.eighty[1]))
  const recorded = shown.past.find((p) => p.at === at)
  if (recorded === undefined || recorded.status === 'missing') return f.missingAt(name)
  return (recorded.status === 'observed' ? f.recordedAt : f.partAt)(name, count(recorded.persons))
}

/** The history for those who cannot see the line. */
function HistoryTable({ shown }: { readonly shown: ShownForecast }) {
  const { t } = useLanguage()
  const { f, language } = useForecastLanguage()
  return (
    <div className="only-read-aloud">
      <table>
        <caption>{f.csvPast}</caption>
        <thead>
          <tr>
            <th scope="col">{f.columnMonth}</th>
            <th scope="col">{t.table.persons}</th>
          </tr>
        </thead>
        <tbody>
          {shown.past.map((p) => (
            <tr key={p.at}>
              <th scope="row">{longMonth(p.at, language)}</th>
              <td>
                {p.status === 'missing' ? f.missing : count(p.persons)}
                {p.status === 'incomplete' && `, ${f.incomplete}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
