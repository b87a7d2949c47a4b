import { dayOf, type Instant, instant, startOfDay } from '../../src/model/day.ts'
import { monthOf } from '../../src/model/month.ts'
import type { Place } from '../../src/model/place.ts'
import { PLAN_SCHEMA, type Plan, type Total } from '../../src/model/plan.ts'
import { DEFAULT_SETTINGS } from '../../src/model/settings.ts'
import type { Leg } from '../../src/model/tour.ts'
import { ubigeo } from '../../src/model/ubigeo.ts'
import { centimos, grams, metres, millilitres, packs, seconds } from '../../src/model/units.ts'

/** A moment of February 2026: the 1st is a Sunday, and the month has no holiday. */
export const at = (day: number, hours: number, minutes = 0, s = 0): Instant =>
  instant(startOfDay(dayOf(2026, 2, day)) + hours * 3600 + minutes * 60 + s)

const FEBRUARY = monthOf(2026, 2)
const MARCH = monthOf(2026, 3)

const place = (code: string, lat: number, lon: number, level: Place['level']): Place => ({
  ubigeo: ubigeo(code),
  reniec: null,
  name: code,
  province: level === 'department' ? null : code.slice(0, 4),
  department: code.slice(0, 2),
  level,
  lat,
  lon,
  altitudeM: 100,
  population: 10_000,
  poverty: null,
  vulnerability: null,
  region: 'coast',
  access: ['road:main'],
  source: 'places.csv',
})

const leg = (from: string, to: string, m: number, s: number, source: Leg['source']): Leg => ({
  from,
  to,
  mode: 'road',
  vehicleType: 'truck',
  metres: metres(m),
  seconds: seconds(s),
  source,
})

const total = (code: string, product: string, period: Total['period'], need: number, granted: number): Total => ({
  ubigeo: ubigeo(code),
  product,
  period,
  need: packs(need),
  granted: packs(granted),
})

const hours = (h: number) => seconds(h * 3600)

/**
 * Two depots on the 12th parallel south, one truck type, three places with need, two of them on the meridian of Lima
 * (one degree of latitude is 111,195 m). Every number is worked out by hand.
 */
export const goodPlan: Plan = {
  schema: PLAN_SCHEMA,
  settings: DEFAULT_SETTINGS,
  window: { from: FEBRUARY, months: 2 },
  inputs: [
    { path: 'data/raw_data/logistics_data.csv', sha256: 'aa' },
    { path: 'data/raw_data/social_aid_demand.csv', sha256: 'bb' },
  ],
  products: [
    {
      id: 'food',
      name: 'Ración',
      unit: 'ration',
      pack: 1,
      massG: grams(29_500),
      volumeMl: millilitres(50_000),
      shelfLifeDays: 180,
      persons: 5,
      days: 10,
      criticalPacks: packs(10),
      earmark: null,
    },
    {
      id: 'kit',
      name: 'Higiene',
      unit: 'kit',
      pack: 2,
      massG: grams(5000),
      volumeMl: millilitres(20_000),
      shelfLifeDays: null,
      persons: 5,
      days: 30,
      criticalPacks: packs(0),
      earmark: null,
    },
  ],
  depots: [
    { id: 'LIM', ubigeo: '150101', lon: -77 },
    { id: 'HYO', ubigeo: '120101', lon: -75 },
  ].map(({ id, ubigeo: code, lon }) => ({
    id,
    name: id,
    level: 'regional' as const,
    ubigeo: ubigeo(code),
    lat: -12,
    lon,
    opens: hours(7),
    closes: hours(17),
    docks: 1,
    loadS: seconds(1800),
    parent: null,
    capacityG: null,
    capacityMl: null,
  })),
  lots: [
    {
      depot: 'LIM',
      product: 'food',
      lot: 'L1',
      packs: packs(100),
      expires: dayOf(2026, 2, 28),
      arrives: null,
      earmark: null,
    },
    // Too late for February.
    {
      depot: 'LIM',
      product: 'food',
      lot: 'L2',
      packs: packs(20),
      expires: null,
      arrives: dayOf(2026, 2, 15),
      earmark: null,
    },
    { depot: 'LIM', product: 'kit', lot: 'K1', packs: packs(50), expires: null, arrives: null, earmark: null },
    { depot: 'HYO', product: 'food', lot: 'H1', packs: packs(40), expires: null, arrives: null, earmark: '12' },
  ],
  vehicleTypes: [
    {
      id: 'truck',
      name: 'Camión',
      mode: 'road',
      capacityG: grams(2_000_000),
      capacityMl: millilitres(3_000_000),
      speedFlat: 60,
      speedHill: 30,
      costPerKm: centimos(150),
      costPerHour: centimos(3600),
      fixedCost: centimos(5000),
      shiftStart: hours(7),
      shiftEnd: hours(17),
      maxMetres: metres(1_000_000),
      maxStops: 5,
      skills: ['camp'],
    },
  ],
  fleet: [
    { depot: 'LIM', vehicleType: 'truck', count: 2 },
    { depot: 'HYO', vehicleType: 'truck', count: 2 },
  ],
  places: [
    place('120000', -12, -75, 'department'),
    place('120101', -12, -75, 'district'),
    place('120201', -11.6, -75, 'district'),
    place('150000', -12, -77, 'department'),
    place('150101', -12, -77, 'district'),
    place('150201', -10.5, -77, 'district'),
  ],
  points: [
    {
      id: 'P1',
      name: 'P1',
      ubigeo: ubigeo('150101'),
      lat: -12.05,
      lon: -77,
      persons: 500,
      opens: hours(8),
      closes: hours(11),
      serviceS: seconds(1800),
      access: null,
      kind: null,
    },
    {
      id: 'P2',
      name: 'P2',
      ubigeo: ubigeo('150201'),
      lat: -10.5,
      lon: -77,
      persons: 500,
      opens: seconds(10.5 * 3600),
      closes: hours(16),
      serviceS: seconds(1200),
      access: null,
      kind: 'camp',
    },
  ],
  distances: [
    {
      from: '120101',
      to: '120201',
      mode: 'road',
      metres: metres(60_000),
      seconds: seconds(5400),
      closedFrom: dayOf(2026, 2, 10),
      closedUntil: dayOf(2026, 2, 12),
    },
  ],
  needs: [
    { ubigeo: ubigeo('120201'), product: 'food', period: FEBRUARY, quantity: 10, packs: packs(10) },
    { ubigeo: ubigeo('150000'), product: 'food', period: FEBRUARY, quantity: 5, packs: packs(5) },
    // 30.2 + 10.1 = 40.3 → 40 packs over the window.
    { ubigeo: ubigeo('150101'), product: 'food', period: FEBRUARY, quantity: 30.2, packs: packs(30) },
    { ubigeo: ubigeo('150101'), product: 'food', period: MARCH, quantity: 10.1, packs: packs(10) },
    { ubigeo: ubigeo('150201'), product: 'food', period: FEBRUARY, quantity: 20, packs: packs(20) },
    // 15 ÷ 2 = 7.5 → 8 packs.
    { ubigeo: ubigeo('150201'), product: 'kit', period: FEBRUARY, quantity: 15, packs: packs(8) },
  ],
  allocation: {
    rule: 'proportional',
    grants: [
      { ubigeo: ubigeo('120201'), product: 'food', period: FEBRUARY, depot: 'HYO', lot: 'H1', packs: packs(6) },
      { ubigeo: ubigeo('150000'), product: 'food', period: FEBRUARY, depot: 'LIM', lot: 'L1', packs: packs(5) },
      { ubigeo: ubigeo('150101'), product: 'food', period: FEBRUARY, depot: 'LIM', lot: 'L1', packs: packs(30) },
      { ubigeo: ubigeo('150101'), product: 'food', period: MARCH, depot: 'LIM', lot: 'L2', packs: packs(10) },
      { ubigeo: ubigeo('150201'), product: 'food', period: FEBRUARY, depot: 'LIM', lot: 'L1', packs: packs(20) },
      { ubigeo: ubigeo('150201'), product: 'kit', period: FEBRUARY, depot: 'LIM', lot: 'K1', packs: packs(8) },
    ],
    shortfalls: [
      { ubigeo: ubigeo('120201'), product: 'food', period: FEBRUARY, packs: packs(4), reason: 'not-enough-stock' },
    ],
    cost: centimos(0),
  },
  otherRules: [],
  totals: [
    total('000000', 'food', FEBRUARY, 65, 61),
    total('000000', 'food', MARCH, 10, 10),
    total('000000', 'kit', FEBRUARY, 8, 8),
    total('120000', 'food', FEBRUARY, 10, 6),
    total('120200', 'food', FEBRUARY, 10, 6),
    total('120201', 'food', FEBRUARY, 10, 6),
    // 30 + 20 and a reserve of 5.
    total('150000', 'food', FEBRUARY, 55, 55),
    total('150000', 'food', MARCH, 10, 10),
    total('150000', 'kit', FEBRUARY, 8, 8),
    total('150100', 'food', FEBRUARY, 30, 30),
    total('150100', 'food', MARCH, 10, 10),
    total('150101', 'food', FEBRUARY, 30, 30),
    total('150101', 'food', MARCH, 10, 10),
    total('150200', 'food', FEBRUARY, 20, 20),
    total('150200', 'kit', FEBRUARY, 8, 8),
    total('150201', 'food', FEBRUARY, 20, 20),
    total('150201', 'kit', FEBRUARY, 8, 8),
  ],
  coverage: [
    { product: 'food', need: packs(75), granted: packs(71), expectedShare: 0.8 },
    { product: 'kit', need: packs(8), granted: packs(8), expectedShare: 1 },
  ],
  routes: {
    tours: [
      {
        id: 'T0001',
        depot: 'LIM',
        vehicleType: 'truck',
        vehicle: 1,
        // A Saturday.
        date: dayOf(2026, 2, 7),
        load: at(7, 14),
        leave: at(7, 14, 30),
        stops: [
          {
            at: 'P2',
            ubigeo: ubigeo('150201'),
            // 20,000 s: 9,000 s until 17:00, a rest over Sunday, 11,000 s = 3:03:20 from 7:00 on Monday.
            arrive: at(9, 10, 3, 20),
            begin: at(9, 10, 30),
            depart: at(9, 10, 50),
            loads: [
              { product: 'food', lot: 'L1', packs: packs(20) },
              { product: 'kit', lot: 'K1', packs: packs(8) },
            ],
          },
          {
            at: 'P1',
            ubigeo: ubigeo('150101'),
            // 12,000 s = 3:20; closed since 11:00, so on Tuesday at 8:00.
            arrive: at(9, 14, 10),
            begin: at(10, 8),
            depart: at(10, 8, 30),
            loads: [{ product: 'food', lot: 'L1', packs: packs(30) }],
          },
        ],
        // 1,200 s.
        back: at(10, 8, 50),
        metres: metres(200_000 + 180_000 + 8000),
        seconds: seconds(20_000 + 12_000 + 1200 + 1200 + 1800),
        // 5,000 + 150 × 388 km + 3,600 × (36,200 + 1,800 s) = 5,000 + 58,200 + 38,000.
        cost: centimos(101_200),
      },
      {
        id: 'T0002',
        depot: 'HYO',
        vehicleType: 'truck',
        vehicle: 1,
        date: dayOf(2026, 2, 2),
        load: at(2, 8),
        leave: at(2, 8, 30),
        stops: [
          {
            // The capital: the place has no point; 30 minutes.
            at: '120201',
            ubigeo: ubigeo('120201'),
            arrive: at(2, 10),
            begin: at(2, 10),
            depart: at(2, 10, 30),
            loads: [{ product: 'food', lot: 'H1', packs: packs(4) }],
          },
        ],
        back: at(2, 12),
        metres: metres(120_000),
        seconds: seconds(5400 + 1800 + 5400),
        // 5,000 + 150 × 120 km + 3,600 × (12,600 + 1,800 s) = 5,000 + 18,000 + 14,400.
        cost: centimos(37_400),
      },
    ],
    unserved: [
      {
        depot: 'HYO',
        at: '120201',
        ubigeo: ubigeo('120201'),
        load: { product: 'food', lot: 'H1', packs: packs(2) },
        reason: 'no-time',
      },
    ],
    legs: [
      leg('120201', 'HYO', 60_000, 5400, 'distance-table'),
      leg('HYO', '120201', 60_000, 5400, 'distance-table'),
      // 1.5° = 166,792 m; 0.05° = 5,560 m; 1.55° = 172,352 m of straight line.
      leg('LIM', 'P2', 200_000, 20_000, 'straight-line'),
      leg('P1', 'LIM', 8000, 1200, 'straight-line'),
      leg('P2', 'P1', 180_000, 12_000, 'straight-line'),
    ],
  },
}

export const goodHashes: ReadonlyMap<string, string> = new Map(goodPlan.inputs.map((i) => [i.path, i.sha256]))
