import type { Estimate } from '../../../src/api/fields.ts'
import { estimate } from '../../../src/messages/format.ts'
import { roundTicks, type ValueScale } from '../chart/value-scale.ts'
import { useLanguage } from '../language.tsx'
import { AXIS } from './interval-scale.ts'
import { outside } from './need.ts'

export function IntervalCell({ need, scale }: { readonly need: Estimate; readonly scale: ValueScale }) {
  const { t } = useLanguage()
  const tail = outside(need)
  const aloud = t.totals.intervalAloud(estimate(need.low), estimate(need.high))
  const text = tail === undefined ? aloud : `${aloud}; ${t.table.outside[tail]}`
  return (
    <svg width={AXIS} height={16} className="interval" role="img" aria-label={text}>
      <title>{text}</title>
      {need.high > 0 && (
        <rect
          x={scale(need.low)}
          y={6.25}
          width={Math.max(1, scale(need.high) - scale(need.low))}
          height={3.5}
          fill="var(--band50)"
        />
      )}
      <circle cx={scale(need.mean)} cy={8} r={4.25} fill="var(--median)" stroke="var(--surface)" strokeWidth={1} />
    </svg>
  )
}

/** `2 mil` for round thousands: the axis has little room. */
export function IntervalAxis({ scale }: { readonly scale: ValueScale }) {
  const { t } = useLanguage()
  return (
    <svg width={AXIS} height={14} className="interval-axis" aria-hidden="true">
      {roundTicks(scale, 40).map((tick) => (
        <text
          key={tick}
          x={scale(tick) > AXIS - 18 ? AXIS : scale(tick)}
          y={10.5}
          textAnchor={tick === 0 ? 'start' : scale(tick) > AXIS - 18 ? 'end' : 'middle'}
        >
          {tick >= 1000 ? t.slider.thousand(String(tick / 1000)) : tick}
        </text>
      ))}
    </svg>
  )
}
