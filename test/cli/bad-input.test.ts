import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { provinceWorkspace } from '../workspace/province.ts'
import { snapshot } from '../workspace/snapshot.ts'
import { chasqui, type Ended, start } from './chasqui.ts'

const raw = (root: string, name: string): string => `${root}/data/raw_data/${name}`
const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\r\n')

/** Imports, expects a refusal with this exit code and these words, and the tables as they were. */
async function refused(root: string, code: number, ...words: readonly RegExp[]): Promise<Ended> {
  const tables = () => Object.entries(snapshot(root)).filter(([path]) => !path.startsWith('reports/'))
  const before = tables()
  const ended = await chasqui('import', '-w', root)
  expect(ended.code, ended.err).toBe(code)
  for (const word of words) expect(ended.err).toMatch(word)
  expect(tables()).toEqual(before)
  return ended
}

/** Changes one cell of the first row of a record type in logistics_data.csv. @returns its line */
function spoil(root: string, record: string, column: string, value: string): number {
  const path = raw(root, 'logistics_data.csv')
  const lines = linesOf(path)
  const at = (lines[0] ?? '').replace('\ufeff', '').split(';').indexOf(column)
  const line = lines.findIndex((l) => l.startsWith(`${record};`))
  lines[line] = (lines[line] ?? '').split(';').with(at, value).join(';')
  writeFileSync(path, lines.join('\r\n'))
  return line + 1
}

/** The importer's own list of doubtful rows. */
const findings = (root: string): string => readFileSync(`${root}/reports/import.csv`, 'utf8')

test('an empty file stops the import, by name', async () => {
  const root = await provinceWorkspace()
  writeFileSync(raw(root, 'nada.csv'), '')
  await refused(root, 2, /nada\.csv/, /--skip/)
})

test('a binary file stops the import, by name', async () => {
  const root = await provinceWorkspace()
  writeFileSync(raw(root, 'foto.csv'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3]))
  await refused(root, 2, /foto\.csv/)
})

test('a gzip cut short stops the import, by name', async () => {
  const root = await provinceWorkspace()
  const whole = gzipSync(readFileSync(raw(root, 'social_aid_demand.csv')))
  writeFileSync(raw(root, 'demanda.csv.gz'), whole.subarray(0, whole.length / 2))
  await refused(root, 2, /demanda\.csv\.gz/)
})

test('every file that cannot be used is listed, and --skip leaves them out for good', async () => {
  const root = await provinceWorkspace()
  writeFileSync(raw(root, 'nada.csv'), '')
  writeFileSync(raw(root, 'otra.csv'), 'color;forma\r\nrojo;redondo\r\n')
  await refused(root, 2, /nada\.csv/, /otra\.csv/, /chasqui import --skip "nada\.csv"/)
  expect((await chasqui('import', '-w', root, '--skip', 'nada.csv', '--skip', 'otra.csv')).code).toBe(0)
  expect(readFileSync(`${root}/decisions.yaml`, 'utf8')).toContain('otra.csv')
  expect((await chasqui('import', '-w', root)).err).toContain('sin cambios')
})

test('a wrong extension is read by content, and that is said', async () => {
  const root = await provinceWorkspace()
  writeFileSync(raw(root, 'demanda.txt'), gzipSync(readFileSync(raw(root, 'social_aid_demand.csv'))))
  rmSync(raw(root, 'social_aid_demand.csv'))
  const told = await chasqui('import', '-w', root, '--dry-run')
  expect(told.out).toMatch(/contenido \(gzip\).*demanda\.txt/)
  expect((await chasqui('import', '-w', root)).code).toBe(0)
})

test('an unknown district, a negative quantity: line, column and value are told, the rest is used', async () => {
  const root = await provinceWorkspace()
  const path = raw(root, 'social_aid_demand.csv')
  const lines = linesOf(path)
  const columns = (lines[0] ?? '').replace('\ufeff', '').split(';')
  const change = (line: number, column: string, value: string): void => {
    lines[line - 1] = (lines[line - 1] ?? '').split(';').with(columns.indexOf(column), value).join(';')
  }
  change(3, 'ubigeo', '299901')
  change(5, 'quantity', '-40')
  writeFileSync(path, lines.join('\r\n'))
  const ended = await chasqui('import', '-w', root, '--accept')
  expect(ended.code, ended.err).toBe(0)
  expect(findings(root)).toMatch(/rejected;unknown-district;social_aid_demand\.csv;3;ubigeo;299901/)
  expect(findings(root)).toMatch(/rejected;negative;social_aid_demand\.csv;5;quantity;-40/)
})

test('more than 5 % rejected stops the import until it is accepted', async () => {
  const root = await provinceWorkspace()
  const path = raw(root, 'social_aid_demand.csv')
  const lines = linesOf(path)
  writeFileSync(
    path,
    lines.map((line, i) => (i > 0 && i % 5 === 0 ? line.replace(/;200200;/, ';299901;') : line)).join('\r\n'),
  )
  await refused(root, 4, /social_aid_demand\.csv/, /--accept/)
  // A plan cannot accept: it names the command that can.
  const stopped = await chasqui('plan', '-w', root)
  expect(stopped.code).toBe(4)
  expect(stopped.err).toContain('chasqui import --accept')
  expect(findings(root)).toContain('unknown-district')
  expect((await chasqui('import', '-w', root, '--accept')).code).toBe(0)
  expect((await chasqui('import', '-w', root)).code).toBe(0)
})

test('a mistyped year stops the import by line and value; a person may say that it is right', async () => {
  const root = await provinceWorkspace()
  const path = raw(root, 'social_aid_demand.csv')
  const lines = linesOf(path)
  const typed = (lines[6] ?? '').replace(/^20\d\d-(\d\d)/, '2052-$1')
  const month = typed.slice(0, 7)
  writeFileSync(path, lines.with(6, typed).join('\r\n'))
  const key = `future-months:${month}`
  await refused(root, 3, new RegExp(`social_aid_demand\\.csv: .*${month}.*línea: 7`), new RegExp(`"${key}": keep`))
  writeFileSync(`${root}/decisions.yaml`, `files:\n  social_aid_demand.csv:\n    "${key}": keep\n`)
  expect((await chasqui('import', '-w', root)).code).toBe(0)
})

test('a point outside Peru and one in another department are told by line', async () => {
  for (const [column, value, code] of [
    ['lon', '-60.0', 'outside-peru'],
    ['lat', '-16.4', 'in-another-department'],
  ] as const) {
    const root = await provinceWorkspace()
    const line = spoil(root, 'point', column, value)
    expect((await chasqui('import', '-w', root, '--accept')).code).toBe(0)
    expect(findings(root)).toMatch(new RegExp(`rejected;${code};logistics_data\\.csv;${line};`))
  }
})

test('a folder that may not be written is told, as user nobody', async () => {
  const root = await provinceWorkspace()
  chmodSync(root.slice(0, root.lastIndexOf('/')), 0o755)
  const before = snapshot(root)
  const ended = await start(['plan', '-w', root], { uid: 65_534 }).end
  expect(ended.code, ended.err).toBe(2)
  expect(ended.err).toContain(root)
  expect(ended.err).toMatch(/permiso/)
  expect(snapshot(root)).toEqual(before)
})

/** Plans a workspace whose supply was changed, and returns the plan. */
async function planned(root: string): Promise<{
  readonly allocation: {
    readonly grants: readonly object[]
    readonly shortfalls: readonly { readonly reason: string }[]
  }
  readonly routes: { readonly tours: readonly object[]; readonly unserved: readonly { readonly reason: string }[] }
  readonly needs: readonly object[]
}> {
  const ended = await chasqui('plan', '-w', root)
  expect(ended.code, ended.err).toBe(0)
  expect((await chasqui('verify', '-w', root)).code).toBe(0)
  const id = readFileSync(`${root}/plans/current`, 'utf8').trim()
  return JSON.parse(readFileSync(`${root}/plans/${id}/plan.json`, 'utf8')) as Awaited<ReturnType<typeof planned>>
}

function without(root: string, ...records: readonly string[]): void {
  const path = raw(root, 'logistics_data.csv')
  writeFileSync(
    path,
    linesOf(path)
      .filter((line) => !records.some((record) => line.startsWith(`${record};`)))
      .join('\r\n'),
  )
}

test('without stock the plan is made and verified, everything short and why', async () => {
  const root = await provinceWorkspace()
  without(root, 'lot')
  const plan = await planned(root)
  expect(plan.allocation.grants).toEqual([])
  expect(plan.allocation.shortfalls.length).toBeGreaterThan(0)
  expect(new Set(plan.allocation.shortfalls.map((s) => s.reason))).toEqual(new Set(['no-stock']))
})

test('without a vehicle nothing but reserves moves, and why', async () => {
  const root = await provinceWorkspace()
  without(root, 'fleet')
  const plan = await planned(root)
  expect(plan.routes.tours).toEqual([])
  expect(plan.allocation.shortfalls.map((s) => s.reason)).toContain('no-vehicle')
})

test('products heavier than any vehicle are short or unserved, and why', async () => {
  const root = await provinceWorkspace()
  const path = raw(root, 'logistics_data.csv')
  const lines = linesOf(path)
  const kg = (lines[0] ?? '').replace('\ufeff', '').split(';').indexOf('kg')
  writeFileSync(
    path,
    lines
      .map((line) => (line.startsWith('product;') ? line.split(';').with(kg, '90000').join(';') : line))
      .join('\r\n'),
  )
  const plan = await planned(root)
  expect(plan.routes.tours).toEqual([])
  expect([...plan.allocation.shortfalls, ...plan.routes.unserved].map((x) => x.reason)).toContain('too-heavy')
})

test('zero demand, and no demand at all, give a verified plan without need, and that is told', async () => {
  const root = await provinceWorkspace()
  const path = raw(root, 'social_aid_demand.csv')
  const lines = linesOf(path)
  const quantity = (lines[0] ?? '').replace('\ufeff', '').split(';').indexOf('quantity')
  writeFileSync(
    path,
    lines
      .map((line, i) => (i === 0 || line === '' ? line : line.split(';').with(quantity, '0').join(';')))
      .join('\r\n'),
  )
  expect((await planned(root)).needs).toEqual([])
  rmSync(path)
  const ended = await chasqui('plan', '-w', root)
  expect(ended.code, ended.err).toBe(0)
  expect(ended.err).toMatch(/No hay ningún mes con demanda observada/)
  expect((await chasqui('verify', '-w', root)).code).toBe(0)
})

test('a folder that is no workspace, a second init, a wrong flag: what to do is told', async () => {
  const root = await provinceWorkspace()
  expect((await chasqui('plan', '-w', `${root}/data`)).err).toContain('chasqui init')
  expect((await chasqui('init', root)).code).toBe(2)
  expect((await chasqui('plan', '--wrokspace', root)).err).toContain('workspace')
  copyFileSync(`${root}/chasqui.yaml`, `${root}/chasqui.bak`)
  writeFileSync(`${root}/chasqui.yaml`, 'rule: fair\nmonths: 99\n')
  const ended = await chasqui('plan', '-w', root)
  expect(ended.code).toBe(2)
  expect(ended.err).toMatch(/rule: fair[\s\S]*months: 99/)
})
