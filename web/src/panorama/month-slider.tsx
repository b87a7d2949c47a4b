import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, useMemo, useState } from 'react'
import type { PanoramaResponse, RecordedMonth } from '../../../src/api/panorama.ts'
import { count, estimate, longMonth, monthName, shortMonth, shortMonthName } from '../../../src/messages/format.ts'
import { type Month, parseMonth } from '../../../src/model/month.ts'
import { show } from '../address.ts'
import { useLanguage } from '../language.tsx'
import { HistoryBars } from './history-bars.tsx'
import { BOTTOM, LEFT, sliderFrame, TOP } from './slider-scale.ts'
import './month-slider.css'

interface Props {
  readonly panorama: PanoramaResponse
  readonly monthIndex: number
}

const monthOf = (text: string): Month => parseMonth(text) ?? (0 as Month)

/** The slider is the history: bars of the past, and after them the months that can be chosen. */
export function MonthSlider({ panorama, monthIndex }: Props) {
  const { t, language } = useLanguage()
  const { ref, width, height } = useElementSize()
  const [pointed, setPointed] = useState<RecordedMonth>()
  const frame = useMemo(() => sliderFrame(panorama, width, height), [panorama, width, height])
  const chosen = panorama.nation[monthIndex]
  if (chosen === undefined) return null
  const month = monthOf(chosen.month)
  const base = height - BOTTOM
  const first = frame.future[0]
  const last = frame.future.at(-1)
  const box = frame.future[monthIndex]

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -99, End: 99 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const to = Math.max(0, Math.min(panorama.nation.length - 1, monthIndex + step))
    show({ month: panorama.nation[to]?.month })
  }
  const tickText = (n: number): string => {
    if (n >= 1e6) return t.slider.million(String(n / 1e6))
    return n >= 1000 ? t.slider.thousand(String(n / 1000)) : count(n)
  }
  const flag = shortMonth(month, language)
  const flagWidth = flag.length * 6.6 + 16
  const flagX =
    box === undefined ? 0 : Math.min(width - flagWidth, Math.max(LEFT, box.x + box.width / 2 - flagWidth / 2))

  return (
    <section className="panel slider" aria-labelledby="slider-title">
      <div className="panel-head">
        <h2 id="slider-title">{t.slider.title}</h2>
        <span className="slider-read ink3">
          {pointed === undefined
            ? t.slider.scale
            : t.slider.value(
                longMonth(monthOf(pointed.month), language),
                pointed.status === 'missing' ? t.slider.missing : count(pointed.persons),
              )}
        </span>
        <span className="push" />
        <ul className="slider-legend" aria-hidden="true">
          <li className="key-recorded">{t.slider.recorded}</li>
          <li className="key-same">{t.slider.sameMonth(monthName(month, language))}</li>
          <li className="key-band">{t.slider.band}</li>
          <li className="key-median">{t.slider.median}</li>
        </ul>
      </div>
      <div className="slider-picture" ref={ref}>
        {height > 0 && (
          <svg
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="none"
            onPointerLeave={() => setPointed(undefined)}
          >
            {first && last && (
              <rect
                className="slider-future"
                x={first.x}
                y={TOP - 6}
                width={last.x + last.width - first.x}
                height={base - TOP + 6}
              />
            )}
            <g className="slider-axis" aria-hidden="true">
              {frame.ticks.map((tick) => (
                <g key={tick}>
                  <line x1={LEFT} x2={width - 8} y1={frame.y(tick)} y2={frame.y(tick)} />
                  <text x={LEFT - 8} y={frame.y(tick) + 4} textAnchor="end">
                    {tickText(tick)}
                  </text>
                </g>
              ))}
              <line className="slider-zero" x1={LEFT} x2={width - 8} y1={base + 0.5} y2={base + 0.5} />
            </g>
            <HistoryBars
              history={panorama.history.slice(frame.skipped)}
              frame={frame}
              base={base}
              month={month}
              onPoint={setPointed}
            />
            {/* The months to choose from are one slider, moved by arrow keys. */}
            <g
              role="slider"
              tabIndex={0}
              className="slider-months"
              aria-label={t.slider.label}
              aria-valuemin={1}
              aria-valuemax={panorama.nation.length}
              aria-valuenow={monthIndex + 1}
              aria-valuetext={t.slider.valueText(
                longMonth(month, language),
                estimate(chosen.persons.mean),
                estimate(chosen.persons.low),
                estimate(chosen.persons.high),
              )}
              onKeyDown={onKeyDown}
            >
              {panorama.nation.map(({ month: at, persons }, i) => {
                const slot = frame.future[i]
                if (slot === undefined) return null
                const [top, middle, bottom] = [frame.y(persons.high), frame.y(persons.median), frame.y(persons.low)]
                const inset = slot.width * 0.12
                return (
                  <g key={at} className="slider-month" onClick={() => show({ month: at })}>
                    <rect className="slider-hit" x={slot.x} y={0} width={slot.width} height={height} />
                    <rect
                      className="slider-band"
                      x={slot.x + inset}
                      y={top}
                      width={slot.width - 2 * inset}
                      height={Math.max(1, bottom - top)}
                    />
                    <rect
                      className="slider-median"
                      x={slot.x + inset - 2}
                      y={middle - 1.25}
                      width={slot.width - 2 * inset + 4}
                      height={2.5}
                    />
                    <text
                      x={slot.x + slot.width / 2}
                      y={height - 5}
                      className={i === monthIndex ? 'slider-name-chosen' : ''}
                    >
                      {shortMonthName(monthOf(at), language)}
                    </text>
                  </g>
                )
              })}
              {box && (
                <g className="slider-chosen" aria-hidden="true">
                  <rect
                    className="slider-box"
                    x={box.x + 1}
                    y={TOP - 6}
                    width={box.width - 2}
                    height={base - TOP + 6}
                    rx={3}
                  />
                  <rect className="slider-flag" x={flagX} y={0} width={flagWidth} height={19} rx={4} />
                  <text className="slider-flag-text" x={flagX + flagWidth / 2} y={13.5}>
                    {flag}
                  </text>
                </g>
              )}
            </g>
          </svg>
        )}
      </div>
    </section>
  )
}
