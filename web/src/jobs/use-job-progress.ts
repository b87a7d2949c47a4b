import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useReducer } from 'react'
import type { JobEvent } from '../../../src/api/jobs.ts'
import { type JobProgress, NOTHING_YET, progressAfter } from './job-progress.ts'

type Heard = { readonly event: JobEvent } | { readonly again: true }

/** Follows a running job. A page nobody sees does not listen: browsers allow a server few open streams. */
export function useJobProgress(id: string | undefined): JobProgress {
  const client = useQueryClient()
  const [progress, tell] = useReducer(
    (known: JobProgress, heard: Heard): JobProgress =>
      'event' in heard ? progressAfter(known, heard.event) : NOTHING_YET,
    NOTHING_YET,
  )
  useEffect(() => {
    if (id === undefined) return undefined
    let events: EventSource | undefined
    const close = () => {
      events?.close()
      events = undefined
    }
    const follow = () => {
      if (document.hidden) {
        close()
        return
      }
      tell({ again: true })
      events = new EventSource(`/api/jobs/${id}/events`)
      events.addEventListener('message', ({ data }: MessageEvent<string>) =>
        tell({ event: JSON.parse(data) as JobEvent }),
      )
      events.addEventListener('over', () => {
        close()
        void client.invalidateQueries()
      })
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      close()
    }
  }, [id, client])
  return progress
}
