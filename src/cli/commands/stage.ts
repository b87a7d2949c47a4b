import type { StageName } from '../../workspace/stage.ts'
import type { Context } from '../context.ts'
import type { WritingFlags } from '../flags.ts'
import { runWriting } from '../writing.ts'

/** The command of one stage. */
export const stageCommand = (stage: Exclude<StageName, 'import'>) =>
  async function (this: Context, flags: WritingFlags): Promise<void> {
    await runWriting(this, flags, { kind: 'stage', stage }, () => undefined)
  }
