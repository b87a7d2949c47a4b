import type { HazardType } from '../model/observation.ts'
import { fold } from './fold.ts'

/** Groups of hazards that settings may set aside: no kit of ours answers them. */
const GROUPS: readonly (readonly [group: string, pattern: RegExp])[] = [
  ['covid', /\bcovid\b/],
  ['epidemic', /^epidemias?\b/],
  ['pollution', /^contamina/],
]

const COLD = /\b(helada|heladas|friaje|nevada|nevadas|frio)\b/

/** The first that fits. */
const TYPES: readonly (readonly [type: HazardType, pattern: RegExp])[] = [
  ['cold', COLD],
  ['landslide', /desliza|huayco|huaico|derrumbe|alud|aluvion|reptacion|geodinamica externa|erosion/],
  ['drought', /sequia|deficit hidrico|desertifica/],
  ['rain', /lluvia|inundaci|precipitaci|granizad|tormenta|tempestad|temporal|embalse/],
  ['wind', /viento/],
  ['fire', /incendio/],
  ['quake', /sismo|erupci|tsunami|geodinamica interna/],
]

/** The group a hazard of the register belongs to, or `undefined`. */
export function hazardGroup(hazard: string): string | undefined {
  const folded = fold(hazard)
  return GROUPS.find(([, pattern]) => pattern.test(folded))?.[0]
}

/** The type under which an emergency is counted. */
export function hazardType(hazard: string): HazardType {
  const folded = fold(hazard)
  return TYPES.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other'
}

/** Frost, cold spell, snow: people need warm clothing, not food. */
export const isCold = (hazard: string): boolean => COLD.test(fold(hazard))
