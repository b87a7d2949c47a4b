import type { FileSummary, Finding, FindingKind } from '../model/finding.ts'
import { findingSentence } from './findings.ts'
import { count, type Language, percent } from './format.ts'

/** Kinds of doubt told for one file; more are counted in the report. */
const MOST = 5

/** The doubtful rows of one file, alike ones together: how many, and the first of them in full, most first. */
export function doubts(
  findings: readonly Finding[],
  file: string,
  kinds: readonly FindingKind[],
  language: Language,
): readonly string[] {
  const own = findings.filter((f) => f.file === file && kinds.includes(f.kind))
  return [...Map.groupBy(own, (f) => `${f.code} ${f.column}`).values()]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST)
    .map(
      (alike) =>
        `${count(alike.length)} × ${alike
          .slice(0, 1)
          .map((f) => findingSentence(f, language))
          .join('')}`,
    )
}

/** A file with too many rejected rows, and why they were rejected. */
export interface OverLimit extends FileSummary {
  readonly findings: readonly Finding[]
}

export function overLimitSentence(file: OverLimit, language: Language): string {
  const rows = percent(file.rejected / Math.max(1, file.rows))
  const quantity = percent(file.quantityRejected / (file.quantity || 1))
  const head =
    language === 'es'
      ? `${file.file}: ${count(file.rejected)} de ${count(file.rows)} filas (${rows}), ${quantity} de la cantidad`
      : `${file.file}: ${count(file.rejected)} of ${count(file.rows)} rows (${rows}), ${quantity} of the quantity`
  return [head, ...doubts(file.findings, file.file, ['rejected'], language)].join('\n    ')
}
