import { expect } from 'vitest'
import { fileSource } from '../../src/adapters/codecs.ts'
import { formatMonth } from '../../src/model/month.ts'
import { realTest } from '../real-data.ts'
import { ingestAll } from './country.ts'

const NATIONAL = [
  'geo/michaelsuarez0_ubigeo_inei_2025.csv',
  'geo/jmcastagnetto_ubigeo_distrito.csv',
  'demand/sinpad_emergencias_2017_2023.csv.gz',
]

const read = async (root: string, names: readonly string[]) =>
  ingestAll(await Promise.all(names.map((name) => fileSource(root, name))))

realTest('directory, poverty and register of emergencies are read whole, by the counts known of them', async (path) => {
  const { tables, files, refused, questions, overLimit, findings, decisions } = await read(path('peru'), NATIONAL)
  expect({ refused, questions, overLimit }).toEqual({ refused: [], questions: [], overLimit: [] })
  const counts = Object.fromEntries(
    files.map((f) => [f.source, [f.rows, f.accepted, f.rejected, f.setAside, f.repeated]]),
  )
  expect(counts).toEqual({
    // 1,815 of COVID, 407 of epidemics, 102 of pollution are set aside.
    sinpad: [61_592, 59_268, 0, 2324, 0],
    // 150144 was never created; the old rows of Putumayo and Teniente Manuel Clavero stand beside the new ones.
    poverty: [1893, 1890, 1, 0, 2],
    inei_directory: [1891, 1891, 0, 0, 0],
  })
  const districts = tables.places.filter((p) => p.level === 'district')
  expect(districts.length).toBe(1891)
  expect(districts.reduce((sum, p) => sum + p.population, 0)).toBe(34_350_244)
  expect(tables.places.filter((p) => p.level === 'department').reduce((sum, p) => sum + p.population, 0)).toBe(
    34_350_244,
  )
  expect(districts.every((p) => p.poverty !== null && p.poverty > 0 && p.poverty < 1 && p.access.length > 0)).toBe(true)
  expect(findings.filter((f) => f.code === 'province-mean' && f.column === 'poverty').length).toBe(17)
  expect(
    findings.filter((f) => f.file.includes('sinpad') && f.kind === 'repaired').map((f) => [f.value, f.detail]),
  ).toEqual([['160114', '160803']])
  expect(findings.filter((f) => f.code === 'code-from-names').map((f) => f.detail)).toEqual(['180107'])
  expect(decisions.find((d) => d.subject === 'code-book' && d.file.includes('sinpad'))?.choice).toBe('inei')
  // 5,000 persons in a district of 858. Trujillo's 221,259 of March 2017 are fewer than its people.
  expect(decisions.find((d) => d.subject === 'register-beyond-population')?.evidence).toMatch(
    /rows=113; place=100505; persons=5000; population=858$/,
  )
})

realTest('the last month of the register that is whole for persons is November 2022', async (path) => {
  const { tables } = await read(path('peru'), NATIONAL)
  const short = tables.registers
    .filter((m) => m.persons !== 'observed')
    .map((m) => [formatMonth(m.period), m.events, m.persons])
  // Files cut on 5 December 2021, 21 December 2022 and 14 February 2023; 4 % of January 2023 is counted.
  expect(short).toEqual([
    ['2021-12', 'censored', 'censored'],
    ['2022-12', 'censored', 'censored'],
    ['2023-01', 'observed', 'censored'],
    ['2023-02', 'censored', 'censored'],
  ])
  const whole = tables.registers.filter((m) => m.persons === 'observed')
  expect(formatMonth(whole.at(-1)?.period ?? whole[0]!.period)).toBe('2022-11')
  expect(tables.registers.find((m) => formatMonth(m.period) === '2023-01')?.countedShare).toBeCloseTo(0.043, 3)
})

realTest(
  'sums of the register until November 2022 are those counted apart, hazards set aside left out',
  async (path) => {
    const { tables } = await read(path('peru'), NATIONAL)
    const o = tables.observations
    const sums: Record<string, number> = {}
    for (let i = 0; i < o.length; i++) {
      // 1 December 2022 is day 19,327.
      if ((o.period[i] ?? 0) >= 19_327) continue
      const measure = (o.measure[i] ?? '').replace('_cold', '').replace(/:.*/, '')
      sums[measure] = (sums[measure] ?? 0) + (o.value[i] ?? 0)
    }
    expect(sums).toEqual({ events: 56_513, affected: 4_478_916, homeless: 445_665, houses_lost: 78_905 })
    // Counted apart by the words of the register: as many of cold as of strong winds, by chance.
    const ofType = (type: string): number =>
      o.measure.filter((measure, i) => measure === `events:${type}` && (o.period[i] ?? 0) < 19_327).length
    expect([ofType('cold'), ofType('wind')]).toEqual([5305, 5305])
  },
)

realTest('files of later issues are refused by what they are, with the headers seen', async (path) => {
  const { refused } = await read(path('peru'), [
    'quirks/iiee_lambayeque.xlsx',
    'demand/sinpad_shp_zip/emergencias_2017.zip',
    'quirks/indeci_bd_2003_2025_cabecera_latin1.csv',
    'demand/iras_lambayeque_2010_2023.csv',
    'geo/juaneladio_peru_capital_provincia.geojson',
  ])
  expect(refused.map((r) => r.code)).toEqual(['unknown', 'zip', 'unknown', 'spreadsheet', 'unknown'])
  // The Latin-1 header is shown as it was written.
  expect(refused.find((r) => r.file.includes('indeci'))?.headers[2]).toBe('AÑO')
  expect(refused.find((r) => r.file.includes('indeci'))?.nearest[0]).toEqual({
    source: 'sinpad',
    lacks: ['uninhabitable'],
  })
})
