import { SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import type { ForecastResponse } from '../../../src/api/forecast.ts'
import { count, estimate, longMonth, shortMonthName } from '../../../src/messages/format.ts'
import { roundTicks, roundTop, skewed, valueScale } from '../chart/value-scale.ts'
import { useLanguage } from '../language.tsx'
import { axisText } from './axis-text.ts'
import { useForecastLanguage } from './forecast-language.ts'
import { leadsOf, type PastCheck, pastChecks, tally } from './past-record.ts'
import './bars-panel.css'
import './past-panel.css'

const LEFT = 52
const BOTTOM = 18
const TOP = 8
/** Leads offered at most; of more, the first, the middle and the last. */
const MOST = 4

/** Past forecasts against what came; a miss is a cross and never hidden. */
export function PastPanel({ forecast }: { readonly forecast: ForecastResponse }) {
  const { f, language } = useForecastLanguage()
  const leads = leadsOf(forecast)
  const offered = leads.length <= MOST ? leads : [leads[0], leads[leads.length >> 1], leads.at(-1)]
  const [wanted, setWanted] = useState<number>()
  const ahead = leads.find((lead) => lead === wanted) ?? leads.at(-1)
  if (ahead === undefined)
    return (
      <section className="panel bars-panel" aria-labelledby="past-title">
        <div className="panel-head">
          <h2 id="past-title">{f.past(forecast.months.length)}</h2>
        </div>
        <p className="bars-none">{f.noPast}</p>
      </section>
    )
  const checks = pastChecks(forecast, ahead)
  const { inside, known } = tally(checks)
  const misses = checks.filter((c) => c.inside === false).map((c) => longMonth(c.at, language))
  return (
    <section className="panel bars-panel" aria-labelledby="past-title">
      <div className="panel-head">
        <h2 id="past-title">{f.past(ahead)}</h2>
        <span className="push" />
        <span className="past-inside">{f.inside(count(inside), count(known))}</span>
        {offered.length > 1 && (
          <SegmentedControl
            className="past-leads"
            aria-label={f.ahead}
            value={String(ahead)}
            onChange={(value) => setWanted(Number(value))}
            data={offered.map((lead) => ({ value: String(lead), label: String(lead) }))}
          />
        )}
      </div>
      <ul className="past-keys" aria-hidden="true">
        <li className="key-band">{f.keyBand}</li>
        <li className="key-median">{f.keyMedian}</li>
        <li className="key-came">{f.keyCame}</li>
        <li className="key-miss">
          <svg width={9} height={9}>
            <path d="M1 1l7 7M8 1l-7 7" className="past-miss" />
          </svg>
          {f.keyMiss}
        </li>
      </ul>
      <Columns checks={checks} text={f.pastText(count(inside), count(known), misses.join(', '))} />
      <p className="bars-foot">{f.pastNote}</p>
    </section>
  )
}

function Columns({ checks, text }: { readonly checks: readonly PastCheck[]; readonly text: string }) {
  const { t } = useLanguage()
  const { f, language } = useForecastLanguage()
  const { ref, width, height } = useElementSize()
  const values = checks.flatMap((c) => [c.eighty[1], c.actual ?? 0])
  const base = Math.max(TOP + 40, height - BOTTOM)
  const y = valueScale(skewed(values), roundTop(Math.max(...values)), base, TOP)
  const slot = Math.max(1, width - LEFT - 12) / checks.length
  const bar = Math.min(13, slot * 0.5)
  return (
    <>
      <div className="bars-picture" ref={ref}>
        {height > 0 && (
          <svg width={width} height={height} role="img" aria-label={text}>
            {roundTicks(y, 30).map((tick) => (
              <g key={tick} className="fan-axis">
                <line x1={LEFT} x2={width - 10} y1={y(tick)} y2={y(tick)} />
                <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
                  {axisText(tick, t)}
                </text>
              </g>
            ))}
            {checks.map((check, i) => (
              <Column
                key={check.at}
                check={check}
                x={LEFT + (i + 0.5) * slot}
                bar={bar}
                y={y}
                base={base}
                name={slot >= 21 || i % 2 === (checks.length - 1) % 2 ? shortMonthName(check.at, language) : ''}
              />
            ))}
          </svg>
        )}
      </div>
      <div className="only-read-aloud">
        <table>
          <caption>{text}</caption>
          <tbody>
            {checks.map((c) => (
              <tr key={c.at}>
                <th scope="row">{longMonth(c.at, language)}</th>
                <td>{f.intervalAloud(estimate(c.eighty[0]), estimate(c.eighty[1]))}</td>
                <td>{c.actual === undefined ? f.missing : count(c.actual)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface ColumnProps {
  readonly check: PastCheck
  /** Its middle [px]. */
  readonly x: number
  readonly bar: number
  readonly y: (persons: number) => number
  readonly base: number
  readonly name: string
}

function Column({ check, x, bar, y, base, name }: ColumnProps) {
  const { eighty, median, actual, inside } = check
  const came = actual === undefined ? 0 : y(actual)
  return (
    <g>
      <rect
        className="band-eighty"
        x={x - bar / 2}
        y={y(eighty[1])}
        width={bar}
        height={Math.max(1, y(eighty[0]) - y(eighty[1]))}
      />
      <rect className="bars-median" x={x - bar / 2 - 2} y={y(median) - 1} width={bar + 4} height={2} />
      {inside === true && <circle className="dot-came" cx={x} cy={came} r={3.4} />}
      {inside === false && <path className="past-miss" d={`M${x - 4} ${came - 4}l8 8M${x + 4} ${came - 4}l-8 8`} />}
      {inside === undefined && (
        <rect className="bar-incomplete" x={x - bar / 2} y={base - 14} width={bar} height={14} />
      )}
      <text x={x} y={base + 14} textAnchor="middle">
        {name}
      </text>
    </g>
  )
}
