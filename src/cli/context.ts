import type { CommandContext } from '@stricli/core'
import type { Language } from '../messages/format.ts'
import { COMMAND_TEXTS, type CommandTexts } from '../messages/commands.ts'

/** What a command works with: its streams and its language. stdout is data, stderr is talk. */
export interface Context extends CommandContext {
  readonly language: Language
  readonly texts: CommandTexts
  /** Set by a command that ends otherwise than well. */
  exitCode: number
}

export function contextFor(language: Language): Context {
  return { process, language, texts: COMMAND_TEXTS[language], exitCode: 0 }
}

/** `--lang`, else the language of the system where it is English, else Spanish. */
export function languageOf(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const at = args.indexOf('--lang')
  const asked = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length)
  if (asked === 'es' || asked === 'en') return asked
  const system = environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? ''
  return system.toLowerCase().startsWith('en') ? 'en' : 'es'
}
