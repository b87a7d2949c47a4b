import type { Place } from '../model/place.ts'
import { provinceOf, ubigeo } from '../model/ubigeo.ts'
import { edits, fold } from './fold.ts'

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
  /** The place whose name is most like this one, in the province of a code, else its department, else anywhere: `code name`. */
  nearest(code: string, name: string): string | undefined
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
    nearest(code, name) {
      const wanted = fold(name)
      if (wanted === '') return undefined
      for (const prefix of [code.slice(0, 4), code.slice(0, 2), '']) {
        let best: NamedDistrict | undefined
        // Up to a third of the letters may differ, beyond that it is another name; in another department only the very name counts.
        let least = prefix === '' ? 1 : Math.floor(wanted.length / 3) + 1
        for (const district of districts) {
          if (!district.code.startsWith(prefix)) continue
          const distance = edits(wanted, fold(district.name))
          if (distance < least) {
            least = distance
            best = district
          }
        }
        if (best !== undefined) return `${best.code} ${best.name}`
      }
      return undefined
    },
  }
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
