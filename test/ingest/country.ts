import { departments } from '../../src/gazetteer/department.ts'
import { findDepartment } from '../../src/gazetteer/lookup.ts'
import { provinces } from '../../src/gazetteer/provinces.ts'
import { successors } from '../../src/gazetteer/successor.ts'
import { NO_ANSWERS } from '../../src/ingest/answers.ts'
import { type Ingested, type IngestInput, ingest } from '../../src/ingest/ingest.ts'
import type { Source } from '../../src/ingest/source.ts'
import { nodeCodecs } from '../../src/adapters/codecs.ts'
import { parseAccess } from '../../src/model/access.ts'
import { monthOf } from '../../src/model/month.ts'
import type { Place } from '../../src/model/place.ts'
import { ubigeo } from '../../src/model/ubigeo.ts'

const unknown = { reniec: null, poverty: null, vulnerability: null, source: 'gazetteer' } as const

/** The built-in departments and provinces as places. */
export const gazetteer: readonly Place[] = [
  ...departments.map(
    (d): Place => ({
      ...unknown,
      ...d,
      ubigeo: ubigeo(d.ubigeo),
      province: null,
      department: d.name,
      level: 'department',
      region: null,
      access: [],
    }),
  ),
  ...provinces.map(
    (p): Place => ({
      ...unknown,
      ...p,
      ubigeo: ubigeo(p.ubigeo),
      province: p.name,
      department: findDepartment(p.ubigeo)?.name ?? '',
      level: 'province',
      access: parseAccess(p.access) ?? [],
    }),
  ),
]

/** A file in memory, handed out in chunks of the given size. */
export const memorySource = (name: string, content: string | Uint8Array, chunk = 65_536): Source => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    name,
    bytes: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
    },
  }
}

/** Ingests with Peru's gazetteer and no answers unless given. */
export const ingestAll = (sources: readonly Source[], more: Partial<IngestInput> = {}): Promise<Ingested> =>
  ingest({
    sources,
    answers: NO_ANSWERS,
    gazetteer,
    successors,
    reniecDepartments: new Map(departments.map((d) => [d.reniec, d.ubigeo.slice(0, 2)])),
    setAside: ['epidemic', 'covid', 'pollution'],
    thisMonth: monthOf(2026, 1),
    codecs: nodeCodecs,
    ...more,
  })

export const ingestTexts = (
  files: Readonly<Record<string, string | Uint8Array>>,
  more: Partial<IngestInput> = {},
): Promise<Ingested> =>
  ingestAll(
    Object.entries(files).map(([name, content]) => memorySource(name, content)),
    more,
  )
