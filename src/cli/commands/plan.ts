import type { Context } from '../context.ts'
import type { WritingFlags } from '../flags.ts'
import { runWriting } from '../writing.ts'

export default async function plan(this: Context, flags: WritingFlags): Promise<void> {
  await runWriting(this, flags, { kind: 'plan' }, (result) => {
    if (result.kind !== 'plan') return undefined
    const { id, granted, need, tours, unchanged } = result.plan
    return unchanged ? this.texts.planUnchanged(id) : this.texts.planned(id, granted, need, tours)
  })
}
