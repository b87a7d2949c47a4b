import type { FastifyInstance } from 'fastify'
import { ServerProblem } from './problem.ts'

const SAFE = new Set(['GET', 'HEAD'])

/**
 * Only this machine, only by its own names, only reading. Checking `Host` stops a foreign page that points its own name at
 * 127.0.0.1 (DNS rebinding) from reading the answers.
 */
export function guard(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header('cross-origin-resource-policy', 'same-origin')
      .header('cross-origin-opener-policy', 'same-origin')
    const port = request.socket.localPort
    const host = request.headers.host
    if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) throw new ServerProblem(421, 'wrong-host')
    if (!SAFE.has(request.method)) {
      reply.header('allow', [...SAFE].join(', '))
      throw new ServerProblem(405, 'read-only')
    }
  })
}
