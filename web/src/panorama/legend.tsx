import type { MapLevel } from '../../../src/api/fields.ts'
import { count, range } from '../../../src/messages/format.ts'
import { useLanguage } from '../language.tsx'
import { Swatch } from './dots.tsx'
import { classNumbers, type NeedClass } from './need.ts'

interface Props {
  readonly breaks: readonly number[]
  readonly level: MapLevel
  readonly month: string
}

export function Legend({ breaks, level, month }: Props) {
  const { t } = useLanguage()
  const label = (i: number): string => {
    const { from, until } = classNumbers(breaks, i)
    if (until === undefined) return t.map.orMore(count(from))
    return until === from ? count(from) : range(count(from), count(until))
  }
  return (
    <div className="legend">
      <h3>{t.map.legend(level)}</h3>
      <p>{t.map.legendMonth(month)}</p>
      <ul>
        {breaks
          .map((_, i) => breaks.length - 1 - i)
          .map((i) => (
            <li key={i}>
              <Swatch need={(i + 1) as NeedClass} /> {label(i)}
            </li>
          ))}
        <li>
          <Swatch need={0} /> {t.map.none}
        </li>
        <li>
          <svg width={20} height={14} className="swatch" aria-hidden="true">
            <rect className="place-missing" x={0.5} y={0.5} width={19} height={13} />
          </svg>
          {t.map.missing}
        </li>
      </ul>
      <p>{t.map.area}</p>
      <div className="legend-certainty">
        <h3>{t.map.certainty}</h3>
        <p>{t.map.certaintyNote}</p>
        <ul>
          {(['high', 'middle', 'low'] as const).map((certainty) => (
            <li key={certainty}>
              <Swatch need={3} certainty={certainty} /> {t.map[certainty]}
            </li>
          ))}
        </ul>
        <p>{t.map.certaintyWidth}</p>
      </div>
    </div>
  )
}
