import type { ForecastResponse } from '../../../src/api/forecast.ts'
import { capitalised, count, estimate, longMonth } from '../../../src/messages/format.ts'
import { useForecastLanguage } from './forecast-language.ts'
import './overrides-note.css'
import { monthFrom } from './shown-forecast.ts'

/** Who corrected which months, why, and what was forecast without it. */
export function OverridesNote({ forecast: { overrides, place } }: { readonly forecast: ForecastResponse }) {
  const { f, language } = useForecastLanguage()
  if (overrides.length === 0) return null
  return (
    <ul className="overrides-note" aria-label={f.corrections}>
      {overrides.map((o) => (
        <li key={`${o.month} ${o.place.ubigeo}`}>
          {f.correction(
            capitalised(longMonth(monthFrom(o.month), language)),
            o.place.ubigeo === place.ubigeo ? '' : o.place.name,
            o.author,
            count(o.corrected),
            estimate(o.baseline),
          )}{' '}
          <q>{o.reason}</q> <span className="ink3">{o.date}</span>
        </li>
      ))}
    </ul>
  )
}
