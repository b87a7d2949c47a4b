import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { nationalWorkspace } from '../../bench/national.ts'
import { query } from '../../src/adapters/duckdb.ts'
import { parsePlan } from '../../src/workspace/plan-schema.ts'
import { chasqui, scratch } from '../cli/chasqui.ts'
import { realTest } from '../real-data.ts'

realTest(
  'INEI, poverty and SINPAD with the demo’s stock give a verified plan for all 1,891 districts',
  async (path) => {
    const root = `${scratch()}/peru`
    nationalWorkspace(root, path('.'))
    const ended = await chasqui('plan', '-w', root)
    expect(ended.code, ended.err).toBe(0)
    expect((await chasqui('verify', '-w', root)).code).toBe(0)

    const table = (name: string) => `read_parquet('${root}/data/${name}.parquet')`
    const districts = await query(
      `SELECT count(DISTINCT ubigeo) AS n FROM ${table('preprocessed_data/forecast')} WHERE right(ubigeo, 2) <> '00'`,
    )
    expect(districts[0]?.['n']).toBe(1891)

    const id = readFileSync(`${root}/plans/current`, 'utf8').trim()
    const read = parsePlan(readFileSync(`${root}/plans/${id}/plan.json`, 'utf8'))
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    const { plan } = read
    // By DATA §4 the last month whose counts of persons are whole is November 2022.
    const months = new Set(plan.needs.map((n) => n.period))
    expect([...months].sort((a, b) => a - b)).toEqual([2022 * 12 + 11, 2023 * 12, 2023 * 12 + 1])
    expect(plan.window.months).toBe(3)
    expect(new Set(plan.coverage.map((c) => c.product)).size).toBe(4)
    expect(plan.routes.tours.length).toBeGreaterThan(50)
    expect(existsSync(`${root}/plans/${id}/routes.xlsx`)).toBe(true)

    // A number can be followed back to its line: the greatest count of affected, 14 March 2017 in Trujillo.
    const [greatest] = await query(
      `SELECT ubigeo, CAST(period AS VARCHAR) AS day, value, file, "row" FROM ${table('processed_data/observations')} WHERE measure = 'affected' ORDER BY value DESC LIMIT 1`,
    )
    const lines = gunzipSync(readFileSync(`${root}/data/raw_data/${greatest?.['file']}`))
      .toString()
      .split('\n')
    const line = lines[Number(greatest?.['row']) - 1] ?? ''
    expect(greatest).toMatchObject({ ubigeo: '130101', day: '2017-03-14', value: 221_259 })
    expect(line).toMatch(/^2017,\d+,14\/03\/2017,.*,130101,LA LIBERTAD,TRUJILLO,.*,221259,/)
  },
)
