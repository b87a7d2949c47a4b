import { fold } from './fold.ts'

/** Groups of hazards that settings may set aside: no kit of ours answers them. */
const GROUPS: readonly (readonly [group: string, pattern: RegExp])[] = [
  ['covid', /\bcovid\b/],
  ['epidemic', /^epidemias?\b/],
  ['pollution', /^contamina/],
]

const COLD = /\b(helada|heladas|friaje|nevada|nevadas|frio)\b/

/** The group a hazard of the register belongs to, or `undefined`. */
export function hazardGroup(hazard: string): string | undefined {
  const folded = fold(hazard)
  return GROUPS.find(([, pattern]) => pattern.test(folded))?.[0]
}

/** Frost, cold spell, snow: people need warm clothing, not food. */
export const isCold = (hazard: string): boolean => COLD.test(fold(hazard))
