import {
  type ApplicationText,
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  text_en,
} from '@stricli/core'
import type { CommandTexts } from '../messages/commands.ts'

/** What the parser of the command line says, in our words and language. */
export function usageTexts(t: CommandTexts): ApplicationText {
  const near = (words: readonly string[]): string => words.slice(0, 3).join(', ')
  return {
    ...text_en,
    headers: { ...text_en.headers, ...t.headers },
    keywords: { default: t.defaultWord, separator: t.separatorWord },
    briefs: { ...text_en.briefs, help: t.help, version: t.version },
    noCommandRegisteredForInput: ({ input, corrections }) => t.usage.unknownCommand(input, near(corrections)),
    exceptionWhileParsingArguments: (error) =>
      error instanceof ArgumentScannerError
        ? formatMessageForArgumentScannerError(error, {
            FlagNotFoundError: (e) => t.usage.unknownFlag(e.input, near(e.corrections)),
            AliasNotFoundError: (e) => t.usage.unknownFlag(e.input, ''),
            EnumValidationError: (e) => t.usage.notAllowed(e.externalFlagName, e.input, e.values.join(' | ')),
            UnsatisfiedFlagError: (e) => t.usage.missingValue(e.externalFlagName),
            UnsatisfiedPositionalError: (e) => t.usage.missingArgument(e.placeholder),
            UnexpectedPositionalError: (e) => t.usage.tooMany(e.input),
          })
        : String(error),
  }
}
