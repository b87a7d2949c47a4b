import type { CommandTexts } from '../messages/commands.ts'

/** Flags that every command has. */
export interface CommonFlags {
  readonly workspace: string
  readonly json: boolean
  readonly lang?: 'es' | 'en'
}

export interface WritingFlags extends CommonFlags {
  readonly job?: string
}

const text = (value: string): string => value

export function commonFlags(t: CommandTexts) {
  return {
    workspace: { kind: 'parsed', parse: text, brief: t.flags.workspace, default: '.', placeholder: 'DIR' },
    json: { kind: 'boolean', brief: t.flags.json, default: false, withNegated: false },
    lang: { kind: 'enum', values: ['es', 'en'], brief: t.flags.lang, optional: true },
  } as const
}

export function writingFlags(t: CommandTexts) {
  return {
    ...commonFlags(t),
    job: { kind: 'parsed', parse: text, brief: t.flags.job, optional: true, placeholder: 'ID' },
  } as const
}

export const ALIASES = { w: 'workspace' } as const
