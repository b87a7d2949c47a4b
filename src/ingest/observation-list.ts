import type { Day } from '../model/day.ts'
import type { Observations } from '../model/observation.ts'

/** Observations as they are collected. */
export interface ObservationList {
  /** @returns the index of the observation */
  add(o: {
    readonly period: Day
    readonly frequency: 'day' | 'month'
    readonly ubigeo: string
    readonly measure: string
    readonly value: number
    readonly status: number
    readonly file: string
    readonly row: number
    readonly event: string | null
  }): number
  setStatus(at: number, status: number): void
  done(): Observations
}

export function observationList(): ObservationList {
  const period: number[] = []
  const frequency: ('day' | 'month')[] = []
  const ubigeo: string[] = []
  const measure: string[] = []
  const value: number[] = []
  const status: number[] = []
  const file: number[] = []
  const row: number[] = []
  const event: (string | null)[] = []
  const files = new Map<string, number>()
  return {
    add(o) {
      let at = files.get(o.file)
      if (at === undefined) {
        at = files.size
        files.set(o.file, at)
      }
      period.push(o.period)
      frequency.push(o.frequency)
      ubigeo.push(o.ubigeo)
      measure.push(o.measure)
      value.push(o.value)
      status.push(o.status)
      file.push(at)
      row.push(o.row)
      event.push(o.event)
      return period.length - 1
    },
    setStatus(at, to) {
      status[at] = to
    },
    done: () => ({
      length: period.length,
      period: Int32Array.from(period),
      frequency,
      ubigeo,
      measure,
      value: Float64Array.from(value),
      status: Uint8Array.from(status),
      file: Uint16Array.from(file),
      files: [...files.keys()],
      row: Int32Array.from(row),
      event,
    }),
  }
}
