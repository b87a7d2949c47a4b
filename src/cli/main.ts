import { ExitCode, run } from '@stricli/core'
import { buildChasqui } from './application.ts'
import { contextFor, languageOf } from './context.ts'
import { rootHelp } from './root-help.ts'

const USAGE: readonly number[] = [ExitCode.UnknownCommand, ExitCode.InvalidArgument]

/** Whoever reads our output may stop early (`| head`). */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const args = process.argv.slice(2)
const context = contextFor(languageOf(args, process.env))
const words = args.filter((arg, i) => !arg.startsWith('--lang') && args[i - 1] !== '--lang')
if (words.every((word) => word === '--help' || word === '-h')) process.stdout.write(rootHelp(context.texts))
else {
  await run(buildChasqui(context.texts), args, context)
  const parsed = Number(process.exitCode ?? 0)
  if (context.exitCode !== 0) process.exitCode = context.exitCode
  else if (parsed !== 0) process.exitCode = USAGE.includes(parsed) ? 2 : 1
}
