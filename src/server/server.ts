import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import type { Language } from '../messages/format.ts'
import { InputError } from '../model/input-error.ts'
import { sendUnchangedBare } from './etag.ts'
import { serveEvents } from './events.ts'
import { guard } from './guard.ts'
import { serveJobs } from './jobs.ts'
import { servePage } from './page.ts'
import { earlyProblems, sendProblems } from './problem.ts'
import { serveResults } from './results.ts'

const HOST = '127.0.0.1'
/** Ports tried after the first choice. */
const TRIES = 50

export interface ServeOptions {
  readonly root: string
  /** First choice; the next free one is taken. */
  readonly port: number
  readonly lang: Language
}

/** HTTP over one workspace: it holds no state, so what a command writes appears with the next request; what changes anything is a command of its own. */
async function buildServer({ root, lang }: ServeOptions): Promise<FastifyInstance> {
  const app = Fastify({ forceCloseConnections: true, ...earlyProblems(lang) })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  guard(app)
  sendProblems(app, lang)
  sendUnchangedBare(app)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Chasqui',
        version: '1',
        description: 'Results of a workspace, and the commands that make them, as jobs.',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(async (scope) => {
    serveResults(scope, root)
    serveEvents(scope, root)
    serveJobs(scope, root, lang)
    scope.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  })
  await servePage(app, lang)
  return app
}

/**
 * Serves a workspace on 127.0.0.1 until `close`, which leaves no open handle.
 * @throws InputError `no-port` when the first choice and the ports after it are taken
 */
export async function serve(options: ServeOptions): Promise<{ readonly url: string; close(): Promise<void> }> {
  for (let port = options.port; port < options.port + TRIES && port < 65_536; port++) {
    const app = await buildServer(options)
    try {
      return { url: await app.listen({ host: HOST, port }), close: () => app.close() }
    } catch (error) {
      await app.close()
      if (!(error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')))
        throw error
    }
  }
  throw new InputError('no-port', { port: options.port, tries: TRIES })
}
