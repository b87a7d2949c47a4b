import { stat } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { readGeneration } from '../workspace/generation.ts'
import { CURRENT_PLAN, POINTER_FILE, RUNS_FILE, within } from '../workspace/layout.ts'

const POLL_MS = 1000
/** A comment now and then keeps proxies and sleeping laptops from dropping the stream unnoticed. */
const HEARTBEAT_MS = 15_000

async function signature(root: string): Promise<string> {
  const times = [POINTER_FILE, RUNS_FILE, CURRENT_PLAN].map((file) =>
    stat(within(root, file)).then(
      (s) => `${s.mtimeMs} ${s.ino}`,
      () => '-',
    ),
  )
  return (await Promise.all(times)).join(' ')
}

/**
 * `GET /api/events`: server-sent events, one `generation` whenever results change on disk, one `stages` when only the state of
 * a stage did (a run failed). The id of an event is the generation, so a
 * client that comes back with `Last-Event-ID` hears at once whether it missed one.
 */
export function serveEvents(app: FastifyInstance, root: string): void {
  const open = new Set<FastifyReply>()

  app.get(
    '/api/events',
    { exposeHeadRoute: false, schema: { summary: 'Server-sent events: results changed' } },
    async (request, reply) => {
      reply.hijack()
      open.add(reply)
      const { raw } = reply
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
      })
      raw.write('retry: 2000\n\n')

      let seen = ''
      let told = request.headers['last-event-id']
      let states = ''
      let beat = Date.now()
      const look = async () => {
        const now = await signature(root)
        if (now === seen) {
          if (Date.now() - beat > HEARTBEAT_MS) raw.write(':\n\n')
          else return
        } else {
          seen = now
          const { id, stages } = await readGeneration(root)
          const present = JSON.stringify(stages)
          if (told === undefined) raw.write(`id: ${id}\n\n`)
          else if (told !== id)
            raw.write(`id: ${id}\nevent: generation\ndata: ${JSON.stringify({ generation: id })}\n\n`)
          else if (states !== '' && states !== present)
            raw.write(`event: stages\ndata: ${JSON.stringify({ generation: id })}\n\n`)
          told = id
          states = present
        }
        beat = Date.now()
      }
      const timer = setInterval(() => void look().catch(() => raw.end()), POLL_MS)
      raw.on('close', () => {
        clearInterval(timer)
        open.delete(reply)
      })
      await look().catch(() => raw.end())
    },
  )

  app.addHook('preClose', async () => {
    for (const { raw } of open) raw.end()
  })
}
