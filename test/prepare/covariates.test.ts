import { expect, test } from 'vitest'
import { noteSentence } from '../../src/messages/notes.ts'
import type { CovariateFact, CovariatePanel } from '../../src/model/covariate.ts'
import { HAZARD_TYPES } from '../../src/model/observation.ts'
import { ubigeo } from '../../src/model/ubigeo.ts'
import { covariatePanel, notesOfFacts } from '../../src/prepare/covariates.ts'
import { at, type Fact, facts, place, register } from './facts.ts'

const axis = { first: at('2022-01'), months: 4 }
const none = { facts: [], observations: facts([]), registers: [], places: [] }
/** The first months of a covariate at a place; `undefined` where there is none. */
function row({ series, months, values }: CovariatePanel, covariate: string, code: string, count = 4) {
  const s = series.findIndex((key) => key.covariate === covariate && key.ubigeo === code)
  return s === -1 ? undefined : [...values.subarray(s * months, s * months + count)]
}
const fact = (covariate: string, code: string, period: string, value: number): CovariateFact => ({
  covariate,
  kind: 'known-ahead',
  ubigeo: ubigeo(code),
  period: at(period),
  value,
})

test('Holidays are known ahead, for three years after the last month of demand; those on a Sunday do not count', () => {
  const panel = covariatePanel(none, axis)
  // 2022: January 1 is a Saturday; Holy Thursday and Good Friday are April 14 and 15; May 1 is a Sunday; June 7 and 29; July 23, 28, 29.
  expect(row(panel, 'holidays', '000000', 7)).toEqual([1, 0, 0, 2, 0, 2, 3])
  expect([panel.months, panel.series.length]).toEqual([40, 1])
  const own = covariatePanel({ ...none, facts: [fact('holidays', '000000', '2022-02', 9)] }, axis)
  expect(row(own, 'holidays', '000000')).toEqual([Number.NaN, 9, Number.NaN, Number.NaN])
})

test('Emergencies are counted by type and province; none is 0 where the register is whole, and not known elsewhere', () => {
  const rows: readonly Fact[] = [
    ['2022-01-10', '010101', 'events:rain', 1],
    ['2022-01-11', '010102', 'events:rain', 1],
    ['2022-03-11', '010102', 'events:cold', 1],
    ['2022-03-11', '010102', 'affected', 70],
  ]
  const told = {
    facts: [],
    observations: facts(rows),
    registers: register('2022-01', 'oooh'),
    places: [place('010101'), place('010102'), place('010201'), place('010000')],
  }
  const panel = covariatePanel(told, axis)
  expect(row(panel, 'events_rain', '010100')).toEqual([2, 0, 0, Number.NaN])
  expect(row(panel, 'events_cold', '010100')).toEqual([0, 0, 1, Number.NaN])
  expect(row(panel, 'events_quake', '010200')).toEqual([0, 0, 0, Number.NaN])
  expect(panel.series.length).toBe(2 * HAZARD_TYPES.length + 1)
})

test('Facts of files are kept by place and month; those before demand or three years after it are left out', () => {
  const given = [
    fact('campaign', '010000', '2021-12', 5),
    fact('campaign', '010000', '2022-04', 1),
    fact('campaign', '010000', '2022-12', 2),
    fact('campaign', '010000', '2999-01', 3),
  ]
  const panel = covariatePanel({ ...none, facts: given }, axis)
  const values = row(panel, 'campaign', '010000', 40)!
  expect(values.flatMap((x, t) => (Number.isNaN(x) ? [] : [[t, x]]))).toEqual([
    [3, 1],
    [11, 2],
  ])
  expect(covariatePanel(none, { first: at('2022-01'), months: 0 }).series).toEqual([])
})

test('A file that tells of a type of emergency stands in place of the register for it, whatever its class', () => {
  const rows: readonly Fact[] = [['2022-01-10', '010101', 'events:rain', 1]]
  const told = {
    facts: [fact('events_rain', '000000', '2022-02', 7)],
    observations: facts(rows),
    registers: register('2022-01', 'oooo'),
    places: [place('010101'), place('010000')],
  }
  const panel = covariatePanel(told, axis)
  expect(panel.series.filter((key) => key.covariate === 'events_rain')).toEqual([
    { covariate: 'events_rain', kind: 'known-ahead', ubigeo: '000000' },
  ])
  expect(row(panel, 'events_cold', '010100')).toEqual([0, 0, 0, 0])
})

test('Covariates of files without a number in the months of the panel are told', () => {
  const given = [
    fact('blank', '010000', '2022-02', Number.NaN),
    fact('late', '010000', '2030-02', 4),
    fact('late', '010000', '2021-02', 4),
    fact('known', '010000', '2030-02', 4),
    fact('known', '020000', '2022-02', 0),
  ]
  const panel = covariatePanel({ ...none, facts: given }, axis)
  expect(notesOfFacts(given, panel)).toEqual([
    { code: 'covariates-empty', covariates: ['blank', 'late'], from: axis.first, to: at('2025-04') },
    // Demand ends in April 2022, and what is known ahead is taken for 36 months more.
    {
      code: 'covariate-beyond',
      covariate: 'known',
      values: 1,
      from: at('2030-02'),
      to: at('2030-02'),
      after: at('2025-04'),
    },
  ])
  expect(notesOfFacts(given.slice(4), panel)).toEqual([])
})

test('Values told of months too far after demand are counted, and their months told; those before demand are not asked for', () => {
  const given = [
    fact('campaign', '010000', '1990-01', 1),
    fact('campaign', '010000', '2025-04', 1),
    fact('campaign', '010000', '2025-05', 1),
    fact('campaign', '020000', '2052-05', 0),
    fact('campaign', '020000', '2052-06', Number.NaN),
  ]
  const notes = notesOfFacts(given, covariatePanel({ ...none, facts: given }, axis))
  expect(notes.map((note) => noteSentence(note, 'es'))).toEqual([
    'campaign: 2 valores de 2025-05 a 2052-05 no se usan: se toman hasta 2025-04, tres años después de la demanda. Revisar las fechas del archivo de covariables.',
  ])
  expect(noteSentence(notes[0]!, 'en')).toMatch(/2 values of 2025-05 to 2052-05 are not used/)
})
