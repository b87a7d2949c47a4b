import { csvText } from './sheets/csv-text.ts'
import type { Ingested } from '../ingest/ingest.ts'

const COLUMNS = ['kind', 'code', 'file', 'line', 'column', 'value', 'detail'] as const

/** Every doubtful row, one line each. */
export function importCsv(read: Ingested): string {
  return csvText(
    [...COLUMNS],
    read.findings.map((f) => COLUMNS.map((c) => f[c])),
  )
}

/** What the importer understood: files, decisions with their evidence, questions, refusals, findings by kind and code. */
export function importJson(read: Ingested): string {
  const counts = new Map<string, { kind: string; code: string; file: string; count: number; firstLine: number }>()
  for (const f of read.findings) {
    const key = `${f.file} ${f.kind} ${f.code}`
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { kind: f.kind, code: f.code, file: f.file, count: 1, firstLine: f.line })
  }
  const { files, decisions, questions, refused, overLimit } = read
  return `${JSON.stringify({ files, decisions, questions, refused, overLimit, findings: [...counts.values()] }, null, 2)}\n`
}
