import { readFile } from 'node:fs/promises'
import { parse, YAMLParseError } from 'yaml'
import { type Answers, parseAnswers } from '../ingest/answers.ts'
import { InputError } from '../model/input-error.ts'
import { type Override, parseOverrides } from '../model/override.ts'
import { type Params, parseParams } from '../model/params.ts'
import { parseSettings, type Settings } from '../model/settings.ts'
import { isMissing, onPath } from './file-error.ts'
import { DECISIONS_FILE, OVERRIDES_FILE, PARAMS_FILE, SETTINGS_FILE, within } from './layout.ts'

async function readYaml(path: string, code: 'settings' | 'params' | 'decisions' | 'overrides'): Promise<unknown> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw await onPath(path, () => Promise.reject(error)).catch((named: unknown) => named)
  }
  try {
    // Without aliases: they bring circles and a million laughs, and nobody needs them here.
    return parse(text, { maxAliasCount: 0 })
  } catch (error) {
    const line = (error instanceof YAMLParseError && error.linePos?.[0].line) || 1
    throw new InputError(code, { path }, [
      { key: `:${line}`, value: text.split('\n')[line - 1] ?? '', expected: 'YAML' },
    ])
  }
}

/** @throws InputError `no-workspace` when the folder has no settings file, `settings` with every fault of it */
export async function readSettings(root: string): Promise<Settings> {
  const path = within(root, SETTINGS_FILE)
  const file = await readYaml(path, 'settings')
  if (file === undefined) throw new InputError('no-workspace', { path: root })
  const parsed = parseSettings(file)
  if (!parsed.ok) throw new InputError('settings', { path }, parsed.faults)
  return parsed.value
}

/** @throws InputError `params` with every fault of the file; every parameter has its default where it does not exist */
async function readParams(root: string): Promise<Params> {
  const path = within(root, PARAMS_FILE)
  const parsed = parseParams(await readYaml(path, 'params'))
  if (!parsed.ok) throw new InputError('params', { path }, parsed.faults)
  return parsed.value
}

/** What a person has set: how to plan, and how to learn. */
export interface Choices {
  readonly settings: Settings
  readonly params: Params
}

export const readChoices = async (root: string): Promise<Choices> => ({
  settings: await readSettings(root),
  params: await readParams(root),
})

/** A person's answers; none where the file does not exist. */
export async function readAnswers(root: string): Promise<Answers> {
  const path = within(root, DECISIONS_FILE)
  const parsed = parseAnswers((await readYaml(path, 'decisions')) ?? {})
  if (!parsed.ok)
    throw new InputError(
      'decisions',
      { path },
      parsed.faults.map((key) => ({ key })),
    )
  return parsed.value
}

/** A person's corrections of the forecast, in the order of the file; none where it does not exist. @throws InputError `overrides` with every fault */
export async function readOverrides(root: string): Promise<readonly Override[]> {
  const path = within(root, OVERRIDES_FILE)
  const parsed = parseOverrides(await readYaml(path, 'overrides'))
  if (!parsed.ok) throw new InputError('overrides', { path }, parsed.faults)
  return parsed.value
}
