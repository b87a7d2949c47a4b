import { byText } from '../kernel/order.ts'
import type { Decision, Finding, Question } from '../model/finding.ts'
import type { Refusal } from '../model/refusal.ts'
import { evidence } from './evidence.ts'

/** What is said about the files while they are read. */
export interface Notes {
  readonly findings: Finding[]
  readonly decisions: Decision[]
  readonly questions: Question[]
  readonly refused: Refusal[]
  decide(
    file: string,
    subject: string,
    column: string,
    choice: string,
    pairs: Readonly<Record<string, string | number>>,
  ): void
}

export function notes(): Notes {
  const decisions: Decision[] = []
  return {
    findings: [],
    decisions,
    questions: [],
    refused: [],
    decide(file, subject, column, choice, pairs) {
      decisions.push({ file, subject, column, choice, evidence: evidence(pairs) })
    },
  }
}

/** In the order of files, then of lines, then as they were said. */
export const inOrder = <T extends { readonly file: string; readonly line?: number }>(said: readonly T[]): T[] =>
  said.toSorted((a, b) => byText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0))
