import fc from 'fast-check'
import { expect, test } from 'vitest'
import { notesOfCovariates } from '../../../src/forecast/network/covariate-notes.ts'
import { inputsOf } from '../../../src/forecast/network/batch.ts'
import {
  covariates,
  type KnownAhead,
  type PastOnly,
  writeAhead,
  writePast,
} from '../../../src/forecast/network/covariates.ts'
import { inputNames } from '../../../src/forecast/network/input-names.ts'
import { covariateScale, covariatesOfPlaces } from '../../../src/forecast/network/place-covariates.ts'
import type { CovariateKind, CovariatePanel } from '../../../src/model/covariate.ts'
import { addMonths, monthOf } from '../../../src/model/month.ts'
import { ubigeo } from '../../../src/model/ubigeo.ts'
import { SMALL, smallInput } from './small-panel.ts'

const FIRST = monthOf(2020, 1)
const nan = Number.NaN

const panelOf = (rows: readonly (readonly [string, CovariateKind, string, readonly number[]])[]): CovariatePanel => ({
  series: rows.map(([covariate, kind, place]) => ({ covariate, kind, ubigeo: ubigeo(place) })),
  first: FIRST,
  months: rows[0]![3].length,
  values: Float64Array.from(rows.flatMap(([, , , values]) => values)),
})

/** 10, 11, 12 … of row 0 and 110, 111 … of row 1. */
const ramp = (steps: number): Float32Array =>
  Float32Array.from({ length: 2 * steps }, (_, i) => (i < steps ? 10 + i : 110 + i - steps))

test('A window sees the six months before its origin of the past, and its own steps of what is known ahead', () => {
  const past = covariates('past-only', ['sea'], 12, ramp(12))
  const ahead = covariates('known-ahead', ['campaign'], 15, ramp(15))
  const input = smallInput({ past, ahead, settings: { ...SMALL, lags: 4 } }, 2, 12)
  const { inputs } = inputsOf(input, [1], [8], [0])
  // Columns 7, 6 … 2 of row 1; columns 8, 9, 10.
  expect([...inputs['known']!].slice(-9)).toEqual([117, 116, 115, 114, 113, 112, 118, 119, 120])
  // Before the first month nothing is known.
  expect([...inputsOf(input, [0], [2], [0]).inputs['known']!].slice(-9)).toEqual([11, 10, 0, 0, 0, 0, 12, 13, 14])
  const scales = {
    pastOnly: { names: ['sea'], mean: [], deviation: [] },
    knownAhead: { names: ['campaign'], mean: [], deviation: [] },
  }
  const names = inputNames('count', 4, 3, scales).known
  expect(names.slice(-9)).toEqual([
    ...[1, 2, 3, 4, 5, 6].map((lag) => `sea_before_${lag}`),
    'campaign_1',
    'campaign_2',
    'campaign_3',
  ])
})

test('Leakage is refused by type: what is known of the past alone cannot be read ahead', () => {
  const past: PastOnly = covariates('past-only', ['sea'], 4, ramp(4))
  const ahead: KnownAhead = covariates('known-ahead', ['campaign'], 4, ramp(4))
  const out = new Float32Array(8)
  // @ts-expect-error the past is no plan
  writeAhead(past, 0, 2, 2, out, 0)
  // @ts-expect-error a plan is not read as the past
  writePast(ahead, 0, 2, out, 0)
  // @ts-expect-error its numbers open to no one else
  out.set(past.numbers)
})

test('Whatever comes of a covariate of the past from the origin on changes no input', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 1 }),
      fc.array(fc.float({ noNaN: true }), { minLength: 48, maxLength: 48 }),
      (origin, row, noise) => {
        const known = ramp(24)
        const other = known.map((x, i) => (i % 24 >= origin ? noise[i]! : x))
        const read = (numbers: Float32Array): readonly number[] => {
          const input = smallInput({ past: covariates('past-only', ['sea'], 24, numbers) }, 2, 24)
          return [...inputsOf(input, [row], [origin], [0]).inputs['known']!]
        }
        expect(read(other)).toEqual(read(known))
      },
    ),
  )
})

test('A place has its own covariate, else that of its province, its department, the nation; standardised, the mean where it is not known', () => {
  const panel = panelOf([
    ['sea', 'past-only', '000000', [0, 2, nan, 1000]],
    ['sea', 'past-only', '010000', [0, 0, 2, 2]],
    ['sea', 'past-only', '010200', [2, 0, 0, 2]],
    ['campaign', 'known-ahead', '000000', [1, 0, 0, 1]],
    ['flat', 'past-only', '000000', [3, 3, 3, 3]],
  ])
  const before = addMonths(FIRST, 3)
  const scale = covariateScale(panel, 'past-only', before)
  // asinh of 0 2 | 0 0 2 | 2 0 0: three of eight are a = asinh 2; of variance a² · 3/8 · 5/8. What never changes is left out, and so is 1000: it came later.
  const a = Math.asinh(2)
  const deviation = a * Math.sqrt((3 / 8) * (5 / 8))
  expect(scale.names).toEqual(['sea'])
  expect(scale.mean[0]).toBeCloseTo((3 / 8) * a, 12)
  expect(scale.deviation[0]).toBeCloseTo(deviation, 12)
  const rows = [ubigeo('010201'), ubigeo('010101'), ubigeo('020101')]
  const told = covariatesOfPlaces(panel, 'past-only', scale, rows, FIRST, 4)!
  const out = new Float32Array(6)
  const read = (row: number): readonly number[] => {
    writePast(told, row, 4, out, 0)
    return [...out.subarray(0, 4)]
  }
  const [low, high] = [((-3 / 8) * a) / deviation, ((5 / 8) * a) / deviation]
  expect(read(0)).toEqual([high, low, low, high].map((x) => expect.closeTo(x, 6)))
  expect(read(1)).toEqual([high, high, low, low].map((x) => expect.closeTo(x, 6)))
  // asinh 1000 = 7.6 lies 8.1 deviations above and counts as 5; the third month is not known.
  expect(read(2)).toEqual([5, 0, high, low].map((x) => expect.closeTo(x, 6)))
  expect(covariatesOfPlaces(panel, 'past-only', { names: [], mean: [], deviation: [] }, rows, FIRST, 4)).toBeUndefined()
})

const scaleOf = (...names: readonly string[]) => ({
  names,
  mean: names.map(() => 0),
  deviation: names.map(() => 1),
})
/** Networks told of some covariates, the oldest of which had seen nothing from the fourth month on. */
const toldOf = (pastOnly: readonly string[], knownAhead: readonly string[]) => ({
  scale: { mean: [], deviation: [] },
  pastOnly: scaleOf(...pastOnly),
  knownAhead: scaleOf(...knownAhead),
  vintages: [{ before: addMonths(FIRST, 8) }, { before: addMonths(FIRST, 3) }],
})
const windowAt = (origin: number) => ({ last: addMonths(FIRST, origin - 1), from: addMonths(FIRST, origin), months: 3 })

test('What the networks learned from and is not known for the window, or no longer there in its class, is told', () => {
  const panel = panelOf([
    ['campaign', 'known-ahead', '010000', [1, 0, nan, nan]],
    ['campaign', 'known-ahead', '020000', [1, 0, 1, nan]],
    ['fair', 'past-only', '000000', [1, 0, 1, 0]],
  ])
  const told = [toldOf(['sea', 'fair'], ['campaign'])]
  expect(notesOfCovariates(told, panel, windowAt(2))).toEqual([
    { code: 'covariate-missing', covariate: 'campaign', months: 2 },
    // Four months of the six before lie before the panel.
    { code: 'covariates-late', covariates: ['fair'], months: 4 },
    { code: 'covariates-gone', covariates: ['sea'] },
  ])
  expect(notesOfCovariates([toldOf([], ['fair'])], panel, windowAt(2))).toContainEqual({
    code: 'covariates-gone',
    covariates: ['fair'],
  })
  expect(notesOfCovariates([], panel, windowAt(0))).toEqual([])
})

test('Months before the origin of which no place has a covariate of the past are told, those of the same number together', () => {
  const panel = panelOf([
    ['sea', 'past-only', '000000', [1, 0, 2, 0, 3, nan, nan, nan]],
    ['price', 'past-only', '010000', [1, 0, 2, 0, 3, nan, nan, nan]],
    ['rain', 'past-only', '010000', [1, 0, 2, 0, 3, nan, nan, 4]],
    ['rain', 'past-only', '020000', [1, 0, 2, 0, 3, 5, 2, nan]],
  ])
  const told = [toldOf(['price', 'rain', 'sea'], [])]
  // Of the six months before the eighth, columns 1 to 6, two are not known, and of rain none.
  expect(notesOfCovariates(told, panel, windowAt(7))).toEqual([
    { code: 'covariates-late', covariates: ['price', 'sea'], months: 2 },
  ])
})

test('What files tell and networks are not told is said: it came after training, or never changed before they learned its measure', () => {
  const panel = panelOf([
    ['campaign', 'known-ahead', '000000', [1, nan, 1, nan, 1, 0, 1, 1, 1, 1]],
    ['events_drought', 'past-only', '010000', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['price', 'past-only', '000000', [3, 4, 3, 4, 3, 4, 3, 4, 3, 4]],
  ])
  expect(notesOfCovariates([toldOf([], [])], panel, windowAt(7))).toEqual([
    { code: 'covariates-new', covariates: ['price'] },
    { code: 'covariates-unchanging', covariates: ['campaign'], before: addMonths(FIRST, 3) },
  ])
})

test('A large number that never changes in many places and months varies by no error of rounding', () => {
  const rows = Array.from({ length: 4000 }, (_, i): [string, CovariateKind, string, readonly number[]] => [
    'flat',
    'past-only',
    String(10_101 + i).padStart(6, '0'),
    Array.from({ length: 60 }, () => 123_456_789.123),
  ])
  expect(covariateScale(panelOf(rows), 'past-only', addMonths(FIRST, 60)).names).toEqual([])
})
