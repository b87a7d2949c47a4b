import { formatMonth, type Month } from '../model/month.ts'
import { type Answers, answerTo } from './answers.ts'
import { evidence } from './evidence.ts'
import type { ReadRow } from './ledger.ts'
import type { Notes } from './notes.ts'
import type { Reading } from './reading.ts'

/** More empty months than this between one month and the next are more than a pause: a slip of the hand in a year, or another history. */
const PAUSE = 24

/** Rows of one month of a file, and where the first of them stands. */
interface MonthRows {
  readonly month: Month
  readonly line: number
  readonly value: string
  rows: number
}

/** The months of which one file tells. */
export interface FileMonths {
  readonly file: string
  readonly months: ReadonlyMap<Month, MonthRows>
  see(row: ReadRow, month: Month): void
}

/** @param columns those that say when, in our words */
export function fileMonths(file: string, reading: Reading, columns: readonly string[]): FileMonths {
  const months = new Map<Month, MonthRows>()
  const written = columns.flatMap((name) => reading.columns.get(name)?.at ?? [])
  return {
    file,
    months,
    see(row, month) {
      const known = months.get(month)
      if (known !== undefined) known.rows++
      else {
        const cells = written.map((at) => (row.written[at] ?? '').trim()).filter((cell) => cell !== '')
        months.set(month, { month, line: row.line, value: cells.join(' '), rows: 1 })
      }
    },
  }
}

type Run = readonly MonthRows[]

const rowsOf = (run: Run): number => run.reduce((sum, { rows }) => sum + rows, 0)

/** Months in order, cut where more than a pause lies between two. */
function runsOf(months: readonly MonthRows[]): readonly Run[] {
  const runs: MonthRows[][] = []
  for (const one of months.toSorted((a, b) => a.month - b.month)) {
    const run = runs.at(-1)
    if (run !== undefined && one.month - (run.at(-1)?.month ?? one.month) - 1 <= PAUSE) run.push(one)
    else runs.push([one])
  }
  return runs
}

/** The run of most rows, of equals the last: what it tells is not in doubt. */
const mainOf = (runs: readonly Run[]): Run =>
  runs.reduce<Run>((main, run) => (rowsOf(run) >= rowsOf(main) ? run : main), [])

/** Months between the two that are nearest. */
function apart(run: Run, from: Run): number {
  let least = Number.POSITIVE_INFINITY
  for (const a of run) for (const b of from) least = Math.min(least, Math.abs(a.month - b.month))
  return least
}

/**
 * Asks about months that would stretch the history of a source over years of which nobody told: those after today, and those more than two empty years from
 * the rest of their file, or with their whole file from the other files. A month without a row is read as zero, so nothing goes on before a person says so.
 */
export function askFarMonths(files: readonly FileMonths[], thisMonth: Month, answers: Answers, said: Notes): void {
  const ask = (file: string, subject: string, run: Run, why: Readonly<Record<string, string | number>>): void => {
    const [first, last] = [run[0], run.at(-1)]
    if (first === undefined || last === undefined) return
    const [from, to] = [formatMonth(first.month), formatMonth(last.month)]
    const column = from === to ? from : `${from}..${to}`
    const pairs = { line: first.line, value: first.value, rows: rowsOf(run), ...why }
    if (answerTo(answers, file, subject, column) === 'keep')
      said.decide(file, subject, column, 'keep', { by: 'person', ...pairs })
    else said.questions.push({ file, subject, column, choices: ['keep'], evidence: evidence(pairs) })
  }

  const split = files.map(({ file, months }) => {
    const all = [...months.values()]
    const runs = runsOf(all.filter(({ month }) => month <= thisMonth))
    const future = all.filter(({ month }) => month > thisMonth).sort((a, b) => a.month - b.month)
    return { file, future, runs, main: mainOf(runs) }
  })
  const whole = mainOf(runsOf(split.flatMap(({ main }) => main)))
  for (const { file, future, runs, main } of split) {
    // Where the order of day and month is open, so is every month.
    if (said.questions.some((q) => q.file === file && q.subject === 'date-order')) continue
    ask(file, 'future-months', future, { 'this-month': formatMonth(thisMonth) })
    const near = main.some((one) => whole.includes(one)) ? main : whole
    for (const run of runs) {
      const months = apart(run, near)
      if (months > PAUSE + 1) ask(file, 'far-months', run, { 'months-apart': months })
    }
  }
}
