import type { Place } from '../model/place.ts'
import { provinceOf, ubigeo } from '../model/ubigeo.ts'
import { edits, fold } from './fold.ts'
import { isBlank } from './number-cell.ts'

/** Which codes there are, in both books, and which names they carry. */
export interface CodeIndex {
  /** Whether a directory of districts was brought. */
  readonly directory: boolean
  /** INEI: a district of the directory (of any known province, without one), a province or a department. */
  has(code: string): boolean
  /** The INEI code of a RENIEC code. */
  fromReniec(code: string): string | undefined
  /** Whether codes of RENIEC's districts are known at all. */
  readonly equivalence: boolean
  nameOf(code: string): string | undefined
  departmentName(code: string): string | undefined
  successor(code: string): string | undefined
  /** The one place with these names (department, province, district). */
  byNames(department: string, province: string, district: string): string | undefined
  /** Of names that are no place: the first that is unknown within those before it, with the most similar one there (`''` where none is). */
  unknownName(names: Names): { readonly column: keyof Names; readonly nearest: string } | undefined
  /** The place whose name is most like this one, in the province of a code, else its department, else anywhere: `code name`. */
  nearest(code: string, name: string): string | undefined
}

/** Names of a place, as written; blank where the file has none. */
export interface Names {
  readonly department: string
  readonly province: string
  readonly district: string
}

export interface NamedDistrict {
  readonly code: string
  readonly name: string
  readonly province: string
  readonly department: string
}

/**
 * @param districts those of the directory; empty: none was brought
 * @param reniec RENIEC code → INEI code of districts
 */
export function codeIndex(
  gazetteer: readonly Place[],
  districts: readonly NamedDistrict[],
  reniec: ReadonlyMap<string, string>,
  reniecDepartments: ReadonlyMap<string, string>,
  successors: ReadonlyMap<string, string>,
): CodeIndex {
  const upper = new Map<string, Place>(gazetteer.map((place) => [place.ubigeo, place]))
  const lower = new Map(districts.map((district) => [district.code, district]))
  const names = new Map<string, string | null>()
  for (const d of districts) {
    const key = [d.department, d.province, d.name].map(fold).join('|')
    names.set(key, names.has(key) ? null : d.code)
  }
  const everywhere: readonly Names[] = [
    ...gazetteer.map((place) => ({ department: place.department, province: place.province ?? '', district: '' })),
    ...districts.map((place) => ({ department: place.department, province: place.province, district: place.name })),
  ]
  const provinces = mostly([...reniec].map(([from, to]) => [`${from.slice(0, 4)}00`, provinceOf(ubigeo(to))] as const))

  return {
    directory: districts.length > 0,
    has: (code) =>
      upper.has(code) ||
      (districts.length > 0 ? lower.has(code) : !code.endsWith('00') && upper.has(provinceOf(ubigeo(code)))),
    fromReniec(code) {
      if (!code.endsWith('00')) return reniec.get(code)
      if (!code.endsWith('0000')) return provinces.get(code)
      const department = reniecDepartments.get(code.slice(0, 2))
      return department === undefined ? undefined : `${department}0000`
    },
    equivalence: reniec.size > 0,
    nameOf: (code) => lower.get(code)?.name ?? upper.get(code)?.name,
    departmentName: (code) => upper.get(`${code.slice(0, 2)}0000`)?.name,
    successor: (code) => successors.get(code),
    byNames: (department, province, district) =>
      names.get([department, province, district].map(fold).join('|')) ?? undefined,
    unknownName(written) {
      let within: readonly Names[] = everywhere
      for (const column of ['department', 'province', 'district'] as const) {
        if (isBlank(written[column])) continue
        const wanted = fold(written[column])
        const inside = within.filter((place) => fold(place[column]) === wanted)
        if (inside.length === 0) {
          const there = [...new Set(within.map((place) => place[column]))].filter((name) => name !== '')
          return { column, nearest: mostLike(wanted, there, (name) => name, similar(wanted)) ?? '' }
        }
        within = inside
      }
      return undefined
    },
    nearest(code, name) {
      const wanted = fold(name)
      if (wanted === '') return undefined
      for (const prefix of [code.slice(0, 4), code.slice(0, 2), '']) {
        const inside = districts.filter((district) => district.code.startsWith(prefix))
        // In another department only the very name counts.
        const best = mostLike(wanted, inside, (district) => district.name, prefix === '' ? 0 : similar(wanted))
        if (best !== undefined) return `${best.code} ${best.name}`
      }
      return undefined
    },
  }
}

/** Up to a third of the letters may differ, beyond that it is another name. */
const similar = (wanted: string): number => Math.floor(wanted.length / 3)

/** The first of those whose name has the fewest edits from the wanted one, at most so many. */
function mostLike<T>(wanted: string, among: readonly T[], nameOf: (one: T) => string, most: number): T | undefined {
  let best: T | undefined
  let least = most + 1
  for (const one of among) {
    const distance = edits(wanted, fold(nameOf(one)))
    if (distance < least) {
      least = distance
      best = one
    }
  }
  return best
}

/** For each key the value it stands beside most often, the first of equals: districts moved between provinces, the books did not follow at once. */
function mostly(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const [key, value] of pairs) {
    const of = counts.get(key) ?? new Map<string, number>()
    of.set(value, (of.get(value) ?? 0) + 1)
    counts.set(key, of)
  }
  const best = new Map<string, string>()
  for (const [key, of] of counts) {
    let most = 0
    for (const [value, count] of of)
      if (count > most) {
        most = count
        best.set(key, value)
      }
  }
  return best
}
