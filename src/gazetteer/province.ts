/**
 * A province and its capital.
 * Source of code, names, coordinates, altitude and population: INEI, directory of municipalities 2025. The coordinates
 * and altitude are those of the capital; the population is the sum of the districts.
 */
export interface Province {
  /** INEI, `DDPP00`. */
  readonly ubigeo: string
  readonly name: string
  readonly capital: string
  /** Degrees, WGS 84. */
  readonly lat: number
  readonly lon: number
  readonly altitudeM: number
  /** Persons, 2025. */
  readonly population: number
  /**
   * Natural region of the capital (costa, sierra, selva), as INDECI's emergency register gives it for the capital's
   * district. One differs: INDECI counts the city of Huánuco as high jungle, here it is highlands (a dry valley between
   * the ranges, 1,900 m).
   */
  readonly region: 'coast' | 'highlands' | 'jungle'
  /**
   * Networks that reach the capital, separated by spaces. Two places share a network only if a load can go from one to
   * the other inside Peru without changing the mode; in doubt a network is left out, because a missing one costs a
   * detour and a wrong one a delivery.
   * - `road:main`: the connected road network of the country. `road:iquitos`: Iquitos to Nauta, joined to nothing.
   * - `river:amazon`: Amazon, Napo, Ucayali up to Atalaya, Pachitea, Marañón below the Pongo de Manseriche, Huallaga
   *   below Yurimaguas. `river:maranon`, `river:putumayo`, `river:madre-de-dios`: see the rows.
   * - `air`: an airfield within 25 km of the capital, in its province or known as the one of that city (Anta for Huaraz,
   *   Rioja for Moyobamba, Callao for Lima).
   * - `animal:main`: every capital in the highlands; mule and llama trails end where the forest or the desert begins.
   */
  readonly access: string
}

/** One row of the tables, in the order of the columns. */
export const row = (
  ubigeo: string,
  name: string,
  capital: string,
  lat: number,
  lon: number,
  altitudeM: number,
  population: number,
  region: Province['region'],
  access: string,
): Province => ({ ubigeo, name, capital, lat, lon, altitudeM, population, region, access })
