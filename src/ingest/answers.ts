import { byText } from '../kernel/order.ts'

/** What a person decided about the files, kept in `decisions.yaml`. Lists are in order and name a file once. */
export interface Answers {
  /** Files to leave out. */
  readonly skip: readonly string[]
  /** Files whose rejected rows a person has seen and accepts: `name`, whatever it holds, or {@link acceptKey}, as it is. */
  readonly accept: readonly string[]
  /** By file, then by `subject` or `subject:column`: the choice. */
  readonly files: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export const NO_ANSWERS: Answers = { skip: [], accept: [], files: {} }

export const namesInOrder = (names: readonly string[]): readonly string[] => [...new Set(names)].sort(byText)

export type ParsedAnswers =
  | { readonly ok: true; readonly value: Answers }
  /** Paths in the document, as `files.demand.csv.decimal`, that hold something else than they should. */
  | { readonly ok: false; readonly faults: readonly string[] }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads what the YAML of `decisions.yaml` holds; an empty document is no answers. */
export function parseAnswers(document: unknown): ParsedAnswers {
  if (document === null || document === undefined) return { ok: true, value: NO_ANSWERS }
  if (!isRecord(document)) return { ok: false, faults: ['.'] }
  const faults: string[] = []

  const names = (key: string): string[] => {
    const value = document[key] ?? []
    if (!Array.isArray(value)) {
      faults.push(key)
      return []
    }
    return value.flatMap((name: unknown, i) => {
      if (typeof name === 'string') return [name]
      faults.push(`${key}.${i}`)
      return []
    })
  }

  const files: Record<string, Record<string, string>> = {}
  const byFile = document['files'] ?? {}
  if (!isRecord(byFile)) faults.push('files')
  else
    for (const [file, answers] of Object.entries(byFile)) {
      if (!isRecord(answers)) {
        faults.push(`files.${file}`)
        continue
      }
      const kept: Record<string, string> = {}
      for (const [key, choice] of Object.entries(answers)) {
        if (typeof choice === 'string' || typeof choice === 'number') kept[key] = String(choice)
        else faults.push(`files.${file}.${key}`)
      }
      files[file] = kept
    }
  for (const key of Object.keys(document)) if (!['skip', 'accept', 'files'].includes(key)) faults.push(key)
  const value = { skip: namesInOrder(names('skip')), accept: namesInOrder(names('accept')), files }
  return faults.length === 0 ? { ok: true, value } : { ok: false, faults }
}

/** A file and its content: the first twelve digits of its SHA-256. */
export const acceptKey = (file: { readonly file: string; readonly sha256: string }): string =>
  `${file.file}#${file.sha256.slice(0, 12)}`

/** The choice of a person for a subject of a file (and one of its columns). */
export const answerTo = (answers: Answers, file: string, subject: string, column = ''): string | undefined => {
  const own = answers.files[file]
  return own === undefined ? undefined : column === '' ? own[subject] : own[`${subject}:${column}`]
}
