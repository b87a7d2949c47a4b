import { stat } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { InputError } from '../model/input-error.ts'
import { readGeneration } from '../workspace/generation.ts'
import {
  CURRENT_PLAN,
  DECISIONS_FILE,
  POINTER_FILE,
  RAW_FOLDER,
  RUNS_FILE,
  SETTINGS_FILE,
  within,
} from '../workspace/layout.ts'
import { rawFiles } from '../workspace/raw-files.ts'
import { eventStreams } from './event-streams.ts'

const POLL_MS = 1000
/** A comment now and then keeps proxies and sleeping laptops from dropping the stream unnoticed. */
const HEARTBEAT_MS = 15_000

/** Changes whenever a result or anything a stage is made from does; sizes and times only, so that asking costs nothing. */
async function signature(root: string): Promise<string> {
  const raw = await rawFiles(root).catch(() => [])
  const files = [POINTER_FILE, RUNS_FILE, CURRENT_PLAN, SETTINGS_FILE, DECISIONS_FILE]
  const times = [...files, ...raw.map((name) => `${RAW_FOLDER}/${name}`)].map((file) =>
    stat(within(root, file)).then(
      (s) => `${file} ${s.size} ${s.mtimeMs} ${s.ino}`,
      () => `${file} -`,
    ),
  )
  return (await Promise.all(times)).join('\n')
}

/** The generation, and how fresh each stage is; or, without an id, what a person has to mend before that can be told. */
async function present(root: string): Promise<{ readonly id: string | undefined; readonly states: string }> {
  try {
    const { id, stages } = await readGeneration(root)
    return { id, states: JSON.stringify(stages) }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { id: undefined, states: JSON.stringify([error.code, error.details, error.items]) }
  }
}

/**
 * `GET /api/events`: server-sent events, one `generation` whenever results change on disk, one `stages` when only the state of
 * a stage did (a run failed, a raw file or the settings changed). The id of an event is the generation, so a
 * client that comes back with `Last-Event-ID` hears at once whether it missed one.
 */
export function serveEvents(app: FastifyInstance, root: string): void {
  const begin = eventStreams(app)

  app.get(
    '/api/events',
    { exposeHeadRoute: false, schema: { summary: 'Server-sent events: results changed' } },
    async (request, reply) => {
      const raw = begin(reply, 2000)
      let seen = ''
      let told = request.headers['last-event-id']
      let states = ''
      let beat = Date.now()
      let busy = false
      const tell = async () => {
        const now = await signature(root)
        if (now === seen) {
          if (Date.now() - beat <= HEARTBEAT_MS) return
          raw.write(':\n\n')
        } else {
          const { id, states: found } = await present(root)
          seen = now
          const data = `data: ${JSON.stringify({ generation: id ?? null })}\n\n`
          if (id !== undefined && told === undefined) raw.write(`id: ${id}\n\n`)
          else if (id !== undefined && told !== id) raw.write(`id: ${id}\nevent: generation\n${data}`)
          else if (states !== '' && states !== found) raw.write(`event: stages\n${data}`)
          told = id ?? told
          states = found
        }
        beat = Date.now()
      }
      const look = async () => {
        if (busy) return
        busy = true
        await tell().catch(() => raw.end())
        busy = false
      }
      const timer = setInterval(() => void look(), POLL_MS)
      raw.on('close', () => clearInterval(timer))
      await look()
    },
  )
}
