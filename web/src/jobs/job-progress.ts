import type { JobEvent } from '../../../src/api/jobs.ts'

/** What a job has told of itself so far. */
export interface JobProgress {
  /** The stage at work; undefined before the first. */
  readonly stage: string | undefined
  /** Stages begun or found unchanged, the present one included. */
  readonly begun: number
  /** Of the present stage, 0–1. */
  readonly share: number
  /** Left of the present stage, where it can be guessed [s]. */
  readonly left: number | undefined
  readonly detail: { readonly product: string; readonly epoch: number; readonly loss: number } | undefined
  /** From here on the change is carried out, whatever happens. */
  readonly committing: boolean
  readonly over: boolean
  /** When the present stage began [ms since 1970]. */
  readonly since: number
}

export const NOTHING_YET: JobProgress = {
  stage: undefined,
  begun: 0,
  share: 0,
  left: undefined,
  detail: undefined,
  committing: false,
  over: false,
  since: 0,
}

/** Time left is told once this share is done in at least a second. */
const GUESSED_FROM = 0.05

function detailOf(detail: JobEvent['detail']): JobProgress['detail'] {
  const { product, epoch, loss } = detail ?? {}
  if (typeof product !== 'string' || typeof epoch !== 'number' || typeof loss !== 'number') return undefined
  return { product, epoch, loss }
}

export function progressAfter(progress: JobProgress, event: JobEvent): JobProgress {
  const now = Date.parse(event.at)
  switch (event.kind) {
    case 'start':
      return { ...NOTHING_YET, stage: event.stage, begun: progress.begun + 1, since: now }
    case 'progress': {
      const { share = 0 } = event
      const seconds = (now - progress.since) / 1000
      const left = share > GUESSED_FROM && seconds >= 1 ? (seconds / share) * (1 - share) : undefined
      return { ...progress, share, left, detail: detailOf(event.detail) }
    }
    case 'unchanged':
      return { ...progress, begun: progress.begun + 1 }
    case 'done':
      return { ...progress, share: 1, left: undefined, detail: undefined }
    case 'commit':
      return { ...progress, committing: true }
    case 'ended':
      return { ...progress, over: true, left: undefined }
    default:
      return progress
  }
}
