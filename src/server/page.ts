import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Language } from '../messages/format.ts'
import { ServerProblem } from './problem.ts'

/** The same place from `src/server` and from `dist/server`. */
const BUILT = fileURLToPath(new URL('../../web/dist/', import.meta.url))

/** Addresses of the page; which part of it is shown, the browser decides. */
const PAGES = ['/', '/pronostico', '/modelo']

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** The page and its files. Anything else that a browser asks for is the page too, which says that there is nothing. The page is read anew each time, so that a rebuilt one needs no restart. */
export async function servePage(app: FastifyInstance, language: Language): Promise<void> {
  await app.register(fastifyStatic, {
    root: `${BUILT}assets`,
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    decorateReply: false,
  })
  const send = async (reply: FastifyReply): Promise<FastifyReply> => {
    const page = await readFile(`${BUILT}index.html`, 'utf8').catch(() => {
      throw new ServerProblem(503, 'page-not-built')
    })
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', policy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(
        page
          .replaceAll('__CSP_NONCE__', nonce)
          .replace('<html lang="es-PE"', `<html lang="${language === 'es' ? 'es-PE' : 'en'}"`),
      )
  }
  for (const path of PAGES) app.get(path, { schema: { hide: true } }, async (_request, reply) => send(reply))
  // A person who mistyped gets the page, which says so; a program gets a problem document.
  app.setNotFoundHandler(async (request, reply) => {
    if (!(request.headers.accept ?? '').includes('text/html')) throw new ServerProblem(404, 'not-found')
    return send(reply.code(404))
  })
}
