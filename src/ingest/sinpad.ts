import { type Day, formatDay, monthOfDay, parseDay } from '../model/day.ts'
import type { Fault } from '../model/fault.ts'
import type { Month } from '../model/month.ts'
import { CENSORED, MISSING, OBSERVED, type HazardType, type RegisterMonth } from '../model/observation.ts'
import { Fields } from '../model/row.ts'
import type { ReadDistrict } from './district-reader.ts'
import { hazardGroup, hazardType, isCold } from './hazard.ts'
import { faultOf, type Ledger, type ReadRow } from './ledger.ts'
import type { ObservationList } from './observation-list.ts'
import { type RegisterRows, registerRows } from './register-months.ts'

const COUNTS = ['affected', 'homeless', 'destroyed', 'uninhabitable', 'damaged'] as const

/** The register of emergencies over all its files: one event is id + ubigeo + date, counted once. */
export interface Sinpad {
  /**
   * @param onMonth told of every row with a date: all of them tell how far the register reaches
   * @param onPersons told of affected and homeless of every event that counts
   */
  take(
    row: ReadRow,
    book: Ledger,
    district: ReadDistrict,
    onMonth: (row: ReadRow, month: Month) => void,
    onPersons: (row: ReadRow, code: string, persons: number) => void,
  ): void
  /** Rows set aside, by file and group of hazards. */
  readonly setAside: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Marks what is censored and tells how complete each month is. */
  end(): readonly RegisterMonth[]
}

interface Hazard {
  readonly group: string | undefined
  readonly type: HazardType
  readonly cold: boolean
}

export function sinpadReader(
  list: ObservationList,
  groups: readonly string[],
  onPlace: (code: string, name: string) => void,
): Sinpad {
  const register: RegisterRows = registerRows()
  const seen = new Map<string, string>()
  const setAside = new Map<string, Map<string, number>>()
  const facts: { readonly at: number; readonly date: Day; readonly of: 'events' | 'persons' }[] = []
  const hazards = new Map<string, Hazard>()

  const hazardOf = (text: string): Hazard => {
    let known = hazards.get(text)
    if (known === undefined) {
      known = { group: hazardGroup(text), type: hazardType(text), cold: isCold(text) }
      hazards.set(text, known)
    }
    return known
  }

  return {
    setAside,
    take(row, book, district, onMonth, onPersons) {
      const f = new Fields(row)
      const faults: Fault[] = []
      const date = parseDay(f.text('date').slice(0, 10))
      if (date === undefined && f.raw('date') !== '') f.fault('not-a-day', 'date')
      const id = f.text('id')
      const [affected = 0, homeless = 0, destroyed = 0, uninhabitable = 0, damaged = 0] = COUNTS.map(
        (column) => f.optionalNumber(column) ?? 0,
      )
      const amount = affected + homeless
      const code = district(f.raw('ubigeo'), {
        department: f.raw('department'),
        province: f.raw('province'),
        district: f.raw('district'),
      })
      if (date !== undefined) {
        register.see(date)
        onMonth(row, monthOfDay(date))
      }
      if (!code.ok) faults.push(faultOf(row, code.fault, code.column, code.expected))
      if (date === undefined || !code.ok || f.faults.length > 0) {
        book.reject(row, [...f.faults, ...faults], amount)
        return
      }

      const event = `${id} ${code.code} ${formatDay(date)}`
      const before = seen.get(event)
      if (before !== undefined) {
        book.repeat(row, 'repeated-event', 'id', before, amount)
        return
      }
      seen.set(event, `${row.file}:${row.line}`)
      for (const repair of code.repairs) book.repair(row, repair.code, 'ubigeo', repair.detail)

      const { group, type, cold } = hazardOf(f.raw('hazard'))
      if (group !== undefined && groups.includes(group)) {
        book.setAside(row, 'hazard-set-aside', 'hazard', group, amount)
        const counts = setAside.get(row.file) ?? new Map<string, number>()
        counts.set(group, (counts.get(group) ?? 0) + 1)
        setAside.set(row.file, counts)
        return
      }
      register.count(date, affected + homeless + destroyed + uninhabitable + damaged > 0)
      const suffix = cold ? '_cold' : ''
      const fact = {
        period: date,
        frequency: 'day' as const,
        ubigeo: code.code,
        status: OBSERVED,
        file: row.file,
        row: row.line,
        event,
      }
      const add = (measure: string, value: number, of: 'events' | 'persons'): void => {
        facts.push({ at: list.add({ ...fact, measure, value }), date, of })
      }
      add(`events:${type}`, 1, 'events')
      if (affected > 0) add(`affected${suffix}`, affected, 'persons')
      if (homeless > 0) add(`homeless${suffix}`, homeless, 'persons')
      if (destroyed + uninhabitable > 0) add('houses_lost', destroyed + uninhabitable, 'persons')
      onPlace(code.code, f.raw('district'))
      onPersons(row, code.code, amount)
      book.accept(amount)
    },
    end() {
      const months = register.months('sinpad')
      const byMonth = new Map(months.map((m) => [m.period, m]))
      const codes = { observed: OBSERVED, censored: CENSORED, missing: MISSING } as const
      for (const { at, date, of } of facts) {
        const month = byMonth.get(monthOfDay(date))
        if (month !== undefined) list.setStatus(at, codes[month[of]])
      }
      return months
    },
  }
}
