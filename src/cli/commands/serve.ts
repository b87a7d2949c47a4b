import { existsSync } from 'node:fs'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { monthOf } from '../../model/month.ts'
import { serve } from '../../server/server.ts'
import { makeDemo } from '../demo-workspace.ts'
import type { Context } from '../context.ts'
import type { CommonFlags } from '../flags.ts'
import { talkOn } from '../talk.ts'
import { tellTrouble } from '../trouble.ts'
import { runWriting, wholeNumber } from '../writing.ts'

interface ServeFlags extends CommonFlags {
  readonly port: string
  readonly demo?: string
}

/** The seed and the last month of the country that `npm start` shows. */
const DEMO = { seed: 7, until: monthOf(2025, 12), months: 60, provinces: [] }

export default async function serveCommand(this: Context, flags: ServeFlags): Promise<void> {
  const workspace = flags.demo ?? flags.workspace
  const root = resolve(workspace)
  const talk = talkOn(this)
  try {
    const port = wholeNumber('--port', flags.port, 0, 65_535)
    if (flags.demo !== undefined) {
      if (!existsSync(`${root}/chasqui.yaml`)) {
        await makeDemo(root, flags.lang ?? this.language, DEMO)
        talk.line(this.texts.demoMade(workspace))
        await runWriting(this, { ...flags, workspace, json: false }, { kind: 'stage', stage: 'train' }, () => undefined)
        if (this.exitCode === 130) return
      }
      await runWriting(this, { ...flags, workspace, json: false }, { kind: 'plan' }, (result) =>
        result.kind === 'plan'
          ? this.texts.planned(result.plan.id, result.plan.granted, result.plan.need, result.plan.tours)
          : undefined,
      )
      if (this.exitCode === 130) return
      this.exitCode = 0
    }
    const server = await serve({ root, port, lang: flags.lang ?? this.language })
    talk.line(this.texts.serving(server.url))
    if (flags.json) this.process.stdout.write(`${JSON.stringify({ url: server.url })}\n`)
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    await server.close()
  } catch (error) {
    tellTrouble(this, error)
  }
}
