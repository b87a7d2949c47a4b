import { Button } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import type { ForecastResponse } from '../../../src/api/forecast.ts'
import { count, estimate, longMonth, monthName } from '../../../src/messages/format.ts'
import { METHODS } from '../../../src/messages/methods.ts'
import { skewed, valueScale } from '../chart/value-scale.ts'
import { show } from '../address.ts'
import { useForecastLanguage } from './forecast-language.ts'
import { Drivers } from './drivers.tsx'
import { comparison, seasonFacts } from './season-facts.ts'
import type { Predicted, ShownForecast } from './shown-forecast.ts'
import './why-panel.css'

interface Props {
  readonly forecast: ForecastResponse
  readonly shown: ShownForecast
  readonly month: Predicted
}

const WIDTH = 84
const MONTHS_OF_A_YEAR = 12

/** Why so many: what the season was like, which method speaks, and numbers of the past beside the predicted one. */
export function WhyPanel({ forecast, shown, month }: Props) {
  const { f, language } = useForecastLanguage()
  const methods: Readonly<Record<string, string>> = METHODS[language]
  const { months, some, since, greatest, from, to } = seasonFacts(shown.past, month.at)
  const { lastYear, sameMean, sameMost } = comparison(shown.past, month.at)
  const { borrowed } = forecast
  const chosen = forecast.members.find((member) => member.chosen)
  const name = monthName(month.at, language)
  // What was counted is told exactly, as beside it; a mean is not.
  const rows = [
    {
      label: f.lastYear(lastYear.months === 0 ? MONTHS_OF_A_YEAR : lastYear.months),
      value: lastYear.mean,
      look: 'bar',
      tell: estimate,
    },
    { label: f.sameMean(name), value: sameMean, look: 'bar bar-same', tell: estimate },
    { label: f.sameMost(name), value: sameMost, look: 'bar bar-same', tell: count },
    { label: f.predicted, value: month.mean, look: 'why-predicted', tell: estimate },
  ]
  const values = rows.map((row) => row.value ?? 0)
  const scale = valueScale(skewed(values), Math.max(...values), 0, WIDTH)
  return (
    <section className="panel why-panel" aria-labelledby="why-panel-title">
      <div className="panel-head">
        <h2 id="why-panel-title">{f.why(estimate(month.mean))}</h2>
        <span className="push" />
        <Button
          variant="subtle"
          className="why-source"
          leftSection={<IconLink size={16} stroke={1.75} />}
          onClick={() => show({ why: '1' })}
        >
          {f.source}
        </Button>
      </div>
      <div className="why-text">
        <p>
          {months === 0 ? (
            borrowed === null && f.noHistory
          ) : (
            <>
              {f.seasonSentence(some, months, monthName(from, language), monthName(to, language), since)}
              {some > 0 &&
                (greatest ? f.greatest(longMonth(greatest.at, language), count(greatest.persons)) : f.onlySome)}
            </>
          )}
          {borrowed && (borrowed.young ? f.borrowedBeside : f.borrowed)(borrowed.lenders, borrowed.from.name)}{' '}
          {chosen && f.methodSentence(methods[chosen.method] ?? chosen.method, forecast.place.series)}
        </p>
        <table className="why-rows">
          <caption>{f.compare}</caption>
          <tbody>
            {rows.map(({ label, value, look, tell }) => (
              <tr key={label} className={look === 'why-predicted' ? 'why-row-predicted' : ''}>
                <th scope="row">{label}</th>
                <td>
                  <svg width={WIDTH} height={14} aria-hidden="true">
                    {value !== undefined && (
                      <rect className={look} width={value > 0 ? Math.max(1, scale(value)) : 0} height={14} />
                    )}
                  </svg>
                </td>
                <td className="why-number-cell">{value === undefined ? f.missing : tell(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {forecast.drivers.length > 0 && <Drivers drivers={forecast.drivers} />}
      </div>
    </section>
  )
}
