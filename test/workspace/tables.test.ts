import { mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type CovariateKind, NO_COVARIATES } from '../../src/model/covariate.ts'
import { day, firstDay } from '../../src/model/day.ts'
import type { Depot, Lot } from '../../src/model/depot.ts'
import { monthOf } from '../../src/model/month.ts'
import { ubigeo } from '../../src/model/ubigeo.ts'
import { grams, millilitres, packs, seconds } from '../../src/model/units.ts'
import { readCovariates, writeCovariates } from '../../src/workspace/tables/covariates.ts'
import { DEPOTS, LOTS } from '../../src/workspace/tables/supply.ts'
import { readTable, writeTable } from '../../src/workspace/tables/table.ts'
import { scratch } from '../cli/chasqui.ts'

const LOT: Lot = {
  depot: 'A; "x"',
  product: "p'q",
  lot: '=1+1',
  packs: packs(7),
  expires: firstDay(monthOf(2031, 1)),
  arrives: null,
  earmark: '02',
}

test('what is written is what is read: quotes, blanks, 24:00, grams, dates before 1970', async () => {
  const path = `${scratch()}/t.parquet`
  const depot: Depot = {
    id: ' ',
    name: '',
    level: 'regional',
    ubigeo: ubigeo('010101'),
    lat: -6.229_123_456_789,
    lon: -77.87,
    opens: seconds(0),
    closes: seconds(86_400),
    docks: 1,
    loadS: seconds(91),
    parent: null,
    capacityG: grams(1_234_567_891),
    capacityMl: millilitres(1),
  }
  await writeTable(path, DEPOTS, [depot])
  expect(await readTable(path, DEPOTS)).toEqual([depot])
  const lots = [LOT, { ...LOT, expires: day(-1), arrives: day(0), earmark: null }]
  await writeTable(path, LOTS, lots)
  expect(await readTable(path, LOTS)).toEqual(lots)
})

test('a folder named column=value does not replace the column', async () => {
  const folder = `${scratch()}/product=food/Datos [2024] *?`
  mkdirSync(folder, { recursive: true })
  await writeTable(`${folder}/t.parquet`, LOTS, [LOT])
  expect(await readTable(`${folder}/t.parquet`, LOTS)).toEqual([LOT])
})

test('covariates are read as they were written, but for months and rows of which nothing is known', async () => {
  const path = `${scratch()}/t.parquet`
  const nan = Number.NaN
  const key = (covariate: string, kind: CovariateKind, code: string) => ({ covariate, kind, ubigeo: ubigeo(code) })
  await writeCovariates(path, {
    series: [
      key('fair', 'known-ahead', '000000'),
      key('fair', 'known-ahead', '010100'),
      key('sea', 'past-only', '000000'),
    ],
    first: monthOf(2021, 11),
    months: 4,
    values: Float64Array.from([nan, 1, nan, -2.5, nan, nan, nan, nan, nan, 0, 1e-9, nan]),
  })
  expect(await readCovariates(path)).toEqual({
    series: [key('fair', 'known-ahead', '000000'), key('sea', 'past-only', '000000')],
    first: monthOf(2021, 12),
    months: 3,
    values: Float64Array.from([1, nan, -2.5, 0, 1e-9, nan]),
  })
  await writeCovariates(path, NO_COVARIATES)
  expect(await readCovariates(path)).toEqual(NO_COVARIATES)
})

test('whole numbers beyond 32 bits are kept', async () => {
  const path = `${scratch()}/t.parquet`
  const lot = { ...LOT, packs: packs(3_000_000_000) }
  await writeTable(path, LOTS, [lot])
  expect(await readTable(path, LOTS)).toEqual([lot])
})

test('a full disk is told as such', async () => {
  await expect(writeTable('/dev/full', LOTS, [LOT])).rejects.toMatchObject({ code: 'disk-full' })
})
