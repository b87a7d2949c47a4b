import type { ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply } from 'fastify'

/**
 * Server-sent events of one route, which end with the server.
 * @returns begins the stream of a reply; `retryMs`: after so long a client comes back that lost it
 */
export function eventStreams(app: FastifyInstance): (reply: FastifyReply, retryMs: number) => ServerResponse {
  const open = new Set<ServerResponse>()
  app.addHook('preClose', async () => {
    for (const raw of open) raw.end()
  })
  return (reply, retryMs) => {
    reply.hijack()
    const { raw } = reply
    open.add(raw)
    raw.on('close', () => open.delete(raw))
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
    })
    raw.write(`retry: ${retryMs}\n\n`)
    return raw
  }
}
