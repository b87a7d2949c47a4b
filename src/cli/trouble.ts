import { exitCodeOf, inputSentence } from '../messages/inputs.ts'
import { itemSentence } from '../messages/items.ts'
import { InputError } from '../model/input-error.ts'
import type { Context } from './context.ts'

/** Items shown one by one; the rest is counted. The JSON result has them all. */
const MOST = 20

/** Says what is wrong, sets the exit code. @returns the same as data */
export function tellTrouble(context: Context, error: unknown): object {
  const { stderr } = context.process
  if (error instanceof InputError) {
    stderr.write(`${inputSentence(error.code, error.details, context.language)}\n`)
    for (const item of error.items.slice(0, MOST))
      stderr.write(`  ${itemSentence(error.code, item, context.language)}\n`)
    if (error.items.length > MOST) stderr.write(`  … ${error.items.length - MOST}\n`)
    context.exitCode = exitCodeOf(error.code)
    return { error: { code: error.code, ...error.details, items: error.items } }
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  stderr.write(`${context.texts.fault}\n${text}\n`)
  context.exitCode = 1
  return { error: { code: 'fault', text } }
}
