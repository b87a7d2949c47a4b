import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { MapLevel } from '../../src/api/fields.ts'
import type { ForecastResponse, NodesResponse } from '../../src/api/forecast.ts'
import type { Job, JobCommand, JobsResponse } from '../../src/api/jobs.ts'
import type { ExperimentsResponse, ModelResponse } from '../../src/api/model.ts'
import type { PanoramaResponse } from '../../src/api/panorama.ts'
import type { Problem } from '../../src/api/problem.ts'
import type { WhyResponse } from '../../src/api/why.ts'
import type { OutlineResponse, WorkspaceResponse } from '../../src/api/workspace.ts'

/** The server answered, but not with a result. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

async function get<T>(path: string, query: Readonly<Record<string, string | undefined>> = {}): Promise<T> {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const search = new URLSearchParams(given).toString()
  return answerOf(
    await fetch(search === '' ? path : `${path}?${search}`, {
      headers: { 'accept-language': document.documentElement.lang },
    }),
  )
}

async function answerOf<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T
  throw new ProblemError((await response.json()) as Problem)
}

/** Asks the server for a change. */
async function ask<T>(method: 'POST' | 'DELETE', path: string, body: object = {}): Promise<T> {
  return answerOf(
    await fetch(path, {
      method,
      headers: { 'accept-language': document.documentElement.lang, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
}

/** Besides focus and the server's events: a plan made while neither came through is seen within this time. */
const REFETCH_MS = 30_000

export const workspaceQuery = queryOptions({
  queryKey: ['workspace'],
  queryFn: () => get<WorkspaceResponse>('/api/workspace'),
  refetchInterval: REFETCH_MS,
})

export const outlineQuery = queryOptions({
  queryKey: ['outline'],
  queryFn: () => get<OutlineResponse>('/api/outline'),
  staleTime: Number.POSITIVE_INFINITY,
})

export const panoramaQuery = (product: string | undefined, level: MapLevel | undefined) =>
  queryOptions({
    queryKey: ['panorama', product, level],
    queryFn: () => get<PanoramaResponse>('/api/panorama', { product, level }),
    refetchInterval: REFETCH_MS,
    placeholderData: keepPreviousData,
  })

export const forecastQuery = (ubigeo: string, product: string | undefined) =>
  queryOptions({
    queryKey: ['forecast', ubigeo, product],
    queryFn: () => get<ForecastResponse>(`/api/forecast/${ubigeo}`, { product }),
    refetchInterval: REFETCH_MS,
    placeholderData: keepPreviousData,
  })

export const nodesQuery = queryOptions({
  queryKey: ['nodes'],
  queryFn: () => get<NodesResponse>('/api/nodes'),
  staleTime: REFETCH_MS,
})

export const whyQuery = (ubigeo: string, product: string, month: string) =>
  queryOptions({
    queryKey: ['why', ubigeo, product, month],
    queryFn: () => get<WhyResponse>(`/api/places/${ubigeo}/why`, { product, month }),
  })

export const modelQuery = queryOptions({
  queryKey: ['model'],
  queryFn: () => get<ModelResponse>('/api/model'),
  refetchInterval: REFETCH_MS,
})

export const experimentsQuery = queryOptions({
  queryKey: ['experiments'],
  queryFn: () => get<ExperimentsResponse>('/api/experiments'),
})

/** A job that another browser or the command line began is seen within this time. */
const JOBS_MS = 2_000

export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: () => get<JobsResponse>('/api/jobs'),
  refetchInterval: JOBS_MS,
})

export const beginJob = (command: JobCommand): Promise<Job> => ask('POST', '/api/jobs', { command })
export const cancelJob = (id: string): Promise<Job> => ask('DELETE', `/api/jobs/${id}`)
export const askForBest = (id: string): Promise<Job> => ask('POST', `/api/jobs/${id}/best`)

/** Asks again for everything on screen when the server tells of a new generation. */
export function followEvents(client: QueryClient): () => void {
  const events = new EventSource('/api/events')
  // What changed between the first answers and the beginning of the stream would go unseen.
  events.addEventListener('open', () => void client.invalidateQueries({}, { cancelRefetch: false }))
  for (const name of ['generation', 'stages']) events.addEventListener(name, () => void client.invalidateQueries())
  return () => events.close()
}
