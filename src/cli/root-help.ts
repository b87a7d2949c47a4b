import type { CommandTexts } from '../messages/commands.ts'

/** What `chasqui --help` prints: first an example, then the commands. */
export function rootHelp(t: CommandTexts): string {
  const table = (rows: readonly (readonly string[])[]): string[] => {
    const width = Math.max(...rows.map(([left = '']) => left.length))
    return rows.map(([left = '', right = '']) => `  ${left.padEnd(width)}  ${right}`)
  }
  return [
    ...table(t.rootExample),
    '',
    t.program,
    '',
    t.headers.commands,
    ...table(Object.entries(t.commands)),
    '',
    t.rootHint,
    '',
  ].join('\n')
}
