import { Button } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { WorkspaceResponse } from '../../../src/api/workspace.ts'
import { chainOf, linkNames } from '../frame/chain.ts'
import { StageMark } from '../frame/stage-mark.tsx'
import { useLanguage } from '../language.tsx'
import { Order } from './order.tsx'
import './states.css'

interface Props {
  readonly workspace: WorkspaceResponse | undefined
  /** When the server last answered [ms since 1970]; `undefined` while it does. */
  readonly lostSince: number | undefined
  readonly onRetry: () => void
  /** Makes the plan anew; `undefined` where that is not asked for, or cannot be now. */
  readonly onPlan: (() => void) | undefined
  readonly children: ReactNode
}

/** What a reader must know before trusting the numbers below; the content stays as it is. */
export function Bands({ workspace, lostSince, onRetry, onPlan, children }: Props) {
  const { t } = useLanguage()
  const links = chainOf(workspace?.stages ?? [])
  const failed = links.filter((link) => link.state === 'failed')
  const again = onPlan !== undefined && (
    <Button variant="filled" onClick={onPlan}>
      {t.jobs.planAgain}
    </Button>
  )
  const stale = links.filter((link) => link.state === 'stale')
  return (
    <div className="bands">
      {lostSince !== undefined && lostSince > 0 && (
        <div className="band band-offline" role="status">
          <IconCloudOff size={18} stroke={1.75} aria-hidden="true" />
          <p>
            <strong>{t.states.offline(new Date(lostSince).toTimeString().slice(0, 5))}</strong> {t.states.offlineText}
          </p>
          <Button onClick={onRetry}>{t.states.retry}</Button>
        </div>
      )}
      {workspace !== undefined && failed.length > 0 && (
        <div className="band band-failed" role="status">
          <StageMark state="failed" />
          <p>
            <strong>{t.states.failed(linkNames(failed, t))}</strong> {t.states.failedText}
          </p>
          {again}
          <Order text={`npx chasqui plan -w ${workspace.name}`} />
        </div>
      )}
      {workspace !== undefined && failed.length === 0 && stale.length > 0 && (
        <div className="band band-stale" role="status">
          <StageMark state="stale" />
          <p>
            <strong>{t.states.stale}</strong> {t.states.staleText(linkNames(stale, t))}
          </p>
          {again}
          <Order text={`npx chasqui plan -w ${workspace.name}`} />
        </div>
      )}
      {children}
    </div>
  )
}
