/** Mean radius of the Earth [m] (IUGG R1). */
const RADIUS = 6_371_008.8
const RAD = Math.PI / 180

/** Great-circle distance [m] between two points in degrees, by the haversine. */
export function greatCircle(latA: number, lonA: number, latB: number, lonB: number): number {
  const dLat = (latB - latA) * RAD
  const dLon = (lonB - lonA) * RAD
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(latA * RAD) * Math.cos(latB * RAD) * Math.sin(dLon / 2) ** 2
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(h)))
}
