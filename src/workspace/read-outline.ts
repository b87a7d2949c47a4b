import { outline } from '../gazetteer/outline.ts'

/** Outline of the country: one ring of [longitude, latitude], clockwise, first point repeated. */
export const readOutline = (): readonly (readonly [lon: number, lat: number])[] => outline
