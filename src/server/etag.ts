import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Marks an answer so that an unchanged one need not be sent again. @param parts everything the answer depends on besides the address */
export function unchanged(request: FastifyRequest, reply: FastifyReply, parts: readonly unknown[]): boolean {
  const digest = createHash('sha256').update(JSON.stringify([request.url, ...parts]))
  const tag = `"${digest.digest('base64url').slice(0, 22)}"`
  reply.header('etag', tag).header('cache-control', 'no-cache')
  return (request.headers['if-none-match'] ?? '').split(/,\s*/).includes(tag)
}

/** An answer 304 has neither body nor type. */
export function sendUnchangedBare(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply, payload) => {
    if (reply.statusCode !== 304) return payload
    reply.removeHeader('content-type').removeHeader('content-length')
    return null
  })
}
