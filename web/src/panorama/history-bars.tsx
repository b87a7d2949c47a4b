import { memo } from 'react'
import type { RecordedMonth } from '../../../src/api/panorama.ts'
import { count, longMonth, shortMonth } from '../../../src/messages/format.ts'
import { calendarMonth, type Month, parseMonth, yearOfMonth } from '../../../src/model/month.ts'
import { useLanguage } from '../language.tsx'
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
/** Width of a letter of a note [px]. */
const LETTER = 5.9

export const HistoryBars = memo(function HistoryBars({ history, frame, base, month, onPoint }: Props) {
  const { t, language } = useLanguage()
  const most = history.reduce((a, b, i) => (b.persons > (history[a]?.persons ?? 0) ? i : a), 0)
  const gap = history.findLastIndex((m) => m.status !== 'observed')
  const note = (i: number, y: number, text: string) => {
    const slot = frame.past[i]
    if (slot === undefined) return null
    const room = text.length * LETTER
    const end = slot.x + slot.width + room > (frame.future[0]?.x ?? 0)
    if (end && slot.x - room < LEFT) return null
    return (
      <text
        className="bar-note"
        x={end ? slot.x - 4 : slot.x + slot.width + 5}
        y={y}
        textAnchor={end ? 'end' : 'start'}
      >
        {text}
      </text>
    )
  }
  return (
    <g>
      <title>{t.slider.title}</title>
      {history.map((recorded, i) => {
        const slot = frame.past[i]
        const at = parseMonth(recorded.month)
        if (slot === undefined || at === undefined) return null
        const top = recorded.status === 'missing' ? base - EMPTY : frame.y(recorded.persons)
        const same = calendarMonth(at) === calendarMonth(month)
        const look = recorded.status === 'observed' ? (same ? 'bar bar-same' : 'bar') : 'bar-incomplete'
        return (
          <g key={recorded.month} onPointerEnter={() => onPoint(recorded)}>
            <rect className="slider-hit" x={slot.x} y={0} width={slot.width} height={base} />
            <rect
              className={look}
              x={slot.x + slot.width * 0.08}
              y={Math.min(top, base - (recorded.persons > 0 ? 1 : 0))}
              width={slot.width * 0.84}
              height={Math.max(0, base - top)}
            />
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
      {history[most] !== undefined &&
        note(
          most,
          frame.y(history[most].persons) + 10,
          t.slider.value(longMonth(parseMonth(history[most].month) ?? month, language), count(history[most].persons)),
        )}
      {gap >= 0 &&
        gap !== most &&
        note(
          gap,
          base - EMPTY - 22,
          t.slider.incomplete(shortMonth(parseMonth(history[gap]?.month ?? '') ?? month, language)),
        )}
    </g>
  )
})
