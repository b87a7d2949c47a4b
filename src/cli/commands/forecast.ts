import { resolve } from 'node:path'
import { tableSentence } from '../../messages/table-notes.ts'
import { InputError } from '../../model/input-error.ts'
import type { TableNote } from '../../model/table-note.ts'
import { writeAtomically } from '../../workspace/atomic-file.ts'
import { forecastTable } from '../../workspace/forecast-table.ts'
import type { Context } from '../context.ts'
import type { WritingFlags } from '../flags.ts'
import { talkOn } from '../talk.ts'
import { tellTrouble } from '../trouble.ts'
import { runWriting, wholeNumber } from '../writing.ts'
import { stageCommand } from './stage.ts'

interface ForecastFlags extends WritingFlags {
  readonly model?: string
  readonly table?: string
  readonly horizon?: string
  readonly quantiles?: string
  readonly seed?: string
  readonly out?: string
}

const DEFAULT_LEVELS = '0.1,0.2,0.3,0.4,0.5,0.6,0.7,0.8,0.9'
/** Beyond a thousand steps nothing is known. */
const FARTHEST = 1000

function levelsOf(text: string): readonly { readonly level: number; readonly text: string }[] {
  const levels = text.split(',').map((part) => ({ level: Number(part), text: part.trim() }))
  const fit = levels.every(({ level }, i) => level > 0 && level < 1 && (i === 0 || level > (levels[i - 1]?.level ?? 0)))
  if (!fit) throw new InputError('arguments', { flag: '--quantiles', value: text })
  return levels
}

const together = (flag: string, rule: 'needs' | 'only-with' | 'never-with', other: string): InputError =>
  new InputError('flags-together', { flag, rule, other })

/** Without a table: the stage of the workspace, with networks of one's own where they are given. With one: forecasts that table, and no workspace is needed. */
export default async function forecast(this: Context, flags: ForecastFlags): Promise<void> {
  try {
    if (flags.table !== undefined) {
      if (flags.model !== undefined) throw together('--model', 'never-with', '--table')
      await ofTable(this, flags, flags.table)
      return
    }
    for (const name of ['horizon', 'quantiles', 'seed', 'out'] as const) {
      if (flags[name] !== undefined) throw together(`--${name}`, 'only-with', '--table')
    }
  } catch (error) {
    const trouble = tellTrouble(this, error)
    if (flags.json) this.process.stdout.write(`${JSON.stringify(trouble)}\n`)
    return
  }
  if (flags.model === undefined) await stageCommand('forecast').call(this, flags)
  else await runWriting(this, flags, { kind: 'forecast-with', model: resolve(flags.model) }, () => undefined)
}

async function ofTable(context: Context, flags: ForecastFlags, table: string): Promise<void> {
  if (flags.json && flags.out === undefined) throw together('--json', 'needs', '--out')
  const seed = wholeNumber('--seed', flags.seed ?? '1', 0, 4_294_967_295)
  const horizon = wholeNumber('--horizon', flags.horizon ?? '12', 1, FARTHEST)
  const levels = levelsOf(flags.quantiles ?? DEFAULT_LEVELS)
  const talk = talkOn(context)
  const all: TableNote[] = []
  const onNotes = (notes: readonly TableNote[]): void => {
    all.push(...notes)
    for (const note of notes) talk.line(tableSentence(note, context.language))
  }
  const began = performance.now()
  const { csv, series } = await forecastTable(table, horizon, levels, seed, onNotes, (share) =>
    talk.share('forecast', share, (performance.now() - began) / 1000),
  )
  if (flags.out === undefined) context.process.stdout.write(csv)
  else await writeAtomically(resolve(flags.out), csv)
  const figures = context.texts.tableDone(series, horizon, flags.out ?? '')
  talk.line(`${figures} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  if (flags.json) context.process.stdout.write(`${JSON.stringify({ out: flags.out, series, horizon, notes: all })}\n`)
}
