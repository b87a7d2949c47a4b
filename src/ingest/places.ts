import { byText } from '../kernel/order.ts'
import type { Place } from '../model/place.ts'
import { departmentOf, levelOf, provinceOf, ubigeo } from '../model/ubigeo.ts'
import type { ListedDistrict } from './directory.ts'
import type { Indicators } from './poverty.ts'

/** A district that took the mean of its province, because no table gives its own value. */
export interface FilledIn {
  readonly district: ListedDistrict
  readonly column: 'poverty' | 'vulnerability'
  readonly value: number
}

interface Share {
  readonly value: number
  readonly weight: number
}

const mean = (shares: readonly Share[]): number | null => {
  const weight = shares.reduce((sum, s) => sum + s.weight, 0)
  return weight > 0 ? shares.reduce((sum, s) => sum + s.weight * s.value, 0) / weight : null
}

function grouped(keys: readonly (readonly [string, Share])[]): ReadonlyMap<string, Share[]> {
  const groups = new Map<string, Share[]>()
  for (const [key, share] of keys) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [share])
    else group.push(share)
  }
  return groups
}

/** Persons of provinces and departments by the districts of a directory; those of which it counts nobody are left out. */
export function populationAbove(districts: readonly ListedDistrict[]): ReadonlyMap<string, number> {
  const population = new Map<string, number>()
  for (const { code, population: persons } of districts)
    if (persons > 0)
      for (const above of [provinceOf(ubigeo(code)), departmentOf(ubigeo(code))])
        population.set(above, (population.get(above) ?? 0) + persons)
  return population
}

/**
 * Districts of the directory with networks and region of their province, and the gazetteer's provinces and departments with the populations of
 * their districts. Means of shares are weighted by population.
 */
export function placesOfDirectory(
  districts: readonly ListedDistrict[],
  indicators: ReadonlyMap<string, Indicators>,
  gazetteer: readonly Place[],
): { readonly places: readonly Place[]; readonly filled: readonly FilledIn[] } {
  const upper = new Map<string, Place>(gazetteer.map((place) => [place.ubigeo, place]))
  const filled: FilledIn[] = []

  const population = populationAbove(districts)

  const meansOf = (column: 'poverty' | 'vulnerability') => {
    const known = districts.flatMap((d): (readonly [string, Share])[] => {
      const value = indicators.get(d.code)?.[column]
      if (value === null || value === undefined) return []
      const share = { value, weight: Math.max(1, d.population) }
      return [
        [provinceOf(ubigeo(d.code)), share],
        [departmentOf(ubigeo(d.code)), share],
      ]
    })
    return new Map([...grouped(known)].map(([key, shares]) => [key, mean(shares)]))
  }
  const means = { poverty: meansOf('poverty'), vulnerability: meansOf('vulnerability') }

  const share = (district: ListedDistrict, column: 'poverty' | 'vulnerability'): number | null => {
    const own = indicators.get(district.code)?.[column]
    if (own !== null && own !== undefined) return own
    const value = means[column].get(provinceOf(ubigeo(district.code))) ?? null
    if (value !== null) filled.push({ district, column, value })
    return value
  }

  const lower = districts.map((d): Place => {
    const province = upper.get(provinceOf(ubigeo(d.code)))
    return {
      ubigeo: ubigeo(d.code),
      reniec: indicators.get(d.code)?.reniec ?? null,
      name: d.name,
      province: d.province,
      department: d.department,
      level: 'district',
      lat: d.lat,
      lon: d.lon,
      altitudeM: d.altitudeM,
      population: d.population,
      poverty: share(d, 'poverty'),
      vulnerability: share(d, 'vulnerability'),
      region: province?.region ?? null,
      access: province?.access ?? [],
      source: d.file,
    }
  })
  const places = gazetteer.map(
    (place): Place => ({
      ...place,
      population: population.get(place.ubigeo) ?? place.population,
      poverty: means.poverty.get(place.ubigeo) ?? place.poverty,
      vulnerability: means.vulnerability.get(place.ubigeo) ?? place.vulnerability,
    }),
  )
  return { places: [...places, ...lower].sort((a, b) => byText(a.ubigeo, b.ubigeo)), filled }
}

/** Without a directory: the gazetteer's places, and for every district that a file names its province's place under the district's code. */
export function borrowedPlaces(
  gazetteer: readonly Place[],
  named: ReadonlyMap<string, string>,
  indicators: ReadonlyMap<string, Indicators>,
): readonly Place[] {
  const upper = new Map<string, Place>(gazetteer.map((place) => [place.ubigeo, place]))
  const means = (column: 'poverty' | 'vulnerability') =>
    new Map(
      [
        ...grouped(
          [...indicators.values()].flatMap((i): (readonly [string, Share])[] => {
            const value = i[column]
            const share = value === null ? undefined : { value, weight: 1 }
            if (share === undefined) return []
            return [
              [provinceOf(ubigeo(i.code)), share],
              [departmentOf(ubigeo(i.code)), share],
            ]
          }),
        ),
      ].map(([key, shares]) => [key, mean(shares)]),
    )
  const poverty = means('poverty')
  const vulnerability = means('vulnerability')
  const places = gazetteer.map(
    (place): Place => ({
      ...place,
      poverty: poverty.get(place.ubigeo) ?? place.poverty,
      vulnerability: vulnerability.get(place.ubigeo) ?? place.vulnerability,
    }),
  )
  const borrowed = [...named].flatMap(([code, name]): Place[] => {
    const province = upper.get(provinceOf(ubigeo(code)))
    if (province === undefined || levelOf(ubigeo(code)) !== 'district') return []
    const own = indicators.get(code)
    return [
      {
        ...province,
        ubigeo: ubigeo(code),
        reniec: own?.reniec ?? null,
        name: name === '' ? province.name : name,
        province: province.name,
        level: 'district',
        poverty: own?.poverty ?? poverty.get(province.ubigeo) ?? province.poverty,
        vulnerability: own?.vulnerability ?? vulnerability.get(province.ubigeo) ?? province.vulnerability,
        source: `gazetteer ${province.ubigeo}`,
      },
    ]
  })
  return [...places, ...borrowed].sort((a, b) => byText(a.ubigeo, b.ubigeo))
}
