import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { expect, test } from 'vitest'
import { readGeneration } from '../../src/workspace/generation.ts'
import { chasqui, scratch, start } from '../cli/chasqui.ts'
import { provinceWorkspace } from './province.ts'

const NOBODY = 65_534
const raw = (root: string, name: string): string => `${root}/data/raw_data/${name}`

test('answers count whatever their order: a plan after an import does not import again', async () => {
  const root = await provinceWorkspace()
  for (const name of ['a.csv', 'b.csv']) writeFileSync(raw(root, name), '')
  writeFileSync(`${root}/decisions.yaml`, 'skip: [b.csv, a.csv]\n')
  expect((await chasqui('import', '-w', root)).code).toBe(0)
  const planned = await chasqui('plan', '-w', root)
  expect(planned.code, planned.err).toBe(0)
  expect(planned.err.match(/sin cambios/g)).toHaveLength(1)
})

test('--skip keeps what a person wrote into decisions.yaml, comments and all', async () => {
  const root = await provinceWorkspace()
  for (const name of ['a.csv', 'b.csv']) writeFileSync(raw(root, name), '')
  const written = '# decided in March\nskip:\n  - b.csv # copy of a.csv\nfiles: {} # none yet\n'
  writeFileSync(`${root}/decisions.yaml`, written)
  expect((await chasqui('import', '-w', root, '--skip', 'a.csv')).code).toBe(0)
  expect(readFileSync(`${root}/decisions.yaml`, 'utf8')).toBe(
    '# decided in March\nskip:\n  - b.csv # copy of a.csv\n  - a.csv\nfiles: {} # none yet\n',
  )
})

test('a linked file and a linked folder are read like others, in a circle too; hidden folders are not', async () => {
  const root = await provinceWorkspace()
  const elsewhere = scratch()
  const demand = raw(root, 'social_aid_demand.csv')
  mkdirSync(`${elsewhere}/año 2024`)
  renameSync(demand, `${elsewhere}/año 2024/pedidos de ayuda.csv`)
  renameSync(raw(root, 'delivery_routes.csv'), `${elsewhere}/viajes.csv`)
  symlinkSync(`${elsewhere}/año 2024`, raw(root, 'enlace'))
  symlinkSync(`${elsewhere}/viajes.csv`, raw(root, 'viajes.csv'))
  symlinkSync(raw(root, ''), `${elsewhere}/año 2024/vuelta`)
  mkdirSync(raw(root, '.ipynb_checkpoints'))
  cpSync(raw(root, 'logistics_data.csv'), raw(root, '.ipynb_checkpoints/logistics_data-checkpoint.csv'))
  const imported = await chasqui('import', '-w', root, '--json')
  expect(imported.code, imported.err).toBe(0)
  expect(JSON.parse(imported.out)).toMatchObject({ files: 4 })
  const report = readFileSync(`${root}/reports/import.json`, 'utf8')
  expect(report).toContain('"file": "enlace/pedidos de ayuda.csv"')
  expect(report).toContain('"file": "viajes.csv"')
})

test('every file that may not be read is listed, as user nobody; a link to nothing among them', async () => {
  const root = await provinceWorkspace()
  symlinkSync(`${root}/nowhere.csv`, raw(root, 'nada.csv'))
  for (const name of ['', ...(readdirSync(root, { recursive: true }) as string[])])
    if (!name.endsWith('nada.csv')) chownSync(`${root}/${name}`, NOBODY, NOBODY)
  chmodSync(root.slice(0, root.lastIndexOf('/')), 0o755)
  chmodSync(raw(root, 'delivery_routes.csv'), 0)
  const ended = await start(['import', '-w', root], { uid: NOBODY }).end
  expect(ended.code, ended.err).toBe(2)
  expect(ended.err).toContain('delivery_routes.csv')
  expect(ended.err).toContain('nada.csv')
})

test('a dry run that cannot go on says so on stdout, too', async () => {
  const ended = await chasqui('import', '--dry-run', '--json', '-w', scratch())
  expect(ended.code).toBe(2)
  expect(JSON.parse(ended.out)).toMatchObject({ error: { code: 'no-workspace' } })
})

test('once a bad file is gone, the report is that of the tables again and no stage counts as failed', async () => {
  const root = await provinceWorkspace()
  expect((await chasqui('import', '-w', root)).code).toBe(0)
  const report = readFileSync(`${root}/reports/import.json`, 'utf8')
  writeFileSync(raw(root, 'nada.csv'), '')
  expect((await chasqui('import', '-w', root)).code).toBe(2)
  expect(readFileSync(`${root}/reports/import.json`, 'utf8')).not.toBe(report)
  rmSync(raw(root, 'nada.csv'))
  expect((await chasqui('import', '-w', root)).err).toContain('sin cambios')
  expect(readFileSync(`${root}/reports/import.json`, 'utf8')).toBe(report)
  expect((await readGeneration(root)).stages[0]).toMatchObject({ stage: 'import', state: 'fresh', failed: null })
})

test('a dry run tells which files would stop the import for their rejected rows', async () => {
  const root = await provinceWorkspace()
  const demand = raw(root, 'social_aid_demand.csv')
  writeFileSync(demand, readFileSync(demand, 'utf8').replaceAll(';200200;', ';299901;'))
  const told = await chasqui('import', '--dry-run', '-w', root)
  expect(told.code, told.err).toBe(4)
  expect(told.err).toMatch(
    /social_aid_demand\.csv: .*100\s%[\s\S]*× social_aid_demand\.csv, línea 2, columna ubigeo: .*299901/,
  )
})
