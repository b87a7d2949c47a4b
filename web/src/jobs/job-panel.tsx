import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Job } from '../../../src/api/jobs.ts'
import { decimal, percent } from '../../../src/messages/format.ts'
import { StageMark } from '../frame/stage-mark.tsx'
import { useLanguage } from '../language.tsx'
import { ProblemError } from '../results.ts'
import type { JobProgress } from './job-progress.ts'
import { useJobProgress } from './use-job-progress.ts'
import type { Jobs } from './use-jobs.ts'
import './job-panel.css'

interface Props {
  readonly jobs: Jobs
  /** Those that the job may tell of. */
  readonly products: readonly { readonly id: string; readonly name: string }[]
}

/** Stages that a plan has beside the ones that run alone. */
const PLAN_STAGES = 6

/** What a job does, how far it is, and what can be asked of it; when it is over, how it ended. */
export function JobPanel({ jobs, products }: Props) {
  const { jobs: t } = useLanguage().t
  const { shown, refused } = jobs
  if (refused !== null)
    return (
      <section className="panel job" role="alert">
        <div className="job-line">
          <StageMark state="failed" />
          <h2>{t.refused}</h2>
        </div>
        <p>{refused instanceof ProblemError ? refused.problem.detail : t.unreachable}</p>
        <Buttons>
          <Button onClick={jobs.close}>{t.close}</Button>
        </Buttons>
      </section>
    )
  if (shown === undefined) return null
  return shown.state === 'running' ? (
    <Running key={shown.id} job={shown} jobs={jobs} products={products} />
  ) : (
    <Ended job={shown} own={jobs.own === shown.id} close={jobs.close} />
  )
}

function Running({ job, jobs, products }: Props & { readonly job: Job }) {
  const { jobs: t } = useLanguage().t
  const progress = useJobProgress(job.id)
  const panel = useFocus(jobs.own === job.id)
  const { share, left, detail } = progress
  const step = progress.committing
    ? t.jobCommit
    : progress.stage === undefined
      ? t.jobStarting
      : t.jobStage(progress.stage, progress.begun, job.command === 'plan' ? PLAN_STAGES : 1)
  const name = (id: string): string => products.find((product) => product.id === id)?.name ?? id
  return (
    <section ref={panel} tabIndex={-1} className="panel job" aria-labelledby="job-title">
      <div className="job-line">
        <StageMark state="running" />
        <h2 id="job-title">{t.job(job.command)}</h2>
        <span className="ink2 job-step">{step}</span>
        <span className="push job-left">{left !== undefined && t.left(left)}</span>
      </div>
      <div
        className="job-bar"
        role="progressbar"
        aria-label={t.jobProgress}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <span style={{ width: `${share * 100}%` }} />
      </div>
      <div className="job-line">
        <p className="job-detail">
          {percent(share)}
          {detail !== undefined && ` · ${t.jobDetail(name(detail.product), detail.epoch, decimal(detail.loss, 3))}`}
        </p>
        <Buttons>
          {job.command === 'train' && !job.wantsBest && (
            <Button disabled={!canStop(progress) || jobs.cancelling} onClick={() => jobs.best(job.id)}>
              {t.keepBest}
            </Button>
          )}
          <Button disabled={progress.committing || jobs.cancelling} onClick={() => jobs.cancel(job.id)}>
            {jobs.cancelling ? t.cancelling : t.cancel}
          </Button>
        </Buttons>
      </div>
      {job.wantsBest && <p className="ink2">{t.bestAsked}</p>}
      {/* Not every per cent: a reader would hear nothing else. */}
      <p className="only-read-aloud" role="status">
        {t.job(job.command)}, {step}
        {share >= 0.1 && `, ${percent(Math.floor(share * 10) / 10)}`}
      </p>
    </section>
  )
}

/** Takes the focus when it appears, where the button that had it went. */
function useFocus(wanted: boolean) {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (wanted && document.activeElement === document.body) panel.current?.focus({ preventScroll: true })
  }, [wanted])
  return panel
}

/** There is a best so far, and it is not being saved already. */
const canStop = ({ stage, detail, committing }: JobProgress): boolean =>
  stage === 'train' && detail !== undefined && !committing

function Ended({ job, own, close }: { readonly job: Job; readonly own: boolean; readonly close: () => void }) {
  const { jobs: t } = useLanguage().t
  const panel = useFocus(own)
  const well = job.state === 'done'
  const sentence = {
    running: '',
    done: t.done[job.command] ?? t.otherDone,
    cancelled: t.cancelled,
    lost: t.lost,
    failed: t.jobFailed,
  }[job.state]
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className="panel job"
      role={well || job.state === 'cancelled' ? 'status' : 'alert'}
    >
      <div className="job-line">
        <StageMark state={well ? 'fresh' : job.state === 'cancelled' ? 'pending' : 'failed'} />
        <h2>{sentence}</h2>
        <Buttons>
          <Button onClick={close}>{t.close}</Button>
        </Buttons>
      </div>
      {job.problem !== null && <p>{job.problem.detail}</p>}
      {job.problem?.items !== undefined && job.problem.items.length > 0 && (
        <ul className="job-items mono">
          {job.problem.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

const Buttons = ({ children }: { readonly children: ReactNode }) => <div className="job-buttons">{children}</div>
