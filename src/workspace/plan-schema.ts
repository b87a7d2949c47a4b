import { z } from 'zod'
import { MODES, type Network } from '../model/access.ts'
import { RULES, SHORTFALL_REASONS } from '../model/allocation.ts'
import {
  type Day,
  formatDay,
  formatInstant,
  formatTime,
  instant,
  parseDay,
  parseInstant,
  parseTime,
} from '../model/day.ts'
import { DEPOT_LEVELS } from '../model/depot.ts'
import { formatMonth, type Month, parseMonth } from '../model/month.ts'
import { type Plan, PLAN_SCHEMA } from '../model/plan.ts'
import { UNSERVED_REASONS } from '../model/tour.ts'
import type { Ubigeo } from '../model/ubigeo.ts'
import {
  type Centimos,
  type Grams,
  type Metres,
  type Millilitres,
  type Packs,
  type Seconds,
  seconds,
} from '../model/units.ts'

const whole = <T extends number>() => z.int().min(0) as unknown as z.ZodType<T, T>
const grams = whole<Grams>()
const millilitres = whole<Millilitres>()
const metres = whole<Metres>()
const duration = whole<Seconds>()
const centimos = whole<Centimos>()
const packs = whole<Packs>()
const amount = z.number().min(0)
const ubigeo = z.string().regex(/^\d{6}$/) as unknown as z.ZodType<Ubigeo, Ubigeo>

const written = <T>(pattern: RegExp, decode: (text: string) => T, encode: (value: T) => string) =>
  z.codec(z.string().regex(pattern), z.custom<T>(), { decode, encode })

const month = written<Month>(/^\d{4}-(0[1-9]|1[0-2])$/, (text) => parseMonth(text) as Month, formatMonth)
const day = written<Day>(/^\d{4}-\d{2}-\d{2}$/, (text) => parseDay(text) ?? (0 as Day), formatDay)
const clock = written<Seconds>(/^\d{2}:\d{2}:\d{2}$/, (text) => parseTime(text) ?? seconds(0), formatTime)
const moment = written(
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/,
  (text) => parseInstant(text) ?? instant(0),
  formatInstant,
)
const networks = z.codec(z.string(), z.custom<readonly Network[]>(), {
  decode: (text) => text.split(' ').filter((word) => word !== '') as Network[],
  encode: (list) => list.join(' '),
})

const settings = z.object({
  language: z.enum(['es', 'en']),
  coverage: z.union([z.number(), z.literal('mean')]),
  affectedShare: amount,
  rule: z.enum(RULES),
  from: month.nullable(),
  months: z.int().min(1),
  seed: z.int(),
  setAside: z.array(z.string()),
  absent: z.enum(['zero', 'missing']),
  example: z.boolean(),
})

const load = z.object({ product: z.string(), lot: z.string(), packs })
const at = { ubigeo, product: z.string(), period: month }

/** `plan.json`: integers in the units of DATA §1; months, days and moments as people write them. */
const planSchema = z.object({
  schema: z.literal(PLAN_SCHEMA),
  settings,
  window: z.object({ from: month, months: z.int().min(0) }),
  inputs: z.array(z.object({ path: z.string(), sha256: z.string() })),
  products: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      unit: z.string(),
      pack: amount,
      massG: grams,
      volumeMl: millilitres,
      shelfLifeDays: amount.nullable(),
      persons: amount,
      days: amount,
      criticalPacks: packs,
      earmark: z.string().nullable(),
    }),
  ),
  depots: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      level: z.enum(DEPOT_LEVELS),
      ubigeo,
      lat: z.number(),
      lon: z.number(),
      opens: clock,
      closes: clock,
      docks: z.int().min(0),
      loadS: duration,
      parent: z.string().nullable(),
      capacityG: grams.nullable(),
      capacityMl: millilitres.nullable(),
    }),
  ),
  lots: z.array(
    z.object({
      depot: z.string(),
      product: z.string(),
      lot: z.string(),
      packs,
      expires: day.nullable(),
      arrives: day.nullable(),
      earmark: z.string().nullable(),
    }),
  ),
  vehicleTypes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      mode: z.enum(MODES),
      capacityG: grams,
      capacityMl: millilitres,
      speedFlat: amount,
      speedHill: amount,
      costPerKm: centimos,
      costPerHour: centimos,
      fixedCost: centimos,
      shiftStart: clock,
      shiftEnd: clock,
      maxMetres: metres.nullable(),
      maxStops: z.int().min(0).nullable(),
      skills: z.array(z.string()),
    }),
  ),
  fleet: z.array(z.object({ depot: z.string(), vehicleType: z.string(), count: z.int().min(0) })),
  places: z.array(
    z.object({
      ubigeo,
      reniec: z.string().nullable(),
      name: z.string(),
      province: z.string().nullable(),
      department: z.string(),
      level: z.enum(['department', 'province', 'district']),
      lat: z.number(),
      lon: z.number(),
      altitudeM: z.number().nullable(),
      population: amount,
      poverty: amount.nullable(),
      vulnerability: amount.nullable(),
      region: z.enum(['coast', 'highlands', 'jungle']).nullable(),
      access: networks,
      source: z.string(),
    }),
  ),
  points: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      ubigeo,
      lat: z.number(),
      lon: z.number(),
      persons: amount,
      opens: clock.nullable(),
      closes: clock.nullable(),
      serviceS: duration,
      access: networks.nullable(),
      kind: z.string().nullable(),
    }),
  ),
  distances: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      mode: z.enum(MODES),
      metres,
      seconds: duration,
      closedFrom: day.nullable(),
      closedUntil: day.nullable(),
    }),
  ),
  needs: z.array(z.object({ ...at, quantity: amount, packs })),
  allocation: z.object({
    rule: z.enum(RULES),
    grants: z.array(z.object({ ...at, depot: z.string(), lot: z.string(), packs })),
    shortfalls: z.array(z.object({ ...at, packs, reason: z.enum(SHORTFALL_REASONS) })),
    cost: centimos,
  }),
  otherRules: z.array(z.object({ rule: z.enum(RULES), granted: packs, cost: centimos })),
  totals: z.array(z.object({ ...at, need: packs, granted: packs })),
  coverage: z.array(z.object({ product: z.string(), need: packs, granted: packs, expectedShare: amount })),
  routes: z.object({
    tours: z.array(
      z.object({
        id: z.string(),
        depot: z.string(),
        vehicleType: z.string(),
        vehicle: z.int(),
        date: day,
        load: moment,
        leave: moment,
        back: moment,
        stops: z.array(
          z.object({
            at: z.string(),
            ubigeo: z.string(),
            arrive: moment,
            begin: moment,
            depart: moment,
            loads: z.array(load),
          }),
        ),
        metres,
        seconds: duration,
        cost: centimos,
      }),
    ),
    unserved: z.array(
      z.object({ depot: z.string(), at: z.string(), ubigeo: z.string(), load, reason: z.enum(UNSERVED_REASONS) }),
    ),
    legs: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        mode: z.enum(MODES),
        vehicleType: z.string(),
        metres,
        seconds: duration,
        source: z.enum(['straight-line', 'distance-table', 'network']),
      }),
    ),
  }),
})

/** The text of `plan.json`: one entry a line, so that two plans can be compared line by line; same plan, same bytes. */
export function planText(plan: Plan): string {
  const encoded = z.encode(planSchema, plan as z.output<typeof planSchema>)
  const entries = (value: unknown, indent: string): string => {
    if (Array.isArray(value) && value.length > 0)
      return `[\n${value.map((item) => `${indent}  ${JSON.stringify(item)}`).join(',\n')}\n${indent}]`
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return `{\n${Object.entries(value)
        .map(([key, item]) => `${indent}  ${JSON.stringify(key)}: ${entries(item, `${indent}  `)}`)
        .join(',\n')}\n${indent}}`
    return JSON.stringify(value)
  }
  return `${entries(encoded, '')}\n`
}

export type ParsedPlan =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly faults: readonly { readonly path: string; readonly message: string }[] }

/** Reads the text of a `plan.json`, however it was changed. */
export function parsePlan(text: string): ParsedPlan {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { ok: false, faults: [{ path: '', message: error instanceof Error ? error.message : '' }] }
  }
  const read = planSchema.safeDecode(value as z.input<typeof planSchema>)
  if (read.success) return { ok: true, plan: read.data }
  return {
    ok: false,
    faults: read.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  }
}
