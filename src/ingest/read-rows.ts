import { splitter } from './csv.ts'
import { faultOf, type Ledger, type ReadRow } from './ledger.ts'
import type { Codecs } from './source.ts'
import { isBlankRecord, type Survey } from './survey.ts'
import { readText, type Watch } from './text.ts'

/**
 * The second reading: every row in canonical cells. A row with more filled cells than headers is rejected, because nobody can tell which
 * cell belongs where; one with fewer is read as if the missing ones were blank, and that is said.
 */
export async function readRows(
  survey: Survey,
  book: Ledger,
  codecs: Codecs,
  watch: Watch,
  onRow: (row: ReadRow) => void,
): Promise<void> {
  const file = survey.source.name
  const width = survey.headers.length
  const columns = [...book.reading.columns].map(([name, { at, remember, canonical }]) => ({
    name,
    at,
    canonical: remember ? memo(canonical) : canonical,
  }))
  const damaged = survey.wrong > 0 && survey.form.encoding === 'utf-8'

  const split = splitter(survey.separator.separator, (written, line) => {
    if (line <= survey.headerLine || isBlankRecord(written)) return
    const cells: Record<string, string> = {}
    for (const column of columns) cells[column.name] = column.canonical((written[column.at] ?? '').trim())
    const row: ReadRow = { file, line, cells, written }
    if (written.length > width && !isBlankRecord(written.slice(width))) {
      book.reject(row, [faultOf(row, 'ragged-row', '', `${written.length} / ${width}`)])
      return
    }
    if (written.length < width) book.repair(row, 'ragged-row', '', `${written.length} / ${width}`)
    if (damaged)
      for (const column of columns)
        if (written[column.at]?.includes('\uFFFD')) book.repair(row, 'bad-bytes', column.name, '')
    onRow(row)
  })
  await readText(survey.source, codecs, survey.form, watch, (text) => split.write(text))
  split.end()
}

function memo(canonical: (cell: string) => string): (cell: string) => string {
  const known = new Map<string, string>()
  return (cell) => {
    const seen = known.get(cell)
    if (seen !== undefined) return seen
    const made = canonical(cell)
    if (known.size < 20_000) known.set(cell, made)
    return made
  }
}
