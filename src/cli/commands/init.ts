import { resolve } from 'node:path'
import { initWorkspace } from '../../workspace/init.ts'
import type { Context } from '../context.ts'
import type { CommonFlags } from '../flags.ts'
import { talkOn } from '../talk.ts'
import { tellTrouble } from '../trouble.ts'

export default async function init(this: Context, flags: CommonFlags, folder: string): Promise<void> {
  try {
    await initWorkspace(resolve(folder), flags.lang ?? this.language)
    talkOn(this).line(this.texts.initialised(folder))
    if (flags.json) this.process.stdout.write(`${JSON.stringify({ workspace: resolve(folder) })}\n`)
  } catch (error) {
    const trouble = tellTrouble(this, error)
    if (flags.json) this.process.stdout.write(`${JSON.stringify(trouble)}\n`)
  }
}
