import { resolve } from 'node:path'
import { closeDuckDb } from '../../adapters/duckdb.ts'
import { decisionSentence } from '../../messages/decisions.ts'
import { doubts } from '../../messages/doubts.ts'
import { exitCodeOf } from '../../messages/inputs.ts'
import { readAnswers, readSettings } from '../../workspace/settings-file.ts'
import { readRawFiles, stopOf } from '../../workspace/stages/import.ts'
import type { Context } from '../context.ts'
import type { WritingFlags } from '../flags.ts'
import { tellTrouble } from '../trouble.ts'
import { runWriting } from '../writing.ts'

interface ImportFlags extends WritingFlags {
  readonly dryRun: boolean
  readonly undo: boolean
  readonly accept: boolean
  readonly skip?: readonly string[]
}

export default async function importCommand(this: Context, flags: ImportFlags): Promise<void> {
  if (flags.dryRun) return dryRun(this, flags)
  if (flags.undo) return runWriting(this, flags, { kind: 'undo-import' }, () => this.texts.undone)
  const options = { skip: flags.skip ?? [], accept: flags.accept }
  return runWriting(this, flags, { kind: 'import', options }, () => undefined)
}

/** Tells, file by file, what was understood and with which evidence. */
async function dryRun(context: Context, flags: ImportFlags): Promise<void> {
  const { texts, language } = context
  const { stdout } = context.process
  const root = resolve(flags.workspace)
  try {
    const former = await readAnswers(root)
    const answers = { ...former, skip: [...former.skip, ...(flags.skip ?? [])] }
    const read = await readRawFiles(root, await readSettings(root), answers, () => {})
    const { files, decisions, questions, refused, overLimit } = read
    const stop = stopOf(read)
    if (stop !== undefined) context.exitCode = exitCodeOf(stop.code)
    if (flags.json) {
      stdout.write(`${JSON.stringify({ files, decisions, questions, refused, overLimit })}\n`)
      return
    }
    for (const file of files) {
      stdout.write(`${texts.dryRun.file(file.file, file.source, file.rows)}\n`)
      const { accepted, rejected, repaired, setAside, repeated } = file
      stdout.write(`  ${texts.dryRun.counts(accepted, rejected, repaired, setAside, repeated)}\n`)
      for (const decision of decisions.filter((d) => d.file === file.file))
        stdout.write(`  · ${decisionSentence({ ...decision, file: '' }, language)}\n`)
      for (const doubt of doubts(read.findings, file.file, ['rejected', 'repaired'], language))
        stdout.write(`  ! ${doubt}\n`)
    }
    const named = new Set(files.map((file) => file.file))
    for (const decision of decisions.filter((d) => !named.has(d.file)))
      stdout.write(`· ${decisionSentence(decision, language)}\n`)
    if (stop === undefined) context.process.stderr.write(`${texts.dryRun.nothingChanged(flags.workspace)}\n`)
    else {
      context.process.stderr.write(`${texts.dryRun.wouldStop}\n`)
      tellTrouble(context, stop)
    }
  } catch (error) {
    const trouble = tellTrouble(context, error)
    if (flags.json) stdout.write(`${JSON.stringify(trouble)}\n`)
  } finally {
    await closeDuckDb()
  }
}
