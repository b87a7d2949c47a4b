/**
 * Compares the built-in gazetteer with official lists: `node scripts/check-gazetteer.ts DIR`.
 * DIR holds the districts of INEI's directory of municipalities (`;`, one row per district) and a table of departments
 * with INEI's and RENIEC's codes (`,`). Prints each deviation; exit 1 when there is one, 2 when DIR cannot be read.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { departments } from '../src/gazetteer/department.ts'
import { provinces } from '../src/gazetteer/provinces.ts'
import { successors } from '../src/gazetteer/successor.ts'

const DISTRICTS = 'michaelsuarez0_ubigeo_inei_2025.csv'
const DEPARTMENTS = 'jmcastagnetto_ubigeo_departamento.csv'

const MAX_KM = 15
const MAX_POPULATION_SHARE = 0.15
const MAX_ALTITUDE_M = 50
const MAX_ALTITUDE_SHARE = 0.15

type Row = Readonly<Record<string, string>>

/** Both files are free of quotes; one that is not would be read wrongly, so it is refused. */
function readTable(path: string, separator: string): Row[] {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  if (text.includes('"')) throw new Error(`${path}: quoted cells are not read here`)
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '')
  const names = header.split(separator)
  return lines.map((line) => {
    const cells = line.split(separator)
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

/** Accents, capitals and hyphens differ from list to list. */
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('-', ' ').toLowerCase()

/** [km] on a sphere. */
function distanceKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h))
}

const deviations: string[] = []

function compareCodes(ours: readonly string[], theirs: ReadonlySet<string>, what: string): void {
  for (const code of theirs) if (!ours.includes(code)) deviations.push(`${what} ${code} is missing`)
  for (const code of ours) if (!theirs.has(code)) deviations.push(`${what} ${code} is not in the list`)
  if (new Set(ours).size !== ours.length) deviations.push(`a ${what} code is there twice`)
}

interface Entry {
  readonly ubigeo: string
  readonly name: string
  readonly capital: string
  readonly lat: number
  readonly lon: number
  readonly altitudeM: number
  readonly population: number
}

function compare(ours: Entry, name: string, population: number, capital: Row): void {
  const say = (text: string) => deviations.push(`${ours.ubigeo} ${ours.name}: ${text}`)
  if (plain(ours.name) !== plain(name)) say(`the list calls it ${name}`)
  const town = capital['capital_legal'] ?? ''
  if (plain(ours.capital) !== plain(town)) say(`the capital is ${ours.capital}, in the list ${town}`)
  const km = distanceKm(ours, { lat: Number(capital['latitud']), lon: Number(capital['longitud']) })
  if (!(km <= MAX_KM)) say(`the capital is ${km.toFixed(1)} km away`)
  if (!(Math.abs(ours.population - population) <= MAX_POPULATION_SHARE * population)) {
    say(`population ${ours.population}, in the list ${population}`)
  }
  const altitude = Number(capital['altitud'])
  if (!(Math.abs(ours.altitudeM - altitude) <= Math.max(MAX_ALTITUDE_M, MAX_ALTITUDE_SHARE * altitude))) {
    say(`altitude ${ours.altitudeM} m, in the list ${altitude} m`)
  }
}

function readLists(dir: string): { districts: Row[]; codes: Row[] } {
  try {
    return { districts: readTable(join(dir, DISTRICTS), ';'), codes: readTable(join(dir, DEPARTMENTS), ',') }
  } catch (cause) {
    console.error(String(cause))
    process.exit(2)
  }
}

const dir = process.argv[2]
if (dir === undefined) {
  console.error('usage: node scripts/check-gazetteer.ts DIR')
  process.exit(2)
}
const { districts, codes } = readLists(dir)

const codeOf = (row: Row): string => row['ubigeo'] ?? ''
const byCode = new Map(districts.map((row) => [codeOf(row), row]))
const populationOf = new Map<string, number>()
for (const row of districts) {
  for (const area of [`${codeOf(row).slice(0, 2)}0000`, `${codeOf(row).slice(0, 4)}00`]) {
    populationOf.set(area, (populationOf.get(area) ?? 0) + Number(row['población']))
  }
}
const areas = [...populationOf.keys()]
const departmentCodes = departments.map((department) => department.ubigeo)
const provinceCodes = provinces.map((province) => province.ubigeo)
compareCodes(departmentCodes, new Set(areas.filter((code) => code.endsWith('0000'))), 'department')
compareCodes(provinceCodes, new Set(areas.filter((code) => !code.endsWith('0000'))), 'province')

// INEI gives the district of a province's capital the number 01, and the province of a department's capital too.
for (const department of departments) {
  const capital = byCode.get(`${department.ubigeo.slice(0, 2)}0101`)
  const population = populationOf.get(department.ubigeo)
  if (capital !== undefined && population !== undefined) {
    compare(department, capital['departamento'] ?? '', population, capital)
  }
  const reniec = codes.find((row) => row['inei'] === department.ubigeo)?.['reniec']?.slice(0, 2)
  if (reniec !== department.reniec) {
    deviations.push(`${department.ubigeo} ${department.name}: RENIEC ${department.reniec}, in the list ${reniec}`)
  }
}
for (const province of provinces) {
  const capital = byCode.get(`${province.ubigeo.slice(0, 4)}01`)
  const population = populationOf.get(province.ubigeo)
  if (capital !== undefined && population !== undefined) {
    compare(province, capital['provincia'] ?? '', population, capital)
  } else if (population !== undefined) {
    deviations.push(`${province.ubigeo} ${province.name}: the list has no district of its capital`)
  }
}
for (const [old, now] of successors) {
  if (byCode.has(old)) deviations.push(`successor of ${old}: the list still has the old code`)
  if (!byCode.has(now)) deviations.push(`successor of ${old}: the list does not have ${now}`)
}

for (const deviation of deviations) console.log(deviation)
console.log(`${departments.length} departments, ${provinces.length} provinces, ${deviations.length} deviations`)
process.exitCode = deviations.length === 0 ? 0 : 1
