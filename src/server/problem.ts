import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../api/problem.ts'
import type { Language } from '../messages/format.ts'
import { type ProblemCode, problemSentences } from '../messages/problems.ts'
import { InputError } from '../model/input-error.ts'

/** An answer that is not a result; thrown by a handler, sent as `application/problem+json` (RFC 9457). */
export class ServerProblem extends Error {
  readonly status: number
  readonly code: ProblemCode

  constructor(status: number, code: ProblemCode) {
    super(code)
    this.status = status
    this.code = code
  }
}

function send(reply: FastifyReply, status: number, code: string, detail: string): FastifyReply {
  const problem: Problem = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, code }
  return reply
    .code(status)
    .removeHeader('etag')
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}

/** Every error of every route leaves as one problem document; our own mistakes also go to stderr with their stack. */
export function sendProblems(app: FastifyInstance, language: Language): void {
  const sentences = problemSentences[language]
  app.setNotFoundHandler((_request, reply) => send(reply, 404, 'not-found', sentences['not-found']))
  app.setErrorHandler((error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof ServerProblem) return send(reply, error.status, error.code, sentences[error.code])
    if (error instanceof InputError)
      return send(reply, 409, error.code, `${sentences.workspace} ${Object.values(error.details).join(', ')}`.trim())
    const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500
    if (status < 500) return send(reply, status, 'bad-request', `${sentences['bad-request']} ${error.message}`)
    process.stderr.write(`${request.method} ${request.url}\n${error.stack ?? error.message}\n`)
    return send(reply, 500, 'fault', sentences.fault)
  })
}
