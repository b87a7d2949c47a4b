import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ForecastResponse } from '../../../src/api/forecast.ts'
import { capitalised, count, chance, estimate, longMonth, range } from '../../../src/messages/format.ts'
import { formatMonth } from '../../../src/model/month.ts'
import { show } from '../address.ts'
import { useForecastLanguage } from './forecast-language.ts'
import { saveForecast } from './forecast-csv.ts'
import { OverridesNote } from './overrides-note.tsx'
import { hadNeed, type Range, type ShownForecast, spreadUnknown } from './shown-forecast.ts'
import './bars-panel.css'
import './months-table.css'

interface Props {
  readonly forecast: ForecastResponse
  readonly shown: ShownForecast
  readonly chosen: number
}

const interval = ([low, high]: Range): string => range(estimate(low), estimate(high))

export function MonthsTable({ forecast, shown, chosen }: Props) {
  const { f, language } = useForecastLanguage()
  return (
    <section className="panel months-table" aria-labelledby="months-title">
      <div className="panel-head">
        <h2 id="months-title">{f.table}</h2>
        <span className="ink3 months-note">{f.tableNote}</span>
        <span className="push" />
        <Button
          aria-label={f.csvLabel}
          leftSection={<IconDownload size={16} stroke={1.75} />}
          onClick={() => saveForecast(forecast, f, false)}
        >
          {f.csv}
        </Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a narrow screen it scrolls sideways */}
      <div className="months-scroll" tabIndex={0} role="group" aria-labelledby="months-title">
        <table>
          <thead>
            <tr>
              {[
                f.columnMonth,
                f.mean,
                f.median,
                f.columnHalf,
                f.columnEighty,
                f.columnMost,
                f.columnChance,
                f.columnNeed,
                f.columnGranted,
              ].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.future.map((month, i) => (
              <tr
                key={month.at}
                className={i === chosen ? 'row-chosen' : ''}
                onClick={() => show({ month: formatMonth(month.at) })}
              >
                <th scope="row">
                  <button type="button" className="row-pick" aria-pressed={i === chosen}>
                    {capitalised(longMonth(month.at, language))}
                  </button>
                </th>
                <td className="months-mean">{estimate(month.mean)}</td>
                <td>{estimate(month.median)}</td>
                {[month.half, month.eighty, month.most].map((ends, k) => (
                  <td key={k}>{spreadUnknown(forecast, month) ? f.noSpread : interval(ends)}</td>
                ))}
                <td>{chance(month.positive, hadNeed(forecast))}</td>
                <td>{month.supply === null ? f.notAllocated : count(month.supply.need)}</td>
                <td className={month.supply !== null && month.supply.short > 0 ? 'months-short' : ''}>
                  {month.supply === null ? f.notAllocated : count(month.supply.granted)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <OverridesNote forecast={forecast} />
      <p className="bars-foot">
        {shown.future.some((month) => spreadUnknown(forecast, month)) && `${f.noSpreadFoot} `}
        {f.tableFoot}
      </p>
    </section>
  )
}
