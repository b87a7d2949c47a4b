import { useSessionStorage } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Job, JobCommand } from '../../../src/api/jobs.ts'
import { askForBest, beginJob, cancelJob, jobsQuery } from '../results.ts'

export interface Jobs {
  readonly running: Job | undefined
  /** The running one, or the last one where it matters how it ended. */
  readonly shown: Job | undefined
  /** The shown one was begun here or seen at work; others ended while nobody looked. */
  readonly followed: boolean
  /** The one that was begun here: its panel takes the focus from the button, which goes. */
  readonly own: string | undefined
  /** Whether the running one was told to stop. */
  readonly cancelling: boolean
  readonly refused: Error | null
  readonly begin: (command: JobCommand) => void
  readonly cancel: (id: string) => void
  readonly best: (id: string) => void
  /** Puts away what is shown of an ended job, or why one could not begin. */
  readonly close: () => void
}

/** The job of the workspace: there is one at a time, whoever began it. */
export function useJobs(): Jobs {
  const client = useQueryClient()
  const { data } = useQuery(jobsQuery)
  const [closed, setClosed] = useSessionStorage({ key: 'chasqui.job-closed', defaultValue: '' })
  const [seen, setSeen] = useState<string>()
  const [stopped, setStopped] = useState<string>()
  const asking = useMutation({
    mutationFn: (ask: () => Promise<Job>) => ask(),
    networkMode: 'always',
    onSettled: () => client.invalidateQueries({ queryKey: jobsQuery.queryKey }),
  })
  const running = data?.jobs.find((job) => job.state === 'running')
  if (running !== undefined && running.id !== seen) setSeen(running.id)
  const last = data?.jobs[0]
  const own = asking.data?.id
  const followed = last !== undefined && (last.id === seen || last.id === own)
  const matters = last !== undefined && (followed || last.state === 'failed' || last.state === 'lost')
  return {
    running,
    shown: running ?? (matters && last.id !== closed ? last : undefined),
    followed,
    own,
    cancelling: running !== undefined && running.id === stopped,
    refused: asking.error,
    begin: (command) => {
      // Pressed twice, it would be refused because of itself.
      if (!asking.isPending) asking.mutate(() => beginJob(command))
    },
    cancel: (id) => {
      setStopped(id)
      asking.mutate(() => cancelJob(id))
    },
    best: (id) => asking.mutate(() => askForBest(id)),
    close: () => {
      asking.reset()
      if (last !== undefined) setClosed(last.id)
      // The button that closes goes with what it closes.
      document.getElementById('content')?.focus()
    },
  }
}
