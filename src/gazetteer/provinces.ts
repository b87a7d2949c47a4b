import type { Province } from './province.ts'
import { centre } from './provinces-centre.ts'
import { east } from './provinces-east.ts'
import { north } from './provinces-north.ts'
import { south } from './provinces-south.ts'

/** The 196 provinces by INEI code. */
export const provinces: readonly Province[] = [...north, ...centre, ...south, ...east].sort((a, b) =>
  a.ubigeo < b.ubigeo ? -1 : 1,
)
