import { byText } from '../../kernel/order.ts'
import { parentOf, type Ubigeo } from '../../model/ubigeo.ts'

/** Nodes of a hierarchy: those that are sums first, each after the one it lies in, then the leaves. */
export interface Tree {
  /** Of each node the one it lies in, always of lesser index; −1 for a root. */
  readonly parent: Int32Array
  /** How many are sums of others. The leaves come after them. */
  readonly uppers: number
}

/** The hierarchy above some places. */
export interface PlaceTree extends Tree {
  /** Of the sums; leaves are in the order given. */
  readonly codes: readonly Ubigeo[]
}

/**
 * Provinces, departments and nation above places, which may be of any level. A place that also has places within is a leaf beside them below the
 * sum of its own code.
 */
export function placeTree(places: readonly Ubigeo[]): PlaceTree {
  const above = new Set<Ubigeo>()
  for (const place of places)
    for (let node = parentOf(place); node !== undefined; node = parentOf(node)) above.add(node)
  // Codes of whole nodes end in zeros, so that in this order each comes after the one it lies in.
  const codes = [...above].sort(byText)
  const index = new Map(codes.map((code, i) => [code, i]))
  const at = (code: Ubigeo | undefined): number => (code === undefined ? -1 : index.get(code)!)
  const parents = [
    ...codes.map((code) => at(parentOf(code))),
    ...places.map((place) => index.get(place) ?? at(parentOf(place))),
  ]
  return { parent: Int32Array.from(parents), uppers: codes.length, codes }
}

/** Leaves, counted from 0, that each sum adds up, ascending. */
export function leavesBelow({ parent, uppers }: Tree): readonly (readonly number[])[] {
  const below = Array.from({ length: uppers }, (): number[] => [])
  for (let leaf = uppers; leaf < parent.length; leaf++)
    for (let node = parent[leaf]; node >= 0; node = parent[node]) below[node].push(leaf - uppers)
  return below
}

/** Overwrites the values of sums with those of what lies below them. @param values one per node */
export function addUp({ parent, uppers }: Tree, values: Float64Array): void {
  values.fill(0, 0, uppers)
  for (let i = parent.length - 1; i >= 0; i--) if (parent[i] >= 0) values[parent[i]] += values[i]
}
