import { createReadStream } from 'node:fs'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ForecastParams, ForecastQuery, ForecastResponse, NodesResponse } from '../api/forecast.ts'
import { ExperimentsResponse, ModelResponse } from '../api/model.ts'
import { PanoramaQuery, PanoramaResponse } from '../api/panorama.ts'
import { Problem } from '../api/problem.ts'
import { StageTableParams, StageTableQuery, StageTableResponse, StageTablesResponse } from '../api/stage-table.ts'
import { WhyParams, WhyQuery, WhyResponse } from '../api/why.ts'
import { OutlineResponse, WorkspaceResponse } from '../api/workspace.ts'
import { currentPlan, type Generation, readGeneration } from '../workspace/generation.ts'
import { readExperiments } from '../workspace/reading/experiments.ts'
import { readForecast } from '../workspace/reading/forecast.ts'
import { readModel } from '../workspace/reading/model.ts'
import { readNodes } from '../workspace/reading/nodes.ts'
import { readOutline } from '../workspace/reading/outline.ts'
import { readPanorama } from '../workspace/reading/panorama.ts'
import { readStageTable, readStageTables } from '../workspace/reading/stage-table.ts'
import { readWhy } from '../workspace/reading/why.ts'
import { readWorkspace } from '../workspace/reading/workspace.ts'
import { readSettings } from '../workspace/settings-file.ts'
import { unchanged } from './etag.ts'
import { ServerProblem } from './problem.ts'

const answers = <T extends z.ZodType>(ok: T) => ({
  200: ok,
  304: z.null().meta({ description: 'unchanged since the ETag that was sent' }),
  default: Problem,
})

/** Every result of the workspace as JSON. Each request reads the generation that is current when it comes. */
export function serveResults(server: FastifyInstance, root: string): void {
  const app = server.withTypeProvider<ZodTypeProvider>()

  /** What is read of the current generation; 304 where the client has it already. It depends on the generation and on what reading takes from the settings. */
  const current = async <T>(
    request: FastifyRequest,
    reply: FastifyReply,
    read: (generation: Generation) => Promise<T>,
  ): Promise<T | null> => {
    const generation = await readGeneration(root)
    const { rule, coverage } = await readSettings(root)
    const states = generation.stages.map(({ state }) => state)
    if (!unchanged(request, reply, [generation.id, rule, coverage, states])) return read(generation)
    reply.code(304)
    return null
  }

  const workspace = { summary: 'What the workspace holds and how fresh it is', response: answers(WorkspaceResponse) }
  app.get('/api/workspace', { schema: workspace }, async (request, reply) => {
    const facts = await readWorkspace(root, await readGeneration(root))
    return unchanged(request, reply, [facts]) ? reply.code(304).send(null) : facts
  })

  const outline = { summary: 'Outline of the country', response: answers(OutlineResponse) }
  app.get('/api/outline', { schema: outline }, async (request, reply) => {
    const drawn = readOutline()
    return unchanged(request, reply, [drawn]) ? reply.code(304).send(null) : drawn
  })

  const panorama = {
    summary: 'Need of one product by place',
    querystring: PanoramaQuery,
    response: answers(PanoramaResponse),
  }
  app.get('/api/panorama', { schema: panorama }, (request, reply) =>
    current(request, reply, async (generation) => {
      const result = await readPanorama(root, generation, request.query)
      if (result.status !== 'read') throw new ServerProblem(404, result.status)
      return result.panorama
    }),
  )

  const nodes = { summary: 'The places that have a forecast', response: answers(NodesResponse) }
  app.get('/api/nodes', { schema: nodes }, (request, reply) =>
    current(request, reply, async (generation) => ({ nodes: await readNodes(generation) })),
  )

  const forecast = {
    summary: 'Forecast of one product for one node, with its history and past forecasts',
    params: ForecastParams,
    querystring: ForecastQuery,
    response: answers(ForecastResponse),
  }
  app.get('/api/forecast/:ubigeo', { schema: forecast }, (request, reply) =>
    current(request, reply, async (generation) => {
      const result = await readForecast(root, generation, { ...request.params, ...request.query })
      if (result.status !== 'read') throw new ServerProblem(404, result.status)
      return result.forecast
    }),
  )

  const why = {
    summary: 'Where the numbers of a place come from',
    params: WhyParams,
    querystring: WhyQuery,
    response: answers(WhyResponse),
  }
  app.get('/api/places/:ubigeo/why', { schema: why }, (request, reply) =>
    current(request, reply, async (generation) => {
      const result = await readWhy(root, generation, { ...request.params, ...request.query })
      if (result.status !== 'read')
        throw new ServerProblem(404, result.status === 'unknown' ? 'unknown-number' : result.status)
      return result.why
    }),
  )

  const model = { summary: 'The model in use and how well it does', response: answers(ModelResponse) }
  app.get('/api/model', { schema: model }, (request, reply) => current(request, reply, readModel))

  const experiments = {
    summary: 'Trainings and what came of them, from DVC where the folder is its project',
    response: answers(ExperimentsResponse),
  }
  app.get('/api/experiments', { schema: experiments }, async (request, reply) => {
    const found = await readExperiments(root, await readGeneration(root))
    return unchanged(request, reply, [found]) ? reply.code(304).send(null) : found
  })

  const tables = { summary: 'The tables the stages have written', response: answers(StageTablesResponse) }
  app.get('/api/stages', { schema: tables }, async (request, reply) => {
    const written = await readStageTables(root)
    return unchanged(request, reply, [written]) ? reply.code(304).send(null) : { tables: written }
  })

  const table = {
    summary: 'A page of a table of a stage',
    params: StageTableParams,
    querystring: StageTableQuery,
    response: answers(StageTableResponse),
  }
  app.get('/api/stages/:stage/:table', { schema: table }, (request, reply) =>
    current(request, reply, async (generation) => {
      const page = await readStageTable(root, generation, { ...request.params, ...request.query })
      if (page === undefined) throw new ServerProblem(404, 'unknown-table')
      return page
    }),
  )

  app.get('/api/plan', { schema: { summary: 'plan.json of the verified plan in use' } }, async (request, reply) => {
    const plan = await currentPlan(root)
    if (plan === undefined) throw new ServerProblem(404, 'no-plan')
    if (unchanged(request, reply, [plan.id])) return reply.code(304).send(null)
    return reply.type('application/json; charset=utf-8').send(createReadStream(plan.path))
  })
}
