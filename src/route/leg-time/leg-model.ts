import type { Topology, Weight } from '../../kernel/network/topology.ts'
import { inputNames } from './leg-inputs.ts'
import { legTopology } from './leg-network.ts'
import type { LegScore } from './leg-score.ts'
import type { Reading } from './medians.ts'

/** Raised when an older file would be read wrongly. */
const VERSION = 1

/** What lies beside the network: how to feed it, how to read it, and how good it was. */
export interface LegNote extends Reading {
  readonly kind: 'leg-time'
  readonly version: typeof VERSION
  /** In the order of the columns of the input `leg`. */
  readonly inputs: readonly string[]
  readonly output: 'ln(duration / speed table)'
  /** Mean of durations over the network's medians: delays add up along a tour, medians do not. At least 1. */
  readonly allowance: number
  /** Mean of a loaded vehicle. */
  readonly loadShare: number
  readonly seed: number
  /** Whose weights these are; 0: the network is the speed table. */
  readonly epoch: number
  readonly legs: { readonly training: number; readonly stopping: number; readonly heldOut: number }
  /** Days that the network was not trained on. */
  readonly heldOut: { readonly from: string; readonly until: string }
  /** On legs as they were driven, way known; and as a plan sees them. */
  readonly driven: LegScore
  readonly planned: LegScore
  /** Whether it beats the speed table on held-out legs: only then does it time routes. */
  readonly used: boolean
}

export interface LegModel {
  readonly topology: Topology
  readonly weights: readonly Weight[]
  readonly note: LegNote
}

export const legNote = (note: Omit<LegNote, 'kind' | 'version' | 'inputs' | 'output'>): LegNote => ({
  kind: 'leg-time',
  version: VERSION,
  inputs: inputNames(note),
  output: 'ln(duration / speed table)',
  ...note,
})

const isNumber = (x: unknown): boolean => typeof x === 'number' && Number.isFinite(x)
const isTexts = (x: unknown): x is readonly string[] => Array.isArray(x) && x.every((word) => typeof word === 'string')

/** The model of a file; `undefined` where it is another network than this program's, or of another version. */
export function legModelOf(
  topology: Topology,
  weights: readonly Weight[],
  note: Readonly<Record<string, unknown>> | undefined,
): LegModel | undefined {
  if (note?.['kind'] !== 'leg-time' || note['version'] !== VERSION) return undefined
  const { surfaces, vehicleTypes, inputs } = note
  if (!isTexts(surfaces) || !isTexts(vehicleTypes) || !isTexts(inputs)) return undefined
  const names = inputNames({ surfaces, vehicleTypes })
  if (names.join('\n') !== inputs.join('\n')) return undefined
  // The start of a layer says nothing of a trained one.
  const plain = (t: Topology): string => JSON.stringify(t, (key, x: unknown) => (key === 'start' ? undefined : x))
  if (plain(topology) !== plain(legTopology(names.length))) return undefined
  if (!['least', 'most', 'allowance', 'loadShare'].every((key) => isNumber(note[key]))) return undefined
  return { topology, weights, note: note as unknown as LegNote }
}
