import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Job, JobEvent, JobOrder, JobParams, JobsResponse } from '../api/jobs.ts'
import { Problem } from '../api/problem.ts'
import type { Language } from '../messages/format.ts'
import { inputSentence } from '../messages/inputs.ts'
import { itemSentence } from '../messages/items.ts'
import { problemSentences } from '../messages/problems.ts'
import type { InputCode } from '../model/input-error.ts'
import { askForBest, type JobFacts, readJob, readJobs } from '../workspace/jobs.ts'
import { eventStreams } from './event-streams.ts'
import { sendJobEvents } from './job-events.ts'
import { languageOf, ServerProblem } from './problem.ts'
import { startJob } from './start-job.ts'

function problemOf(error: JobFacts['error'], language: Language): Job['problem'] {
  if (error === null) return null
  if (error.code === 'fault') return { code: 'fault', detail: problemSentences[language].fault }
  const code = error.code as InputCode
  return {
    code,
    detail: inputSentence(code, error.details, language),
    items: error.items.map((item) => itemSentence(code, item, language)),
  }
}

const jobOf = ({ id, command, at, state, wantsBest, error }: JobFacts, language: Language): Job => ({
  id,
  command,
  at,
  state,
  wantsBest,
  problem: problemOf(error, language),
})

/** Long work that a page asks for: each job is a command in a process of its own, and its file is all there is to know of it. */
export function serveJobs(server: FastifyInstance, root: string, otherwise: Language): void {
  const app = server.withTypeProvider<ZodTypeProvider>()
  const found = (id: string): JobFacts => {
    const job = readJob(root, id)
    if (job === undefined) throw new ServerProblem(404, 'unknown-job')
    return job
  }
  const running = (id: string): JobFacts => {
    const job = found(id)
    if (job.state !== 'running') throw new ServerProblem(409, 'job-over')
    return job
  }
  const answer = (request: FastifyRequest, reply: FastifyReply, job: JobFacts): Job => {
    reply.header('cache-control', 'no-store').header('vary', 'accept-language')
    return jobOf(job, languageOf(request, otherwise))
  }

  const jobs = { summary: 'Jobs of late, running or ended', response: { 200: JobsResponse, default: Problem } }
  app.get('/api/jobs', { schema: jobs }, async (request, reply) => ({
    jobs: readJobs(root).map((job) => answer(request, reply, job)),
  }))

  const begin = {
    summary: 'Begin a command; one at a time',
    body: JobOrder,
    response: { 202: Job, default: Problem },
  }
  app.post('/api/jobs', { schema: begin }, async (request, reply) => {
    const id = await startJob(root, request.body.command)
    return reply.code(202).send(answer(request, reply, found(id)))
  })

  const cancel = {
    summary: 'Cancel a job: the workspace stays as it was before',
    params: JobParams,
    response: { 202: Job, default: Problem },
  }
  app.delete('/api/jobs/:id', { schema: cancel }, async (request, reply) => {
    const job = running(request.params.id)
    if (job.process !== undefined) process.kill(job.process.pid, 'SIGINT')
    return reply.code(202).send(answer(request, reply, job))
  })

  const best = {
    summary: 'Ask a job for the best it has found so far',
    params: JobParams,
    response: { 202: Job, default: Problem },
  }
  app.post('/api/jobs/:id/best', { schema: best }, async (request, reply) => {
    const { id } = running(request.params.id)
    askForBest(root, id)
    return reply.code(202).send(answer(request, reply, found(id)))
  })

  const events = {
    summary: 'Server-sent events: the lines of a job’s file; the id of an event is the number of its line',
    params: JobParams,
    response: {
      200: { description: 'until the job is over', content: { 'text/event-stream': { schema: JobEvent } } },
      204: z.null().meta({ description: 'over, and all of it known' }),
      default: Problem,
    },
  }
  const stream = eventStreams(server)
  app.get('/api/jobs/:id/events', { exposeHeadRoute: false, schema: events }, async (request, reply) => {
    const { id } = request.params
    const { state } = found(id)
    const after = Number.parseInt(String(request.headers['last-event-id'] ?? ''), 10) || 0
    // A browser that comes back for more of what is over is told not to come again.
    if (state !== 'running' && after > 0) return reply.code(204).send(null)
    const raw = stream(reply, 1000)
    await sendJobEvents(raw, root, id, after).catch(() => raw.end())
  })
}
