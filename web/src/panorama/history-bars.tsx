import { memo } from 'react'
import type { RecordedMonth } from '../../../src/api/panorama.ts'
import { count, longMonth, shortMonth } from '../../../src/messages/format.ts'
import { calendarMonth, type Month, parseMonth, yearOfMonth } from '../../../src/model/month.ts'
import { useLanguage } from '../language.tsx'
import { type Bar, type Note, placeNotes } from './bar-notes.ts'
import { LEFT, type SliderFrame } from './slider-scale.ts'

interface Props {
  /** As many months as the frame has slots for. */
  readonly history: readonly RecordedMonth[]
  readonly frame: SliderFrame
  readonly base: number
  /** Months of the same name are darker. */
  readonly month: Month
  readonly onPoint: (month: RecordedMonth) => void
}

/** Height of the dashed box of a month without any number [px]. */
const EMPTY = 14

export const HistoryBars = memo(function HistoryBars({ history, frame, base, month, onPoint }: Props) {
  const { t, language } = useLanguage()
  const bars: readonly Bar[] = history.map((recorded, i) => {
    const { x = 0, width = 0 } = frame.past[i] ?? {}
    const top = recorded.status === 'missing' ? base - EMPTY : frame.y(recorded.persons)
    return { x: x + width * 0.08, width: width * 0.84, top: Math.min(top, base - (recorded.persons > 0 ? 1 : 0)) }
  })
  const most = history.reduce((a, b, i) => (b.persons > (history[a]?.persons ?? 0) ? i : a), 0)
  const gap = history.findLastIndex((m) => m.status !== 'observed')
  const named = (i: number) => parseMonth(history[i]?.month ?? '') ?? month
  const notes: readonly Note[] = [
    ...((history[most]?.persons ?? 0) > 0
      ? [{ bar: most, text: t.slider.value(longMonth(named(most), language), count(history[most]?.persons ?? 0)) }]
      : []),
    ...(gap >= 0 && gap !== most ? [{ bar: gap, text: t.slider.incomplete(shortMonth(named(gap), language)) }] : []),
  ]
  return (
    <g>
      <title>{t.slider.title}</title>
      {history.map((recorded, i) => {
        const [slot, bar] = [frame.past[i], bars[i]]
        const at = parseMonth(recorded.month)
        if (slot === undefined || bar === undefined || at === undefined) return null
        const same = calendarMonth(at) === calendarMonth(month)
        const look = recorded.status === 'observed' ? (same ? 'bar bar-same' : 'bar') : 'bar-incomplete'
        return (
          <g key={recorded.month} onPointerEnter={() => onPoint(recorded)}>
            <rect className="slider-hit" x={slot.x} y={0} width={slot.width} height={base} />
            <rect className={look} x={bar.x} y={bar.top} width={bar.width} height={Math.max(0, base - bar.top)} />
            {calendarMonth(at) === 1 && (
              <g className="slider-year">
                <line x1={slot.x} x2={slot.x} y1={base} y2={base + 4} />
                <text x={slot.x + 4} y={base + 13}>
                  {yearOfMonth(at)}
                </text>
              </g>
            )}
          </g>
        )
      })}
      {placeNotes(notes, bars, LEFT, frame.future[0]?.x ?? LEFT).map(({ bar, text, x, y, anchor }) => (
        <text key={bar} className="bar-note" x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </g>
  )
})
