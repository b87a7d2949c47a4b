import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useView } from '../address.ts'
import { useLanguage } from '../language.tsx'
import { Panorama } from '../panorama/panorama.tsx'
import { followEvents, outlineQuery, panoramaQuery, ProblemError, workspaceQuery } from '../results.ts'
import { Bands } from '../states/bands.tsx'
import { Empty } from '../states/empty.tsx'
import { Failure } from '../states/failure.tsx'
import { Loading } from '../states/loading.tsx'
import { chainOf } from './chain.ts'
import { PrintFoot } from './print-foot.tsx'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import './page.css'

export function Page() {
  const { t } = useLanguage()
  const view = useView()
  const client = useQueryClient()
  useEffect(() => followEvents(client), [client])
  const workspace = useQuery(workspaceQuery)
  const outline = useQuery(outlineQuery)
  const product = view.product ?? workspace.data?.products[0]?.id
  const ready = workspace.data !== undefined && workspace.data.months.length > 0
  const panorama = useQuery({ ...panoramaQuery(product, view.level), enabled: ready })

  const failed = [workspace, panorama, outline].find((query) => query.error !== null && query.data === undefined)
  const wrong = panorama.error instanceof ProblemError ? panorama : failed
  const lost = [workspace, panorama].find((query) => query.error !== null && !(query.error instanceof ProblemError))
  const month = ready ? (workspace.data.months.find((m) => m === view.month) ?? workspace.data.months[0]) : undefined

  let content: ReactNode = <Loading />
  let shown = ''
  if (wrong?.error) content = <Failure error={wrong.error} onRetry={() => void client.invalidateQueries()} />
  else if (workspace.data !== undefined && !ready) content = <Empty workspace={workspace.data} />
  else if (ready && panorama.data !== undefined && outline.data !== undefined) {
    shown = 'content-panorama'
    content = <Panorama workspace={workspace.data} panorama={panorama.data} outline={outline.data} view={view} />
  }
  return (
    <div className="page">
      <a className="skip" href="#content">
        {t.frame.skip}
      </a>
      <Rail links={chainOf(workspace.data?.stages ?? [])} />
      {workspace.data === undefined ? (
        <header className="top-bar" />
      ) : (
        <TopBar workspace={workspace.data} product={ready ? product : undefined} month={month} />
      )}
      <main id="content" className={`content ${shown}`} tabIndex={-1}>
        <Bands
          workspace={workspace.data}
          lostSince={lost === undefined ? undefined : lost.dataUpdatedAt}
          onRetry={() => void client.invalidateQueries()}
        />
        {content}
      </main>
      <PrintFoot workspace={workspace.data} />
    </div>
  )
}
