import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chasqui } from '../cli/chasqui.ts'
import { provinceWorkspace } from './province.ts'

test('a distance to a place makes a verified plan, also for points beyond its capital', async () => {
  const root = await provinceWorkspace()
  // The capital lies 119 km from the depot by air, the points up to 132 km.
  writeFileSync(`${root}/data/raw_data/distancias.csv`, 'from;to;mode;km;minutes\nALM-20;200200;road;114;200\n')
  const settings = readFileSync(`${root}/chasqui.yaml`, 'utf8')
  writeFileSync(`${root}/chasqui.yaml`, settings.replace('coverage_quantile: 0.8', 'coverage_quantile: 0.975'))
  const planned = await chasqui('plan', '-w', root)
  expect(planned.code, planned.err).toBe(0)
  const id = readFileSync(`${root}/plans/current`, 'utf8').trim()
  expect(readFileSync(`${root}/plans/${id}/plan.json`, 'utf8')).toContain('"source":"distance-table"')
})
