import type { Mode } from '../../model/access.ts'
import type { DrivenLeg } from '../../model/distance.ts'

/** A way as those who drove it found it, in one direction. */
export interface KnownWay {
  /** Means. */
  readonly metres: number
  readonly climbM: number
  /** Of the last time, in small letters without accents. */
  readonly surface: string
}

const folded = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()

/** The way of one leg. */
export const wayOf = ({ metres, climbM, surface }: DrivenLeg): KnownWay => ({
  metres,
  climbM,
  surface: folded(surface),
})

/** Ways by their ends and mode. */
export interface KnownWays {
  /** Of a way that was driven from one to the other, not back. */
  readonly of: (from: string, to: string, mode: Mode) => KnownWay | undefined
  /** Legs in order of departure. */
  readonly drive: (leg: DrivenLeg) => void
}

interface Sum {
  readonly mode: Mode
  times: number
  metres: number
  climbM: number
  surface: string
}

/** Nothing known yet. */
export function newWays(): KnownWays {
  // By one end and then the other: a plan asks for millions of ways, and joined names would cost more than the look-up.
  const ways = new Map<string, Map<string, Sum[]>>()
  const sumOf = (from: string, to: string, mode: Mode): Sum | undefined =>
    ways
      .get(from)
      ?.get(to)
      ?.find((sum) => sum.mode === mode)
  return {
    of: (from, to, mode) => {
      const sum = sumOf(from, to, mode)
      return sum && { metres: sum.metres / sum.times, climbM: sum.climbM / sum.times, surface: sum.surface }
    },
    drive: (leg) => {
      const { from, to, mode } = leg
      let sum = sumOf(from, to, mode)
      if (!sum) {
        sum = { mode, times: 0, metres: 0, climbM: 0, surface: '' }
        const ends = ways.get(from) ?? new Map<string, Sum[]>()
        ways.set(from, ends.set(to, [...(ends.get(to) ?? []), sum]))
      }
      const { metres, climbM, surface } = wayOf(leg)
      sum.times++
      sum.metres += metres
      sum.climbM += climbM
      sum.surface = surface
    },
  }
}

/** What all these legs tell. */
export function knownWays(legs: readonly DrivenLeg[]): KnownWays['of'] {
  const ways = newWays()
  for (const leg of legs.toSorted((a, b) => a.departedAt - b.departedAt)) ways.drive(leg)
  return ways.of
}
