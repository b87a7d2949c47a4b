import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ingested } from '../../src/ingest/ingest.ts'
import { ingestAll, ingestTexts, memorySource } from './country.ts'

const PRODUCTS = 'id,name,unit,pack,kg,m3,persons,days\nfood,Food,kit,1,29.5,0.06,5,10\n'
const DEPOTS =
  'id,name,level,ubigeo,lat,lon,opens,closes,docks,load_min\nLIM,Lima,national,150101,-12.05,-77.04,08:00,18:00,4,30\nPIU,Piura,regional,200101,-5.19,-80.63,08:00,18:00,1,30\n'
const LOTS = 'depot,product,lot,packs,expires\nLIM,food,A,100,31/12/2025\nPIU,food,B,50,\n'
const DEMAND =
  'period,ubigeo,product,quantity\n2023-01,150101,food,10\n2023-02,10101,food,12.5\n2023-02,150102,"food",3\n'
const SINPAD =
  'ide_sinpad,fecha,cod_ubigeo,fenomeno,safecta,sdamni,sdestruviv,sinhabiviv\n1,01/03/2022,150101,INUNDACION,10,5,1,2\n2,20220302,210101,HELADAS,40,0,0,0\n3,03/03/2022,150101,EPIDEMIA COVID-19,99,0,0,0\n'
const files = { 'a.csv': PRODUCTS, 'b.csv': DEPOTS, 'c.csv': LOTS, 'd.csv': DEMAND, 'e.csv': SINPAD }

/** Files that are neither refused nor have each of their rows in exactly one of the four ends, every rejected one with a finding. */
function unaccounted(read: Ingested, names: readonly string[]): string[] {
  return names.filter((name) => {
    const file = read.files.find((f) => f.file === name)
    if (file === undefined) return !read.refused.some((r) => r.file === name)
    const lines = new Set(read.findings.filter((f) => f.file === name && f.kind === 'rejected').map((f) => f.line))
    return file.accepted + file.rejected + file.setAside + file.repeated !== file.rows || lines.size !== file.rejected
  })
}

/** Rows that are not blank, counted without the splitter: none of the test files has a quoted line break. */
const rowsOf = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length - 1

test('well-formed files lose no row', async () => {
  const read = await ingestTexts(files)
  expect(unaccounted(read, Object.keys(files))).toEqual([])
  expect(read.files.map((f) => f.rows)).toEqual(Object.values(files).map(rowsOf))
  expect(read.files.map((f) => f.rejected)).toEqual([0, 0, 0, 0, 0])
})

test('random bytes never throw: each file ends as a refusal or as counted rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, packed) => {
      const read = await ingestTexts({ 'x.csv': packed ? gzipSync(bytes) : bytes })
      expect(unaccounted(read, ['x.csv'])).toEqual([])
    }),
    { numRuns: 300 },
  )
})

const damage = fc.record({
  file: fc.constantFrom('a.csv', 'b.csv', 'c.csv', 'd.csv', 'e.csv'),
  at: fc.nat(400),
  remove: fc.nat(3),
  insert: fc.string({
    unit: fc.constantFrom('"', ',', ';', '\n', '\r', '\0', '9', '-', 'x', 'é', '\uFFFD', '/'),
    maxLength: 4,
  }),
})

test('files with bytes added and lost never throw, and every row still ends in exactly one way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(damage, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 50 }),
      async (damages, chunk) => {
        const texts: Record<string, string> = { ...files }
        for (const { file, at, remove, insert } of damages) {
          const text = texts[file] ?? ''
          const where = at % (text.length + 1)
          texts[file] = text.slice(0, where) + insert + text.slice(where + remove)
        }
        const sources = Object.entries(texts).map(([name, text]) => memorySource(name, text, chunk))
        expect(unaccounted(await ingestAll(sources), Object.keys(files))).toEqual([])
      },
    ),
    { numRuns: 400 },
  )
})

test('the order of files and the pieces they come in change nothing', async () => {
  const whole = await ingestTexts(files)
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(Object.keys(files), { minLength: 5 }),
      fc.integer({ min: 1, max: 40 }),
      async (names, chunk) => {
        const sources = names.map((name) => memorySource(name, files[name as keyof typeof files], chunk))
        expect(await ingestAll(sources)).toEqual(whole)
      },
    ),
    { numRuns: 30 },
  )
})

test('the order of rows changes no table', async () => {
  const sorted = async (texts: typeof files) => {
    const { tables } = await ingestTexts(texts)
    const o = tables.observations
    const facts = Array.from({ length: o.length }, (_, i) =>
      [o.period[i], o.ubigeo[i], o.measure[i], o.value[i], o.status[i], o.event[i]].join(' '),
    )
    return { ...tables, observations: facts.sort() }
  }
  const first = await sorted(files)
  const upsideDown = Object.fromEntries(
    Object.entries(files).map(([name, text]) => {
      const [header = '', ...rows] = text.trimEnd().split('\n')
      return [name, `${[header, ...rows.toReversed()].join('\n')}\n`]
    }),
  ) as typeof files
  expect(await sorted(upsideDown)).toEqual(first)
})

test('a file with the bytes of another counts nothing twice', async () => {
  const once = await ingestTexts(files)
  const twice = await ingestTexts({ ...files, 'd (copia).csv': DEMAND })
  expect(twice.tables.observations.length).toBe(once.tables.observations.length)
  expect(twice.files.find((f) => f.repeated === 3)?.rows).toBe(3)
})

test('a file that is skipped is not opened; one whose rejected rows are accepted is over no limit', async () => {
  const texts = { ...files, 'd.csv': `${DEMAND}2023-03,150101,bread,1\n`, 'z.bin': '\0\0\0' }
  const read = await ingestTexts(texts)
  // One of four rows of d.csv is rejected: 25 % > 5 %.
  expect(read.overLimit).toEqual(['d.csv'])
  expect(read.refused.map((r) => r.file)).toEqual(['z.bin'])
  const answered = await ingestTexts(texts, { answers: { skip: ['z.bin'], accept: ['d.csv'], files: {} } })
  expect(answered.overLimit).toEqual([])
  expect(answered.refused).toEqual([])
  expect(answered.decisions.filter((d) => d.subject === 'skip' || d.subject === 'accept').map((d) => d.file)).toEqual([
    'd.csv',
    'z.bin',
  ])
})

test('progress ends at the whole and never goes back; a cancelled reading says so', async () => {
  const seen: number[] = []
  let total = 0
  await ingestTexts(files, {
    onProgress: ({ bytes, totalBytes }) => {
      seen.push(bytes)
      total = totalBytes
    },
  })
  expect(seen.every((bytes, i) => i === 0 || bytes >= (seen[i - 1] ?? 0))).toBe(true)
  expect(seen.at(-1)).toBe(total)
  const stopped = await ingestTexts(files, { cancelled: () => true })
  expect(stopped.cancelled).toBe(true)
})

test('kits are assumed only where no row of a product is brought: a rejected one is not replaced by an assumption', async () => {
  const without = await ingestTexts({ 'd.csv': DEMAND })
  expect(without.tables.products.map((p) => p.id)).toEqual(['food', 'warm-clothing', 'shelter', 'hygiene'])
  // 5 persons × 10 days × 0.59 kg = 29.5 kg.
  expect(without.tables.products[0]?.massG).toBe(29_500)
  const rejected = await ingestTexts({ 'a.csv': PRODUCTS.replace('29.5', '-1'), 'd.csv': DEMAND })
  expect(rejected.tables.products).toEqual([])
  expect(rejected.findings.filter((f) => f.code === 'unknown-product').length).toBe(3)
})
