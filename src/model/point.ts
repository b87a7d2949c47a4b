import { MODES, type Network, parseAccess } from './access.ts'
import type { Parsed } from './fault.ts'
import { Fields, type Row } from './row.ts'
import type { Ubigeo } from './ubigeo.ts'
import { type Seconds, secondsOfMinutes } from './units.ts'

/** Unloading, counting and signing at a point that does not say; an assumption. */
const SERVICE_MINUTES = 20

/** Where aid is handed over. */
export interface Point {
  readonly id: string
  readonly name: string
  readonly ubigeo: Ubigeo
  readonly lat: number
  readonly lon: number
  readonly persons: number
  /** Times of day between which a service may begin; null: any time of a shift. */
  readonly opens: Seconds | null
  readonly closes: Seconds | null
  readonly serviceS: Seconds
  /** Its own networks; null: those of its place. */
  readonly access: readonly Network[] | null
  /** A vehicle must have this skill; null: any vehicle may serve it. */
  readonly kind: string | null
}

/** Columns id, name, ubigeo, lat, lon, persons, opens, closes, service_min, access, kind. */
export function parsePoint(row: Row): Parsed<Point> {
  const f = new Fields(row)
  const opens = f.optionalTime('opens')
  const closes = f.optionalTime('closes')
  if (opens !== null && closes !== null && closes <= opens) f.fault('closes-before-it-opens', 'closes', f.raw('opens'))
  const access = f.raw('access') === '' ? null : parseAccess(f.raw('access'))
  if (access === undefined) f.fault('not-in-list', 'access', MODES.join(', '))
  return f.done({
    id: f.text('id'),
    name: f.raw('name') || f.raw('id'),
    ubigeo: f.ubigeo('ubigeo'),
    ...f.position('lat', 'lon'),
    persons: f.number('persons'),
    opens,
    closes,
    serviceS: secondsOfMinutes(f.optionalNumber('service_min') ?? SERVICE_MINUTES),
    access: access ?? null,
    kind: f.optionalText('kind'),
  })
}
