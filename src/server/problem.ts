import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify'
import type { Problem } from '../api/problem.ts'
import type { Language } from '../messages/format.ts'
import { inputSentence } from '../messages/inputs.ts'
import { itemSentence } from '../messages/items.ts'
import { type QueryFault, queryFaultSentence } from '../messages/page-query.ts'
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

const TYPE = 'application/problem+json; charset=utf-8'

type Wrong = Pick<Problem, 'status' | 'code' | 'detail' | 'items'>

const documentOf = (wrong: Wrong): string =>
  JSON.stringify({
    type: 'about:blank',
    title: STATUS_CODES[wrong.status] ?? 'Error',
    ...wrong,
  } satisfies Problem)

const send = (reply: FastifyReply, wrong: Wrong): FastifyReply =>
  reply
    .code(wrong.status)
    .removeHeader('etag')
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language')
    .type(TYPE)
    .send(documentOf(wrong))

/** The language asked for, where it is one of ours. */
export function languageOf(request: FastifyRequest, otherwise: Language): Language {
  const asked = /^(es|en)\b/i.exec(request.headers['accept-language'] ?? '')?.[1]?.toLowerCase()
  return asked === 'es' || asked === 'en' ? asked : otherwise
}

function queryFaults(error: FastifyError): readonly QueryFault[] {
  return (error.validation ?? []).map(({ instancePath, params }) => ({
    name: instancePath.slice(1),
    allowed: Array.isArray(params['values']) ? params['values'].map(String) : [],
  }))
}

function wrongOf(error: FastifyError | Error, language: Language): Wrong {
  const sentences = problemSentences[language]
  if (error instanceof ServerProblem) return { status: error.status, code: error.code, detail: sentences[error.code] }
  if (error instanceof InputError)
    return {
      status: 409,
      code: error.code,
      detail: inputSentence(error.code, error.details, language),
      items: error.items.map((item) => itemSentence(error.code, item, language)),
    }
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500
  if (status >= 500) return { status: 500, code: 'fault', detail: sentences.fault }
  if (status === 414) return { status, code: 'too-long', detail: sentences['too-long'] }
  const faults = 'statusCode' in error ? queryFaults(error) : []
  const detail = [sentences['bad-request'], ...faults.map((fault) => queryFaultSentence(fault, language))].join(' ')
  return { status, code: 'bad-request', detail }
}

/** Every error of every route leaves as one problem document; our own mistakes also go to stderr with their stack. */
export function sendProblems(app: FastifyInstance, language: Language): void {
  app.setErrorHandler((error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) => {
    const wrong = wrongOf(error, languageOf(request, language))
    if (wrong.code === 'fault')
      process.stderr.write(`${request.method} ${request.url}\n${error.stack ?? error.message}\n`)
    return send(reply, wrong)
  })
}

/** What is wrong before there is a request or a route for it: an address too long, or one that is none. */
export function earlyProblems(
  language: Language,
): Pick<FastifyServerOptions, 'clientErrorHandler' | 'frameworkErrors'> {
  return {
    clientErrorHandler(error, socket) {
      const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
      const code = status === 431 ? 'too-long' : 'bad-request'
      const body = documentOf({ status, code, detail: problemSentences[language][code] })
      if (socket.writable)
        socket.write(
          `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: ${TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
        )
      socket.destroySoon()
    },
    frameworkErrors(error, request, reply) {
      void send(reply, wrongOf(error, languageOf(request, language)))
    },
  }
}
