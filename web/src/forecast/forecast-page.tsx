import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useMemo } from 'react'
import type { ForecastResponse } from '../../../src/api/forecast.ts'
import type { WorkspaceResponse } from '../../../src/api/workspace.ts'
import { longMonth, moment } from '../../../src/messages/format.ts'
import { formatMonth } from '../../../src/model/month.ts'
import type { View } from '../address.ts'
import { WhyDrawer } from '../why/why-drawer.tsx'
import { FanChart } from './fan-chart.tsx'
import { ForecastHead } from './forecast-head.tsx'
import { useForecastLanguage } from './forecast-language.ts'
import { MembersPanel } from './members-panel.tsx'
import { MonthsTable } from './months-table.tsx'
import { PastPanel } from './past-panel.tsx'
import { SameMonthsPanel } from './same-months-panel.tsx'
import { shownForecast } from './shown-forecast.ts'
import { UnknownPanel } from './unknown-panel.tsx'
import { WhyPanel } from './why-panel.tsx'
import './forecast-page.css'

interface Props {
  readonly workspace: WorkspaceResponse
  readonly forecast: ForecastResponse
  readonly view: View
}

/** One product, one node of the hierarchy: what was, what may come, how well it was told before. */
export default function ForecastPage({ workspace, forecast, view }: Props) {
  const { f, language } = useForecastLanguage()
  const phone = useMediaQuery('(max-width: 719px)', matchMedia('(max-width: 719px)').matches)
  const shown = useMemo(() => shownForecast(forecast), [forecast])
  const chosen = Math.max(
    0,
    shown.future.findIndex((p) => formatMonth(p.at) === view.month),
  )
  const month = shown.future[chosen]
  const title = month === undefined ? '' : f.title(forecast.place.name, longMonth(month.at, language))
  useEffect(() => {
    document.title = `${title} – Chasqui`
  }, [title])
  if (month === undefined) return null
  const at = workspace.stages.find((stage) => stage.stage === 'forecast')?.at ?? null
  const issued = at === null ? '' : (moment(at, language).split(',')[0] ?? '')
  return (
    <>
      <ForecastHead forecast={forecast} month={month} />
      <div className="forecast-main">
        <FanChart forecast={forecast} shown={shown} chosen={chosen} issued={issued} phone={phone} />
        <div className="forecast-pair">
          <SameMonthsPanel place={forecast.place.name} shown={shown} chosen={chosen} />
          <PastPanel forecast={forecast} />
        </div>
        <MonthsTable forecast={forecast} shown={shown} chosen={chosen} />
      </div>
      <div className="forecast-side">
        <WhyPanel forecast={forecast} shown={shown} month={month} />
        <MembersPanel forecast={forecast} />
        <UnknownPanel forecast={forecast} />
      </div>
      {view.why === '1' && (
        <WhyDrawer
          ubigeo={forecast.place.ubigeo}
          product={forecast.product.id}
          month={formatMonth(month.at)}
          phone={phone}
        />
      )}
    </>
  )
}
