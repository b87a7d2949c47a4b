import type { Network } from '../../model/access.ts'
import type { Place, Region } from '../../model/place.ts'
import { ubigeo } from '../../model/ubigeo.ts'
import { real, type Table, text } from './table.ts'

export const PLACES: Table<Place> = {
  name: 'places',
  columns: [
    text('ubigeo', 'INEI code, six digits', (p) => p.ubigeo),
    text('reniec', 'RENIEC code', (p) => p.reniec),
    text('name', 'name', (p) => p.name),
    text('province', 'name of its province', (p) => p.province),
    text('department', 'name of its department', (p) => p.department),
    text('level', 'department, province or district', (p) => p.level),
    real('lat', 'latitude of the capital [degrees]', (p) => p.lat),
    real('lon', 'longitude of the capital [degrees]', (p) => p.lon),
    real('altitude_m', 'altitude of the capital [m]', (p) => p.altitudeM),
    real('population', 'people', (p) => p.population),
    real('poverty', 'share of people in poverty [0–1]', (p) => p.poverty),
    real('vulnerability', 'index of vulnerability [0–1]', (p) => p.vulnerability),
    text('region', 'coast, highlands or jungle', (p) => p.region),
    text('access', 'networks it lies on, separated by spaces', (p) => p.access.join(' ')),
    text('source', 'file, or gazetteer', (p) => p.source),
  ],
  read: (row) => ({
    ubigeo: ubigeo(row.text('ubigeo')),
    reniec: row.textOrNull('reniec'),
    name: row.text('name'),
    province: row.textOrNull('province'),
    department: row.text('department'),
    level: row.text('level') as Place['level'],
    lat: row.number('lat'),
    lon: row.number('lon'),
    altitudeM: row.numberOrNull('altitude_m'),
    population: row.number('population'),
    poverty: row.numberOrNull('poverty'),
    vulnerability: row.numberOrNull('vulnerability'),
    region: row.textOrNull('region') as Region | null,
    access: row
      .text('access')
      .split(' ')
      .filter((word) => word !== '') as Network[],
    source: row.text('source'),
  }),
}
