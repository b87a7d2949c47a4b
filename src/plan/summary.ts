import type { Allocation } from '../model/allocation.ts'
import type { PlanNote } from '../model/plan-note.ts'
import type { RoutePlan } from '../model/tour.ts'

const packsOf = (list: readonly { readonly packs: number }[]): number => list.reduce((sum, item) => sum + item.packs, 0)

/** What an allocation leaves short, by reason, most packs first. */
export function shortNotes({ shortfalls }: Allocation): readonly PlanNote[] {
  return [...Map.groupBy(shortfalls, (s) => s.reason)]
    .map(([reason, group]) => ({
      code: 'short' as const,
      reason,
      packs: packsOf(group),
      places: new Set(group.map((s) => s.ubigeo)).size,
    }))
    .sort((a, b) => b.packs - a.packs)
}

/** What no tour takes, by reason, most packs first. */
export function unservedNotes({ unserved }: RoutePlan): readonly PlanNote[] {
  return [...Map.groupBy(unserved, (u) => u.reason)]
    .map(([reason, group]) => ({
      code: 'unserved' as const,
      reason,
      packs: packsOf(group.map((u) => u.load)),
      stops: new Set(group.map((u) => u.at)).size,
    }))
    .sort((a, b) => b.packs - a.packs)
}
