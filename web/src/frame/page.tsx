import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { hasPage, useView } from '../address.ts'
import { JobPanel } from '../jobs/job-panel.tsx'
import { useJobs } from '../jobs/use-jobs.ts'
import { useLanguage } from '../language.tsx'
import { Panorama } from '../panorama/panorama.tsx'
import {
  followEvents,
  forecastQuery,
  modelQuery,
  outlineQuery,
  panoramaQuery,
  ProblemError,
  workspaceQuery,
} from '../results.ts'
import { Bands } from '../states/bands.tsx'
import { Empty } from '../states/empty.tsx'
import { Failure } from '../states/failure.tsx'
import { Loading } from '../states/loading.tsx'
import { Lost } from '../states/lost.tsx'
import { Nowhere } from '../states/nowhere.tsx'
import { chainOf } from './chain.ts'
import { PrintFoot } from './print-foot.tsx'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import './page.css'

const ForecastPage = lazy(() => import('../forecast/forecast-page.tsx'))
const ModelPage = lazy(() => import('../model/model-page.tsx'))
const NATION = '000000'

export function Page() {
  const { t } = useLanguage()
  const view = useView()
  const client = useQueryClient()
  useEffect(() => followEvents(client), [client])
  const jobs = useJobs()
  const workspace = useQuery(workspaceQuery)
  const outline = useQuery(outlineQuery)
  const product = view.product ?? workspace.data?.products[0]?.id
  const ready = workspace.data !== undefined && workspace.data.months.length > 0
  const levels = workspace.data?.products.find((p) => p.id === product)?.levels
  const level = view.level === undefined || levels?.includes(view.level) === false ? undefined : view.level
  const onPanorama = view.page === 'panorama'
  const onForecast = view.page === 'forecast'
  const onModel = view.page === 'model'
  const panorama = useQuery({ ...panoramaQuery(product, level), enabled: ready && onPanorama })
  const forecast = useQuery({ ...forecastQuery(view.place ?? NATION, product), enabled: ready && onForecast })
  const model = useQuery({ ...modelQuery, enabled: onModel })
  const result = { panorama, forecast, model }[view.page]

  const failed = [workspace, result, outline].find((query) => query.error !== null && query.data === undefined)
  const wrong = [result, workspace].find((query) => query.error instanceof ProblemError) ?? failed
  const cut = [workspace, result].find((query) => query.error !== null && !(query.error instanceof ProblemError))
  const month = ready ? (workspace.data.months.find((m) => m === view.month) ?? workspace.data.months[0]) : undefined

  const onPlan = jobs.running === undefined ? () => jobs.begin('plan') : undefined
  // Modelo has a place of its own for what runs and what can be asked for.
  const told = !onModel && (jobs.running !== undefined || jobs.followed || jobs.refused !== null)

  let content: ReactNode = <Loading />
  let lost: ReactNode = null
  let shown = ''
  if (!hasPage(location.pathname)) content = <Nowhere />
  else if (wrong?.error) content = <Failure error={wrong.error} onRetry={() => void client.invalidateQueries()} />
  else if (onModel) {
    shown = 'content-model'
    if (workspace.data !== undefined && model.data !== undefined)
      content = (
        <Suspense fallback={<Loading />}>
          <ModelPage workspace={workspace.data} model={model.data} product={product} jobs={jobs} />
        </Suspense>
      )
  } else if (workspace.data !== undefined && !ready) content = <Empty workspace={workspace.data} onPlan={onPlan} />
  else if (ready && onPanorama && panorama.data !== undefined && outline.data !== undefined) {
    shown = 'content-panorama'
    lost = <Lost panorama={panorama.data} view={view} />
    content = <Panorama panorama={panorama.data} levels={levels ?? []} outline={outline.data} view={view} />
  } else if (ready && onForecast && forecast.data !== undefined) {
    shown = 'content-forecast'
    content = (
      <Suspense fallback={<Loading />}>
        <ForecastPage workspace={workspace.data} forecast={forecast.data} view={view} />
      </Suspense>
    )
  }
  return (
    <div className="page">
      <a className="skip" href="#content">
        {t.frame.skip}
      </a>
      <Rail links={chainOf(workspace.data?.stages ?? [])} page={view.page} />
      {workspace.data === undefined ? (
        <header className="top-bar" />
      ) : (
        <TopBar
          workspace={workspace.data}
          page={view.page}
          product={ready ? product : undefined}
          month={onModel ? undefined : month}
        />
      )}
      <main id="content" className={`content ${shown}`} tabIndex={-1}>
        <Bands
          workspace={workspace.data}
          lostSince={cut === undefined ? undefined : cut.dataUpdatedAt}
          onRetry={() => void client.invalidateQueries()}
          onPlan={onModel ? undefined : onPlan}
        >
          {told && <JobPanel jobs={jobs} products={workspace.data?.products ?? []} />}
          {lost}
        </Bands>
        {content}
      </main>
      <PrintFoot workspace={workspace.data} />
    </div>
  )
}
