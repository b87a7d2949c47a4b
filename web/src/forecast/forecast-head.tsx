import { Button, NativeSelect } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ForecastResponse } from '../../../src/api/forecast.ts'
import { chance, count, estimate, longMonth, monthName, range } from '../../../src/messages/format.ts'
import { show } from '../address.ts'
import { HeadFigure } from '../frame/head-figure.tsx'
import { ViewLink } from '../view-link.tsx'
import { saveForecast } from './forecast-csv.ts'
import { useForecastLanguage } from './forecast-language.ts'
import { leadsOf, pastChecks, tally } from './past-record.ts'
import { hadNeed, type Predicted, spreadUnknown } from './shown-forecast.ts'
import './forecast-head.css'

interface Props {
  readonly forecast: ForecastResponse
  readonly month: Predicted
}

/** Where, how much, how sure. */
export function ForecastHead({ forecast, month }: Props) {
  const { f, language } = useForecastLanguage()
  const { place } = forecast
  const record = tally(pastChecks(forecast, leadsOf(forecast).at(-1) ?? 0))
  const unknown = spreadUnknown(forecast, month)
  const [low, high] = [estimate(month.eighty[0]), estimate(month.eighty[1])]
  return (
    <header className="page-head">
      <div className="page-name">
        <PlacePath forecast={forecast} />
        <div className="forecast-title">
          <h1>{f.title(place.name, longMonth(month.at, language))}</h1>
          <PlaceFacts forecast={forecast} />
        </div>
      </div>
      <dl className="head-figures">
        <HeadFigure label={f.mean} figure={estimate(month.mean)}>
          {f.meanNote}
        </HeadFigure>
        <HeadFigure label={f.median} figure={estimate(month.median)}>
          {f.medianNote}
        </HeadFigure>
        <HeadFigure
          label={f.interval}
          figure={
            unknown ? (
              f.noSpread
            ) : (
              <>
                <span aria-hidden="true">{range(low, high)}</span>
                <span className="only-read-aloud">{f.intervalAloud(low, high)}</span>
              </>
            )
          }
        >
          {unknown ? f.noSpreadNote : f.intervalNote(count(record.inside), count(record.known))}
        </HeadFigure>
        <HeadFigure label={f.chance} figure={chance(month.positive, hadNeed(forecast))}>
          {f.chanceNote(monthName(month.at, language))}
        </HeadFigure>
      </dl>
      <Button
        className="forecast-export"
        aria-label={f.exportLabel}
        leftSection={<IconDownload size={16} stroke={1.75} />}
        onClick={() => saveForecast(forecast, f, true)}
      >
        {f.export}
      </Button>
    </header>
  )
}

/** From the nation down to the place, each a step up; and the places below it to choose from. */
function PlacePath({ forecast }: { readonly forecast: ForecastResponse }) {
  const { f } = useForecastLanguage()
  const { place, path, below } = forecast
  const level = (['department', 'province', 'district'] as const)[path.length - 1]
  return (
    <nav className="place-path" aria-label={f.path}>
      <ol>
        {path.map((node) => (
          <li key={node.ubigeo}>
            {node.ubigeo === place.ubigeo ? (
              <span aria-current="page">{node.name}</span>
            ) : (
              <ViewLink to={{ place: node.ubigeo, why: undefined }}>{node.name}</ViewLink>
            )}
          </li>
        ))}
        {below.length > 0 && level !== undefined && (
          <li>
            <NativeSelect
              className="place-below"
              aria-label={f.belowLabel}
              value=""
              data={[
                { value: '', label: f.below(below.length, level) },
                ...below.map(({ ubigeo, name }) => ({ value: ubigeo, label: name })),
              ]}
              onChange={(event) => show({ place: event.currentTarget.value, why: undefined })}
            />
          </li>
        )}
      </ol>
    </nav>
  )
}

function PlaceFacts({ forecast: { place, path, below } }: { readonly forecast: ForecastResponse }) {
  const { f } = useForecastLanguage()
  const facts = [
    path.length === 1 ? '' : f.code(place.ubigeo),
    place.population === null ? '' : f.people(count(place.population)),
    place.altitude === null || below.length > 0 ? '' : f.altitude(count(place.altitude)),
  ].filter((fact) => fact !== '')
  return facts.length > 0 && <span className="place-facts">{facts.join(' · ')}</span>
}
