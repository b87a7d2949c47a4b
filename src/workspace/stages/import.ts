import { fileSource, nodeCodecs } from '../../adapters/codecs.ts'
import { sha256 } from '../../adapters/hash.ts'
import { successors } from '../../gazetteer/successor.ts'
import type { Answers } from '../../ingest/answers.ts'
import { type Ingested, ingest } from '../../ingest/ingest.ts'
import type { OverLimit } from '../../messages/doubts.ts'
import { monthOfDay } from '../../model/day.ts'
import { InputError } from '../../model/input-error.ts'
import type { Settings } from '../../model/settings.ts'
import { writeAtomically } from '../atomic-file.ts'
import { RAW_FOLDER, REPORTS_FOLDER, within } from '../layout.ts'
import { gazetteerPlaces, reniecDepartments } from '../../gazetteer/places.ts'
import { importCsv, importJson } from '../import-report.ts'
import { hashedRawFiles, rawFiles } from '../raw-files.ts'
import type { Stage, StageContext } from '../stage.ts'
import { today } from '../today.ts'
import { COVARIATE_FACTS } from '../tables/covariates.ts'
import { REGISTERS, writeObservations } from '../tables/facts.ts'
import { PLACES } from '../tables/places.ts'
import { DEPOTS, LOTS, PRODUCTS } from '../tables/supply.ts'
import { writeTable } from '../tables/table.ts'
import { DISTANCES, DRIVEN_LEGS, FLEET, POINTS, VEHICLE_TYPES } from '../tables/transport.ts'

/** Reads all raw files; writes nothing. */
export async function readRawFiles(
  root: string,
  settings: Settings,
  answers: Answers,
  progress: StageContext['progress'],
): Promise<Ingested> {
  const names = await rawFiles(root)
  if (names.length === 0) throw new InputError('no-files', { path: within(root, RAW_FOLDER) })
  const folder = within(root, RAW_FOLDER)
  return ingest({
    sources: await Promise.all(names.map((name) => fileSource(folder, name))),
    answers,
    gazetteer: gazetteerPlaces,
    successors,
    reniecDepartments,
    setAside: settings.setAside,
    thisMonth: monthOfDay(today()),
    codecs: nodeCodecs,
    onProgress: ({ file, bytes, totalBytes }) => progress(totalBytes === 0 ? 1 : bytes / totalBytes, { file }),
  })
}

/** What stops an import (DATA §7): refused files, open questions, too many rejected rows. */
export function stopOf({ refused, questions, overLimit, files, findings }: Ingested): InputError | undefined {
  if (refused.length > 0) return new InputError('refused-files', { count: refused.length }, refused)
  if (questions.length > 0) return new InputError('open-questions', { count: questions.length }, questions)
  const over = files
    .filter((f) => overLimit.includes(f.file))
    .map((f): OverLimit => ({ ...f, findings: findings.filter((x) => x.file === f.file && x.kind === 'rejected') }))
  return over.length > 0 ? new InputError('too-many-rejected', { count: over.length }, over) : undefined
}

/** Raw files → checked tables. */
export function importStage(answers: Answers): Stage {
  return {
    name: 'import',
    version: 5,
    reads: {},
    settings: (s) => s.setAside,
    files: async (root) => {
      const files = await hashedRawFiles(root, await rawFiles(root).catch(noFolder))
      return [...files, { path: 'decisions', sha256: sha256(JSON.stringify(answers)) }]
    },
    run: async ({ root, settings, output, progress }) => {
      const read = await readRawFiles(root, settings, answers, progress)
      const csv = importCsv(read)
      const json = importJson(read)
      const stop = stopOf(read)
      if (stop !== undefined) {
        await writeAtomically(within(root, `${REPORTS_FOLDER}/import.csv`), csv)
        await writeAtomically(within(root, `${REPORTS_FOLDER}/import.json`), json)
        throw stop
      }
      const t = read.tables
      await writeAtomically(output('import.csv'), csv)
      await writeAtomically(output('import.json'), json)
      await writeTable(output('places.parquet'), PLACES, t.places)
      await writeTable(output('products.parquet'), PRODUCTS, t.products)
      await writeTable(output('depots.parquet'), DEPOTS, t.depots)
      await writeTable(output('lots.parquet'), LOTS, t.lots)
      await writeTable(output('vehicle_types.parquet'), VEHICLE_TYPES, t.vehicleTypes)
      await writeTable(output('fleet.parquet'), FLEET, t.fleet)
      await writeTable(output('points.parquet'), POINTS, t.points)
      await writeTable(output('distances.parquet'), DISTANCES, t.distances)
      await writeTable(output('legs.parquet'), DRIVEN_LEGS, t.legs)
      await writeTable(output('registers.parquet'), REGISTERS, t.registers)
      await writeTable(output('covariate_facts.parquet'), COVARIATE_FACTS, t.covariates)
      await writeObservations(output('observations.parquet'), t.observations)
      const sum = (of: (f: (typeof read.files)[number]) => number) => read.files.reduce((total, f) => total + of(f), 0)
      const figures = {
        files: read.files.length,
        rows: sum((f) => f.rows),
        accepted: sum((f) => f.accepted),
        rejected: sum((f) => f.rejected),
        observations: t.observations.length,
      }
      return { figures, notes: [] }
    },
  }
}

function noFolder(error: unknown): readonly string[] {
  if (error instanceof InputError) return []
  throw error
}
