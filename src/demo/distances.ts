import type { Province } from '../gazetteer/province.ts'
import { firstDay, formatDay, lastDay } from '../model/day.ts'
import { addMonths, calendarMonth, type Month } from '../model/month.ts'
import type { Cells } from './csv.ts'

/**
 * Measured ways between provinces: kilometres about those of the real roads and rivers, hours assumptions. Each is longer than the straight
 * line between any two points of its ends. Two are cut: the track to Atalaya in the rains, the Carretera Central by a landslide.
 */
const WAYS = [
  { from: '150100', to: '120100', mode: 'road', km: 298, minutes: 450, cut: 'landslide' },
  { from: '120600', to: '250200', mode: 'road', km: 205, minutes: 720, cut: 'rains' },
  { from: '010100', to: '060100', mode: 'road', km: 335, minutes: 690, cut: '' },
  { from: '250100', to: '160600', mode: 'river', km: 240, minutes: 1080, cut: '' },
  { from: '160100', to: '160500', mode: 'river', km: 260, minutes: 1200, cut: '' },
] as const

/** The first of the next months that is January, so that the rains are those of the season to come. */
function nextJanuary(until: Month): Month {
  let month = addMonths(until, 1)
  while (calendarMonth(month) !== 1) month = addMonths(month, 1)
  return month
}

export function distanceRows(until: Month, provinces: readonly Province[]): readonly Cells[] {
  const here = new Set(provinces.map((p) => p.ubigeo))
  const january = nextJanuary(until)
  const soon = firstDay(addMonths(until, 1))
  return WAYS.filter((way) => here.has(way.from) && here.has(way.to)).map((way) => {
    const [from, until_] =
      way.cut === 'rains'
        ? [formatDay(firstDay(january)), formatDay(lastDay(addMonths(january, 2)))]
        : way.cut === 'landslide'
          ? [formatDay((soon + 9) as typeof soon), formatDay((soon + 13) as typeof soon)]
          : ['', '']
    return {
      record: 'distance',
      from: way.from,
      to: way.to,
      mode: way.mode,
      km: way.km,
      minutes: way.minutes,
      closed_from: from,
      closed_until: until_,
    }
  })
}
