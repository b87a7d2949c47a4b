import { splitter } from './csv.ts'

const SEPARATORS = [',', ';', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

export interface SeparatorChoice {
  readonly separator: Separator
  /** Columns of the widest form that most records share, and how many of the records share it. */
  readonly columns: number
  readonly alike: number
  readonly records: number
}

const SAMPLE = 200

/**
 * The separator that cuts most of the first records into the same number (above one) of columns.
 * @param head beginning of the text; its last record may be cut off and does not count unless it is the only one
 */
export function separatorOf(head: string): SeparatorChoice {
  let best: SeparatorChoice | undefined
  for (const separator of SEPARATORS) {
    const widths: number[] = []
    const split = splitter(separator, (cells) => {
      if (widths.length < SAMPLE) widths.push(cells.length)
    })
    split.write(head)
    if (widths.length === 0) split.end()
    const counts = new Map<number, number>()
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
    let columns = 1
    let alike = 0
    for (const [width, count] of counts)
      if (width > 1 && (count > alike || (count === alike && width > columns))) {
        columns = width
        alike = count
      }
    const choice = { separator, columns, alike, records: widths.length }
    if (best === undefined || alike > best.alike || (alike === best.alike && columns > best.columns)) best = choice
  }
  return best as SeparatorChoice
}
