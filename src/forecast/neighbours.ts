import { levelOf, parentOf, type Ubigeo } from '../model/ubigeo.ts'

/** Which rows of a group lie around which. */
export interface Neighbours {
  /** By row: its circle, an index into `circles`. */
  readonly of: Int32Array
  /** Rows of each circle, those it is of among them. */
  readonly circles: readonly Int32Array[]
}

/** A circle of fewer tells little more than the place itself. */
const ENOUGH = 5

/**
 * The rows around each: places of its own level in the narrowest node above it that has five or more of them, else in the widest.
 * @param codes places of the rows
 */
export function neighboursOf(codes: readonly Ubigeo[]): Neighbours {
  const within = new Map<string, number[]>()
  const keys = (code: Ubigeo): string[] => {
    const out: string[] = []
    for (let node: Ubigeo | undefined = parentOf(code) ?? code; node !== undefined; node = parentOf(node))
      out.push(`${levelOf(code)} ${node}`)
    return out
  }
  codes.forEach((code, row) => {
    for (const key of keys(code)) {
      const rows = within.get(key)
      if (rows) rows.push(row)
      else within.set(key, [row])
    }
  })
  const chosen = codes.map((code) => {
    const all = keys(code)
    return all.find((key) => within.get(key)!.length >= ENOUGH) ?? all.at(-1)!
  })
  const names = [...new Set(chosen)]
  return {
    of: Int32Array.from(chosen, (key) => names.indexOf(key)),
    circles: names.map((key) => Int32Array.from(within.get(key)!)),
  }
}
