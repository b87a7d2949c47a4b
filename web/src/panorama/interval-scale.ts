import { type ValueScale, valueScale } from '../chart/value-scale.ts'

/** Width of the axis that all intervals of a table share [px]. */
export const AXIS = 132

/** Square root, from zero to the largest upper end. */
export const intervalScale = (most: number): ValueScale => valueScale(true, most, 4, AXIS - 6)
