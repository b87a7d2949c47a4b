import type { ForecastNode } from '../../../src/api/forecast.ts'
import { parentOf, ubigeo, type Ubigeo } from '../../../src/model/ubigeo.ts'
import { asTyped, plainText } from '../plain-text.ts'

/** A place as the search knows it. */
export interface Searchable extends ForecastNode {
  /** What lies above it: `Huancavelica, Huancavelica`. */
  readonly around: string
  readonly plain: string
}

/** Rows a person looks through. */
const MOST = 8

export function searchable(nodes: readonly ForecastNode[]): readonly Searchable[] {
  const names = new Map(nodes.map((node) => [node.ubigeo, node.name]))
  return nodes.map((node) => {
    const above: string[] = []
    for (let up = parentOf(ubigeo(node.ubigeo)); up !== undefined; up = parentOf(up)) {
      const name: string | undefined = isNation(up) ? undefined : names.get(up)
      if (name !== undefined) above.push(name)
    }
    return { ...node, around: above.join(', '), plain: plainText(`${node.name} ${above.join(' ')}`) }
  })
}

const isNation = (code: Ubigeo): boolean => parentOf(code) === undefined

/** Places whose name, or whose name with what lies above, holds every word; names that begin with the text first, larger places before smaller. */
export function matches(places: readonly Searchable[], text: string): readonly Searchable[] {
  const wanted = plainText(text.trim())
  if (wanted === '') return []
  const words = wanted.split(/\s+/)
  const rank = (place: Searchable): number => {
    const name = asTyped(plainText(place.name), wanted)
    if (place.ubigeo.startsWith(wanted)) return 0
    if (name === wanted) return 0
    return name.startsWith(wanted) ? 1 : 2
  }
  return places
    .filter(
      (place) => place.ubigeo.startsWith(wanted) || words.every((word) => asTyped(place.plain, word).includes(word)),
    )
    .toSorted(
      (a, b) => rank(a) - rank(b) || levelRank(a.ubigeo) - levelRank(b.ubigeo) || (a.ubigeo < b.ubigeo ? -1 : 1),
    )
    .slice(0, MOST)
}

const levelRank = (code: string): number => 6 - (/(?:00)*$/.exec(code)?.[0].length ?? 0)
