import type { Refusal } from '../model/refusal.ts'
import { type Answers, answerTo } from './answers.ts'
import { type Splitter, splitter } from './csv.ts'
import { countDate, type DateCount, dateCount } from './date-cell.ts'
import { countNumber, type NumberCount, numberCount } from './number-cell.ts'
import { type Mapping, type Recognition, recognise } from './recognise.ts'
import { type Separator, type SeparatorChoice, separatorOf } from './separator.ts'
import { type Codecs, type Source, UnreadableBytes } from './source.ts'
import { openBytes, readText, type TextForm, type Watch } from './text.ts'
import { encodingOf, type Utf8Count, utf8Count } from './utf8.ts'

/** What the first reading of a file saw. */
export interface Survey {
  readonly source: Source
  readonly sha256: string
  readonly form: TextForm
  readonly mark: boolean
  /** Characters above ASCII that are well-formed UTF-8, and bytes that are none. */
  readonly wide: number
  readonly wrong: number
  readonly separator: SeparatorChoice & { readonly separator: Separator }
  readonly headers: readonly string[]
  readonly headerLine: number
  readonly mapping: Mapping
  readonly rows: number
  readonly numbers: ReadonlyMap<string, NumberCount>
  readonly dates: ReadonlyMap<string, DateCount>
  /** How often each `code, department, province, district` occurs, joined by tabs, as written. */
  readonly codes: ReadonlyMap<string, number>
}

export type Surveyed =
  | { readonly ok: true; readonly survey: Survey }
  | { readonly ok: false; readonly refusal: Refusal }

/** Text from which the separator is decided [UTF-16 units]. */
const SAMPLE = 65_536
/** Records among which the headers may stand: titles come before them. */
const TITLE_RECORDS = 10

export const isBlankRecord = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

export const refusal = (file: string, code: Refusal['code'], detail = ''): Refusal => ({
  file,
  code,
  detail,
  headers: [],
  nearest: [],
})

interface Scan {
  write(text: string): boolean
  end(): boolean
  readonly result: () => Omit<Survey, 'source' | 'sha256' | 'form' | 'wide' | 'wrong'> | Refusal
}

/** Looks through the text of one file: separator, headers, and what the cells of each column say about how they are written. */
function scan(file: string, answers: Answers): Scan {
  let sample = ''
  let mark: boolean | undefined
  let choice: SeparatorChoice | undefined
  let split: Splitter | undefined
  const early: { cells: string[]; line: number }[] = []
  let found: { mapping: Mapping; headers: string[]; line: number } | undefined
  let unknown: Extract<Recognition, { known: false }> | undefined
  let rows = 0
  const numbers = new Map<string, NumberCount>()
  const dates = new Map<string, DateCount>()
  const codes = new Map<string, number>()
  let columns: { at: number; see: (cell: string) => void }[] = []
  let codeAt: readonly number[] = []

  const prepare = (mapping: Mapping): void => {
    columns = mapping.table.columns.flatMap(({ name, kind }) => {
      const at = mapping.columns.get(name)
      if (at === undefined) return []
      if (kind === 'number' || kind === 'latitude' || kind === 'longitude') {
        const count = numberCount()
        numbers.set(name, count)
        const max = kind === 'latitude' ? 90 : kind === 'longitude' ? 180 : Infinity
        return [{ at, see: (cell: string) => countNumber(count, cell, max) }]
      }
      if (kind !== 'date') return []
      const count = dateCount()
      dates.set(name, count)
      return [{ at, see: (cell: string) => countDate(count, cell) }]
    })
    codeAt = ['ubigeo', 'department', 'province', 'district'].map((name) => mapping.columns.get(name) ?? -1)
  }

  const see = (cells: readonly string[]): void => {
    if (isBlankRecord(cells)) return
    rows++
    for (const column of columns) column.see((cells[column.at] ?? '').trim())
    if (codeAt[0] === -1) return
    const key = codeAt.map((at) => (at === -1 ? '' : (cells[at] ?? '').trim())).join('\t')
    codes.set(key, (codes.get(key) ?? 0) + 1)
  }

  const settle = (): void => {
    for (const [i, { cells, line }] of early.entries()) {
      const headers = cells.map((cell) => cell.trim())
      const seen = recognise(headers, (subject, column) => answerTo(answers, file, subject, column))
      if (seen.known) {
        found = { mapping: seen.mapping, headers, line }
        prepare(seen.mapping)
        for (const later of early.slice(i + 1)) see(later.cells)
        break
      }
      if (unknown === undefined) unknown = seen
    }
  }

  const onRecord = (cells: string[], line: number): void => {
    if (found !== undefined) see(cells)
    else if (early.length < TITLE_RECORDS) {
      if (isBlankRecord(cells)) return
      early.push({ cells, line })
      if (early.length === TITLE_RECORDS) settle()
    }
  }

  const begin = (): boolean => {
    choice = separatorOf(sample)
    split = splitter(choice.separator, onRecord)
    return split.write(sample)
  }

  return {
    write(text) {
      if (text === '') return true
      mark ??= text.startsWith('\uFEFF')
      if (split !== undefined) return split.write(text)
      sample += text
      return sample.length < SAMPLE || begin()
    },
    end() {
      if (split === undefined && !begin()) return false
      const whole = split?.end() ?? true
      if (early.length < TITLE_RECORDS) settle()
      return whole
    },
    result() {
      const fault = split?.fault
      if (fault !== undefined) return refusal(file, fault.code, String(fault.line))
      if (early.length === 0 || choice === undefined) return refusal(file, 'empty')
      if (found === undefined)
        return {
          ...refusal(file, 'unknown'),
          headers: early[0]?.cells.map((cell) => cell.trim()).filter((cell) => cell !== '') ?? [],
          nearest: unknown?.nearest ?? [],
        }
      return {
        mark: mark === true,
        separator: choice,
        headers: found.headers,
        headerLine: found.line,
        mapping: found.mapping,
        rows,
        numbers,
        dates,
        codes,
      }
    },
  }
}

/** The first reading. Text that is no UTF-8 is read once more as Windows-1252. */
export async function survey(source: Source, codecs: Codecs, answers: Answers, watch: Watch): Promise<Surveyed> {
  const hash = codecs.sha256()
  const count: Utf8Count = utf8Count()
  let form: TextForm
  let seen = scan(source.name, answers)
  try {
    const opened = await openBytes(source, codecs, (bytes) => {
      hash.update(bytes)
      watch.read(bytes.length)
    })
    if (!opened.readable) return { ok: false, refusal: refusal(source.name, opened.code) }
    form = { gzip: opened.gzip, encoding: opened.container === 'text' ? 'utf-8' : opened.container }
    const decoder = codecs.decoder(form.encoding)
    let going = true
    for await (const chunk of opened.bytes) {
      if (watch.cancelled()) break
      if (form.encoding === 'utf-8') count.update(chunk)
      if (going) going = seen.write(decoder.decode(chunk, false))
    }
    count.end()
    if (going && seen.write(decoder.decode(new Uint8Array(0), true))) seen.end()
    if (form.encoding === 'utf-8' && encodingOf(count) === 'windows-1252') {
      form = { ...form, encoding: 'windows-1252' }
      seen = scan(source.name, answers)
      await readText(source, codecs, form, { ...watch, read: () => {} }, (text) => seen.write(text))
      seen.end()
    }
  } catch (error) {
    if (error instanceof UnreadableBytes) return { ok: false, refusal: refusal(source.name, error.code, error.detail) }
    throw error
  }
  const result = seen.result()
  if ('code' in result) return { ok: false, refusal: result }
  return {
    ok: true,
    survey: { ...result, source, sha256: hash.hex(), form, wide: count.wide, wrong: count.wrong },
  }
}
