import { basename, resolve } from 'node:path'
import { closeDuckDb } from '../../adapters/duckdb.ts'
import { itemSentence } from '../../messages/items.ts'
import { verifyPlan } from '../../workspace/plan-folder.ts'
import type { Context } from '../context.ts'
import type { CommonFlags } from '../flags.ts'
import { tellTrouble } from '../trouble.ts'

export default async function verify(this: Context, flags: CommonFlags, plan?: string): Promise<void> {
  const { stdout, stderr } = this.process
  try {
    const folder = plan?.replace(/[/\\]plan\.json$/, '')
    const elsewhere = folder !== undefined && /[/\\]/.test(folder)
    const root = elsewhere ? resolve(folder, '../..') : resolve(flags.workspace)
    const { id, violations } = await verifyPlan(root, folder === undefined ? undefined : basename(folder))
    if (flags.json) stdout.write(`${JSON.stringify({ plan: id, violations })}\n`)
    else for (const v of violations) stdout.write(`${itemSentence('verification-failed', v, this.language)}\n`)
    stderr.write(
      `${violations.length === 0 ? this.texts.verified(id) : this.texts.violations(id, violations.length)}\n`,
    )
    if (violations.length > 0) this.exitCode = 5
  } catch (error) {
    const trouble = tellTrouble(this, error)
    if (flags.json) stdout.write(`${JSON.stringify(trouble)}\n`)
  } finally {
    await closeDuckDb()
  }
}
