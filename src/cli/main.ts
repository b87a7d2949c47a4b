import { run } from '@stricli/core'
import { buildChasqui } from './application.ts'
import { contextFor, languageOf } from './context.ts'

const args = process.argv.slice(2)
const context = contextFor(languageOf(args, process.env))
await run(buildChasqui(context.texts), args.length === 0 ? ['--help'] : args, context)
// The parser of the command line ends with codes of its own below zero: all of them are usage.
const parsed = Number(process.exitCode ?? 0)
process.exitCode = context.exitCode !== 0 ? context.exitCode : parsed < 0 || parsed > 128 ? 2 : parsed
