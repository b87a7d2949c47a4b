import type { Product } from './product.ts'

/** The four kinds of aid whose demand an emergency register tells (DATA §4). */
export const AID_KINDS = ['food', 'warm-clothing', 'shelter', 'hygiene'] as const
export type AidKind = (typeof AID_KINDS)[number]

/**
 * Measures of an event register that make the need of a kind. An event's persons stand either in the plain measures or in those of cold.
 */
export const REGISTER_MEASURES: Readonly<Record<AidKind, readonly string[]>> = {
  food: ['homeless', 'affected'],
  'warm-clothing': ['homeless_cold', 'affected_cold'],
  shelter: ['houses_lost'],
  hygiene: ['homeless', 'homeless_cold'],
}

const WORDS: Readonly<Record<AidKind, RegExp>> = {
  food: /aliment|raci[oó]n|food|v[ií]veres|canasta/i,
  'warm-clothing': /abrigo|frazada|ropa|clothing|blanket|manta/i,
  shelter: /techo|carpa|albergue|shelter|tent|m[oó]dulo/i,
  hygiene: /higiene|aseo|hygiene/i,
}

/** The kind a product belongs to, by the words of its id or name; `undefined` for any other product. */
export function aidKindOf(product: Pick<Product, 'id' | 'name'>): AidKind | undefined {
  return AID_KINDS.find((kind) => WORDS[kind].test(product.id) || WORDS[kind].test(product.name))
}
