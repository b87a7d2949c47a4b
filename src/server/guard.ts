import type { FastifyInstance } from 'fastify'
import { ServerProblem } from './problem.ts'

const SAFE = new Set(['GET', 'HEAD'])

/**
 * Only this machine, only by its own names; a change only for the server's own page. Checking `Host` stops a foreign page that points its own name at
 * 127.0.0.1 (DNS rebinding) from reading the answers; checking `Origin`, which browsers send with every request that is not GET or HEAD, stops a
 * foreign page from asking for a change with a form (CSRF), and so does the type, which no form can have.
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
    if (SAFE.has(request.method)) return
    if (request.is404) {
      reply.header('allow', [...SAFE].join(', '))
      throw new ServerProblem(405, 'read-only')
    }
    const { origin, 'sec-fetch-site': site = 'same-origin' } = request.headers
    if ((origin !== undefined && origin !== `http://${host}`) || site !== 'same-origin')
      throw new ServerProblem(403, 'foreign-origin')
    if (request.method === 'POST' && !/^application\/json\b/.test(request.headers['content-type'] ?? ''))
      throw new ServerProblem(415, 'json-only')
  })
}
