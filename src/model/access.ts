export const MODES = ['road', 'river', 'air', 'animal'] as const
export type Mode = (typeof MODES)[number]

/** A network that a place lies on: `road:main`, `road:iquitos`, `river:amazon`, `air`, `animal:main`. */
export type Network = Mode | `${Mode}:${string}`

export const modeOf = (network: Network): Mode => network.split(':', 1)[0] as Mode

/** Reads networks separated by spaces; `undefined` when a word names no mode. */
export function parseAccess(text: string): readonly Network[] | undefined {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  return words.every((word) => MODES.includes(modeOf(word as Network))) ? (words as Network[]) : undefined
}

/** Whether a vehicle of this mode can go between two places: they must share a network of that mode. */
export function connected(mode: Mode, from: readonly Network[], to: readonly Network[]): boolean {
  return from.some((network) => modeOf(network) === mode && to.includes(network))
}
