import type { FileInHand } from './first-reading.ts'
import type { ReadRow } from './ledger.ts'
import type { Notes } from './notes.ts'
import type { Progress } from './progress.ts'
import { readRows } from './read-rows.ts'
import { type Codecs, UnreadableBytes } from './source.ts'
import { refusal } from './survey.ts'

/** Converts files in the order in which their tables need each other. */
export interface SecondReading {
  /** Files of these tables, by name. */
  of(...tables: readonly string[]): readonly FileInHand[]
  rows(file: FileInHand, onRow: (row: ReadRow) => void): Promise<void>
  /** Gives a file up after all. */
  refuse(file: FileInHand, code: 'no-equivalence' | UnreadableBytes['code'], detail: string): void
  /** All files but those given up. */
  kept(): readonly FileInHand[]
}

export function secondReading(
  files: readonly FileInHand[],
  codecs: Codecs,
  going: Progress,
  said: Notes,
): SecondReading {
  const lost = new Set<FileInHand>()
  const refuse: SecondReading['refuse'] = (file, code, detail) => {
    said.refused.push(refusal(file.book.file, code, detail))
    lost.add(file)
  }
  return {
    of: (...tables) => files.filter((file) => tables.includes(file.survey.mapping.table.id)),
    async rows(file, onRow) {
      const { source } = file.survey
      if (going.cancelled() || lost.has(file)) return
      try {
        await readRows(file.survey, file.book, codecs, going.watch(source), onRow)
      } catch (error) {
        if (!(error instanceof UnreadableBytes)) throw error
        refuse(file, error.code, error.detail)
      }
      going.done(source)
    },
    refuse,
    kept: () => files.filter((file) => !lost.has(file)),
  }
}
