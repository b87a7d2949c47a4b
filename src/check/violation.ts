/** What a plan can get wrong. Each kind has a sentence in `messages`. */
export const VIOLATION_KINDS = [
  // stock.ts
  'lot',
  'expiry',
  'earmark',
  'stock',
  'critical-level',
  // packs.ts
  'need',
  'packs',
  // handover.ts
  'place',
  'reserve',
  'route-packs',
  // capacity.ts
  'fleet',
  'capacity-mass',
  'capacity-volume',
  'tour-limits',
  'skill',
  // loading.ts
  'working-day',
  'loading',
  'docks',
  'vehicle-overlap',
  // timetable.ts
  'travel-time',
  'closed-way',
  'window',
  'shift',
  'waiting',
  'service',
  // ways.ts
  'leg',
  'access',
  'measured-way',
  'straight-line',
  // tour-sums.ts
  'tour-sums',
  'cost',
  // totals.ts
  'hierarchy-sum',
  'coverage',
  // hashes.ts
  'hash',
] as const
export type ViolationKind = (typeof VIOLATION_KINDS)[number]

/** One thing in a plan that is not as it must be. */
export interface Violation {
  readonly kind: ViolationKind
  /** `tour T0004 stop 3`, `ubigeo 150101 food 2022-12`, a path. */
  readonly where: string
  readonly expected: string
  readonly found: string
}

/** Takes down a violation. */
export type Report = (kind: ViolationKind, where: string, expected: string | number, found: string | number) => void
