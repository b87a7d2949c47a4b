import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { departments } from '../../src/gazetteer/department.ts'
import { findDepartment } from '../../src/gazetteer/lookup.ts'
import { provinces } from '../../src/gazetteer/provinces.ts'
import { successors } from '../../src/gazetteer/successor.ts'
import { realTest } from '../real-data.ts'

const script = join(import.meta.dirname, '../../scripts/check-gazetteer.ts')

function check(dir: string): { status: number | null; lines: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, dir], { encoding: 'utf8' })
  if (status === null || status > 1) throw new Error(stderr)
  return { status, lines: stdout.trimEnd().split('\n') }
}

/** The lists as they would be if the gazetteer were right, a district for each province, changed by `edit`. */
function checkAgainst(edit: (districts: string[][]) => string[][]): { status: number | null; lines: string[] } {
  const header = 'departamento;provincia;distrito;ubigeo;capital_legal;categoría;altitud;población;latitud;longitud'
  const districts = provinces.map(({ ubigeo, name, capital, altitudeM, population, lat, lon }) => {
    const department = findDepartment(ubigeo)?.name ?? ''
    const numbers = [altitudeM, population, lat, lon].map(String)
    return [department, name, capital, `${ubigeo.slice(0, 4)}01`, capital, 'Ciudad', ...numbers]
  })
  const renamed = [...successors.values()]
    .filter((code) => !code.endsWith('01'))
    .map((code) => ['Loreto', 'Putumayo', 'x', code, 'x', 'Pueblo', '100', '0', '0', '0'])
  const codes = departments.map(({ ubigeo, reniec }) => `${ubigeo},${reniec}0000`)
  const dir = mkdtempSync(join(tmpdir(), 'gazetteer-'))
  try {
    const rows = edit([...districts, ...renamed]).map((cells) => cells.join(';'))
    writeFileSync(join(dir, 'michaelsuarez0_ubigeo_inei_2025.csv'), `\uFEFF${[header, ...rows].join('\n')}\n`)
    writeFileSync(join(dir, 'jmcastagnetto_ubigeo_departamento.csv'), ['inei,reniec', ...codes].join('\n'))
    return check(dir)
  } finally {
    rmSync(dir, { recursive: true })
  }
}

/** The list with one cell of one district changed. */
const withCell = (code: string, column: number, value: string) => (districts: string[][]) =>
  districts.map((cells) => (cells[3] === code ? cells.with(column, value) : cells))

realTest("the gazetteer agrees with INEI's directory of municipalities and RENIEC's order", (path) => {
  expect(check(path('peru/geo'))).toEqual({ status: 0, lines: ['25 departments, 196 provinces, 0 deviations'] })
})

test('a list that agrees gives no deviation', () => {
  expect(checkAgainst((districts) => districts)).toEqual({
    status: 0,
    lines: ['25 departments, 196 provinces, 0 deviations'],
  })
})

test('a province that is missing here or there is named', () => {
  const extra = checkAgainst((districts) => [
    ...districts,
    ['Loreto', 'x', 'x', '160901', 'x', 'Villa', '1', '0', '0', '0'],
  ])
  expect(extra).toMatchObject({ status: 1, lines: ['province 160900 is missing', expect.anything()] })
  const lost = checkAgainst((districts) => districts.filter((cells) => cells[3] !== '250401'))
  expect(lost).toMatchObject({ status: 1, lines: ['province 250400 is not in the list', expect.anything()] })
})

test('a capital 0.15° further north (16.7 km) is named, one 0.1° (11.1 km) is not', () => {
  // Iñapari: 10.945° S. It is no department's capital, so that one line is expected.
  expect(checkAgainst(withCell('170301', 8, '-10.795')).lines[0]).toBe('170300 Tahuamanu: the capital is 16.7 km away')
  expect(checkAgainst(withCell('170301', 8, '-10.845')).status).toBe(0)
})

test('an altitude 60 m off is named in the lowlands and passes in the mountains, where 15 % is more', () => {
  // Iñapari 238 m: allowed max(50, 0.15·298 = 44.7) = 50 < 60. Macusani 4311 m: allowed 0.15·4371 = 656 > 60.
  expect(checkAgainst(withCell('170301', 6, '298')).lines[0]).toBe(
    '170300 Tahuamanu: altitude 238 m, in the list 298 m',
  )
  expect(checkAgainst(withCell('210301', 6, '4371')).status).toBe(0)
})

test('a population 20 % off and another name are named', () => {
  // Iñapari's province has 13,047 people; 13,047 ÷ 0.8 ≈ 16,309, of which ours lack 20 %.
  const { status, lines } = checkAgainst((districts) =>
    withCell('170301', 1, 'Tahuamanú del Norte')(withCell('170301', 7, '16309')(districts)),
  )
  expect(status).toBe(1)
  expect(lines).toEqual([
    '170300 Tahuamanu: the list calls it Tahuamanú del Norte',
    '170300 Tahuamanu: population 13047, in the list 16309',
    '25 departments, 196 provinces, 2 deviations',
  ])
})
