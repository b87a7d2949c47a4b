import { scaleSqrt } from 'd3-scale'
import type { WhyResponse } from '../../../src/api/why.ts'
import { count, monthName } from '../../../src/messages/format.ts'
import { parseMonth } from '../../../src/model/month.ts'
import { useLanguage } from '../language.tsx'

interface Props {
  readonly months: WhyResponse['history']['sameMonth']
  /** `YYYY-MM`, the month of the forecast. */
  readonly month: string
}

const HEIGHT = 44

/** What the same month brought in the years before. */
export function SameMonths({ months, month }: Props) {
  const { t, language } = useLanguage()
  const parsed = parseMonth(month)
  if (months.length === 0 || parsed === undefined) return null
  const y = scaleSqrt()
    .domain([0, Math.max(1, ...months.map((m) => m.persons ?? 0))])
    .range([0, HEIGHT])
  return (
    <figure className="same-months">
      <figcaption>{t.why.sameMonth(monthName(parsed, language))}</figcaption>
      <ul>
        {months.slice(-7).map(({ month: at, persons }) => (
          <li key={at}>
            <span>{persons === null ? t.table.missing : count(persons)}</span>
            <svg width={30} height={HEIGHT} aria-hidden="true">
              {persons === null ? (
                <rect className="bar-incomplete" x={1} y={HEIGHT - 14} width={28} height={13} />
              ) : (
                <rect
                  className="bar bar-same"
                  y={HEIGHT - Math.max(1, y(persons))}
                  width={30}
                  height={Math.max(1, y(persons))}
                />
              )}
            </svg>
            <span className="ink3">{at.slice(0, 4)}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
