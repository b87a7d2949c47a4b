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

const name = (from: string, to: string, mode: Mode): string => JSON.stringify([from, to, mode])

/** Nothing known yet. */
export function newWays(): KnownWays {
  const ways = new Map<string, { times: number; metres: number; climbM: number; surface: string }>()
  return {
    of: (from, to, mode) => {
      const way = ways.get(name(from, to, mode))
      return way && { metres: way.metres / way.times, climbM: way.climbM / way.times, surface: way.surface }
    },
    drive: (leg) => {
      const key = name(leg.from, leg.to, leg.mode)
      const { metres, climbM, surface } = wayOf(leg)
      const way = ways.get(key)
      if (!way) ways.set(key, { times: 1, metres, climbM, surface })
      else {
        way.times++
        way.metres += metres
        way.climbM += climbM
        way.surface = surface
      }
    },
  }
}

/** What all these legs tell. */
export function knownWays(legs: readonly DrivenLeg[]): KnownWays['of'] {
  const ways = newWays()
  for (const leg of legs.toSorted((a, b) => a.departedAt - b.departedAt)) ways.drive(leg)
  return ways.of
}
