import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { addMonths, formatMonth } from '../../src/model/month.ts'
import { realTest } from '../real-data.ts'
import { realPanel } from '../real-panel.ts'

realTest('the real register gives the monthly persons and houses of an independently made panel', async (path) => {
  const { panel } = await realPanel(path('peru'))
  expect(panel.series.length).toBe(1891 * 4)
  // The panel made apart: ubigeo, month, complete, events, affected, homeless, houses; without its months cut short.
  const text = gunzipSync(readFileSync(path('peru/demand/derived_sinpad_distrito_mes_2017_2022.csv.gz'))).toString()
  const expected = new Map<string, [persons: number, houses: number, homeless: number]>()
  for (const line of text.trim().split('\n').slice(1)) {
    const [, month = '', whole, , affected, homeless, houses] = line.split(',')
    if (whole !== '1') continue
    const sums = expected.get(month) ?? [0, 0, 0]
    sums[0] += Number(affected) + Number(homeless)
    sums[1] += Number(houses)
    sums[2] += Number(homeless)
    expected.set(month, sums)
  }
  const found = new Map<string, [number, number, number]>()
  panel.series.forEach(({ product }, s) => {
    for (let t = 0; t < panel.months; t++) {
      const month = formatMonth(addMonths(panel.first, t))
      const sums = found.get(month) ?? [0, 0, 0]
      const quantity = panel.quantity[s * panel.months + t]!
      // Kits serve five persons.
      if (product === 'food' || product === 'warm-clothing') sums[0] += 5 * quantity
      if (product === 'shelter') sums[1] += quantity
      if (product === 'hygiene') sums[2] += 5 * quantity
      found.set(month, sums)
    }
  })
  // 71 months from January 2017 to November 2022 but December 2021, which is cut short.
  expect(expected.size).toBe(70)
  // That panel counts the event labelled EPIDEMIA DENGUE of May 2022, 193 persons; epidemics are set aside here.
  expected.get('2022-05')![0] -= 193
  const rounded = [...expected.keys()].map((month) => [month, ...found.get(month)!.map((x) => Math.round(x))])
  expect(rounded).toEqual([...expected].map(([month, sums]) => [month, ...sums]))
})
