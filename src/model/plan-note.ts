import type { ShortfallReason } from './allocation.ts'
import type { UnservedReason } from './tour.ts'

/** What allocation and routes could not do, summed up by reason. Each code has a sentence in `messages`. */
export type PlanNote =
  | { readonly code: 'short'; readonly reason: ShortfallReason; readonly packs: number; readonly places: number }
  | { readonly code: 'unserved'; readonly reason: UnservedReason; readonly packs: number; readonly stops: number }
