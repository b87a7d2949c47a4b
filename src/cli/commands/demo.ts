import { resolve } from 'node:path'
import { InputError } from '../../model/input-error.ts'
import { type Month, parseMonth } from '../../model/month.ts'
import { makeDemo } from '../demo-workspace.ts'
import type { Context } from '../context.ts'
import type { CommonFlags } from '../flags.ts'
import { talkOn } from '../talk.ts'
import { tellTrouble } from '../trouble.ts'
import { wholeNumber } from '../writing.ts'

interface DemoFlags extends CommonFlags {
  readonly seed: string
  readonly until: string
  readonly months: string
  readonly province?: string
}

function monthFlag(flag: string, value: string): Month {
  const month = parseMonth(value)
  if (month === undefined) throw new InputError('arguments', { flag, value })
  return month
}

export default async function demo(this: Context, flags: DemoFlags, folder: string): Promise<void> {
  const root = resolve(folder)
  try {
    await makeDemo(root, flags.lang ?? this.language, {
      seed: wholeNumber('--seed', flags.seed, 0, 4_294_967_295),
      until: monthFlag('--until', flags.until),
      months: wholeNumber('--months', flags.months, 1, 600),
      provinces: flags.province?.split(',') ?? [],
    })
    talkOn(this).line(this.texts.demoMade(folder))
    if (flags.json) this.process.stdout.write(`${JSON.stringify({ workspace: root })}\n`)
  } catch (error) {
    const trouble = tellTrouble(this, error)
    if (flags.json) this.process.stdout.write(`${JSON.stringify(trouble)}\n`)
  }
}
