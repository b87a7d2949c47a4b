import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { fileSource } from '../../src/adapters/codecs.ts'
import { NO_ANSWERS, parseAnswers } from '../../src/ingest/answers.ts'
import type { Ingested } from '../../src/ingest/ingest.ts'
import { STATUS_NAMES } from '../../src/model/observation.ts'
import { formatDay, day } from '../../src/model/day.ts'
import { formatMonth } from '../../src/model/month.ts'
import { DECISION_SUBJECTS, QUESTION_SUBJECTS } from '../../src/messages/decisions.ts'
import { decisionSentence, findingSentence, questionSentence, refusalSentence } from '../../src/messages/findings.ts'
import { gazetteer, ingestAll } from './country.ts'

/**
 * Each folder `test/cases/ingest-*` is a claim: the files in `input` (with the answers of `decisions.yaml`, if there is one) give what
 * `expected/read.txt` says. A missing expectation is written, except in CI; a changed one is left beside it as `read-changed.txt`.
 */
const root = fileURLToPath(new URL('../cases/', import.meta.url))
const cases = (await readdir(root)).filter((name) => name.startsWith('ingest-')).sort()

/** The result as a person would want to read it: one line each, in Spanish. */
function told(read: Ingested): string {
  const { tables } = read
  const lines: string[] = []
  const section = (title: string, rows: readonly string[]): void => {
    if (rows.length > 0) lines.push(`# ${title}`, ...rows, '')
  }
  section(
    'files',
    read.files.map(
      (f) =>
        `${f.file} ${f.source}: ${f.rows} rows = ${f.accepted} accepted + ${f.rejected} rejected + ${f.setAside} set aside + ${f.repeated} repeated; ` +
        `${f.repaired} repaired; quantity ${f.quantity}, rejected ${f.quantityRejected}`,
    ),
  )
  section('over the limit', read.overLimit)
  section(
    'refused',
    read.refused.map((r) => refusalSentence(r, 'es')),
  )
  section(
    'questions',
    read.questions.map((q) => questionSentence(q, 'es')),
  )
  section(
    'decisions',
    read.decisions.filter((d) => d.subject !== 'assumed-product').map((d) => decisionSentence(d, 'es')),
  )
  section(
    'findings',
    read.findings.map((f) => `${f.kind} ${f.code} — ${findingSentence(f, 'es')}`),
  )
  const own = new Set(gazetteer.map((place) => place.ubigeo))
  section(
    'places',
    tables.places
      .filter((p) => !own.has(p.ubigeo))
      .map((p) =>
        [
          p.ubigeo,
          p.reniec,
          p.name,
          p.province,
          p.department,
          p.lat,
          p.lon,
          p.altitudeM,
          p.population,
          p.poverty,
          p.vulnerability,
          p.region,
          p.access.join(' '),
          p.source,
        ].join(' | '),
      ),
  )
  section(
    'covariates',
    tables.covariates.map((c) => `${c.covariate} ${c.kind} ${c.ubigeo} ${formatMonth(c.period)}: ${c.value}`),
  )
  if (!read.decisions.some((d) => d.subject === 'assumed-product'))
    section(
      'products',
      tables.products.map((p) => JSON.stringify(p)),
    )
  for (const name of ['depots', 'lots', 'vehicleTypes', 'fleet', 'points', 'distances', 'legs'] as const)
    section(
      name,
      tables[name].map((noun) => JSON.stringify(noun)),
    )
  const o = tables.observations
  section(
    'observations',
    Array.from({ length: o.length }, (_, i) =>
      [
        formatDay(day(o.period[i] ?? 0)),
        o.frequency[i],
        o.ubigeo[i],
        o.measure[i],
        o.value[i],
        STATUS_NAMES[o.status[i] ?? 0],
        `${o.files[o.file[i] ?? 0]}:${o.row[i]}`,
        o.event[i] ?? '',
      ].join(' '),
    ),
  )
  section(
    'registers',
    tables.registers.map((m) => JSON.stringify(m)),
  )
  return `${lines.join('\n').trimEnd()}\n`
}

for (const name of cases)
  test(name.replace('ingest-', '').replaceAll('-', ' '), async () => {
    const folder = `${root}${name}/`
    const names = (await readdir(`${folder}input`)).filter((file) => file !== 'decisions.yaml')
    const answers = existsSync(`${folder}input/decisions.yaml`)
      ? parseAnswers(parse(await readFile(`${folder}input/decisions.yaml`, 'utf8')))
      : { ok: true as const, value: NO_ANSWERS }
    if (!answers.ok) throw new Error(`decisions.yaml: ${answers.faults.join(', ')}`)
    const sources = await Promise.all(names.map((file) => fileSource(`${folder}input`, file)))
    const read = await ingestAll(sources, { answers: answers.value })
    for (const { subject } of read.decisions) expect(DECISION_SUBJECTS).toContain(subject)
    for (const { subject } of read.questions) expect(QUESTION_SUBJECTS).toContain(subject)
    const result = told(read)
    expect(told(await ingestAll(sources.toReversed(), { answers: answers.value }))).toBe(result)

    const expected = `${folder}expected/read.txt`
    if (!existsSync(expected) && process.env['CI'] !== 'true') {
      await writeFile(expected, result)
      return
    }
    const wanted = await readFile(expected, 'utf8')
    if (wanted !== result && process.env['CI'] !== 'true') await writeFile(`${folder}expected/read-changed.txt`, result)
    expect(result).toBe(wanted)
  })
