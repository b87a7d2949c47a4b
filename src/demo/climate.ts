import type { Province } from '../gazetteer/province.ts'

/** Above this a frost is a disaster [m]: the high sierra. */
const HIGH_SIERRA_M = 3000

/** Danger of rain by month (January first), the wettest month being about 1; an assumption by natural region. */
const RAIN: Readonly<Record<Province['region'], readonly number[]>> = {
  coast: [0.8, 1, 1, 0.3, 0.03, 0.02, 0.02, 0.02, 0.02, 0.03, 0.05, 0.2],
  highlands: [0.8, 0.9, 0.8, 0.25, 0.06, 0.03, 0.03, 0.05, 0.1, 0.15, 0.2, 0.4],
  jungle: [0.9, 1, 1, 0.45, 0.2, 0.1, 0.1, 0.1, 0.15, 0.25, 0.35, 0.5],
}

/** Danger of frost by month in the high sierra. */
const FROST = [0.01, 0, 0.01, 0.05, 0.2, 0.9, 1, 0.8, 0.2, 0.05, 0.02, 0.01]

/** How strong El Niño is, by month of its summer. */
const NINO = [0.5, 0.9, 1, 0.5]
/** South of this the warm water of El Niño brings little rain. */
const NINO_SOUTH = -9.5

/** Expected storms of a month that begin in a province, without El Niño. @param month January is 0 */
export function rain(province: Province, month: number): number {
  const dry = province.region === 'coast' && province.lat < NINO_SOUTH ? 0.5 : 1
  return dry * (RAIN[province.region][month] ?? 0)
}

/** Times as many and as strong storms in a month of the summer of El Niño: 1 where it does nothing. */
export function nino(province: Province, month: number): number {
  if (province.region !== 'coast') return 1
  return 1 + (NINO[month] ?? 0) * (province.lat > NINO_SOUTH ? 4 : 0.6)
}

/** Danger of frost, 0 below the high sierra. @param month January is 0 */
export function frost(province: Province, month: number): number {
  const height = Math.min(1.5, Math.max(0, (province.altitudeM - HIGH_SIERRA_M + 200) / 1000))
  return height * (FROST[month] ?? 0)
}
