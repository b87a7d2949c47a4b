import { type KnownTable, knownTable } from './known-table.ts'
import { logisticsTable, RECORDS, recordTable } from './logistics-tables.ts'

const UBIGEO = 'cod ubigeo, codigo ubigeo, id ubigeo, ubigeo inei, cod distrito, codigo distrito, inei'

export const demandTable: KnownTable = knownTable(
  'social_aid_demand',
  `
  period: date = periodo, fecha, fecha corte, fecha entrega, fecha de entrega, fecha atencion, date
  month: month = mes
  year: number = ano, anio, anho
  *ubigeo: ubigeo = ${UBIGEO}
  product: text = producto, bien, articulo, item, tipo de ayuda, ayuda
  quantity: number = cantidad, cant, unidades, cantidad entregada, kits, raciones, canastas
  persons: number = personas, beneficiarios, nro beneficiarios, numero de beneficiarios, usuarios, atendidos
  district: text = distrito, nombre distrito
  province: text = provincia, prov
  department: text = departamento, dpto, region
  status: word = estado
  source: text = fuente`,
  [
    ['period', 'month'],
    ['quantity', 'persons'],
  ],
)

export const routesTable: KnownTable = knownTable(
  'delivery_routes',
  `
  *departed_at: date = salida, fecha salida, fecha hora salida, hora salida
  *from: end = desde, origen
  *to: end = hasta, destino
  *mode: word = modo, medio
  *vehicle_type: text = tipo vehiculo, tipo de vehiculo, vehiculo
  *distance_km: number = distancia km, distancia, km
  climb_m: number = subida m, desnivel m, desnivel
  surface: text = superficie
  load_kg: number = carga kg, peso kg
  *duration_min: number = duracion min, minutos, tiempo min
  cost: number = costo
  result: text = resultado`,
)

/** What may move demand: campaigns and holidays that are known ahead, indices that are known once they have come. */
export const covariatesTable: KnownTable = knownTable(
  'covariates',
  `
  *period: date = periodo, mes, fecha
  *covariate: text = covariable, variable, indicador, serie
  *class: word = clase, tipo, conocida
  *value: number = valor, numero
  ubigeo: ubigeo = ${UBIGEO}
  district: text = distrito
  province: text = provincia
  department: text = departamento, region`,
)

/** INEI's directory of municipalities. */
const directoryTable: KnownTable = knownTable(
  'inei_directory',
  `
  *ubigeo: ubigeo = ${UBIGEO}
  *department: text = departamento
  *province: text = provincia
  *district: text = distrito
  capital: text = capital legal
  category: text = categoria
  altitude: number = altitud, altitud msnm
  *population: number = poblacion, poblacion 2025
  *lat: latitude = latitud, latitude
  *lon: longitude = longitud, longitude`,
)

/** Indicators by district, with the codes of both books. */
const povertyTable: KnownTable = knownTable(
  'poverty',
  `
  *ubigeo: ubigeo = ${UBIGEO}
  reniec: text = ubigeo reniec, cod reniec
  department: text = departamento
  province: text = provincia
  district: text = distrito
  *poverty: number = pct pobreza total, pct pobreza total 2018, pobreza total, pobreza
  vulnerability: number = indice vulnerabilidad alimentaria`,
)

/** INDECI's register of emergencies, the yearly files of its map as one table. */
const sinpadTable: KnownTable = knownTable(
  'sinpad',
  `
  *id: text = ide sinpad, codigo de emergencia sinpad, cod sinpad
  *date: date = fecha, fecha de la emer
  *ubigeo: ubigeo = cod ubigeo, cod distrito, ubigeo
  department: text = departamen, departamento, dpto
  province: text = provincia, prov
  district: text = distrito, dist
  *hazard: text = fenomeno, peligro, emergencia
  *affected: number = safecta, afectados
  *homeless: number = sdamni, damnificados
  *destroyed: number = sdestruviv, viviendas destruidas
  *uninhabitable: number = sinhabiviv, viviendas inhabitables
  damaged: number = safectaviv, viviendas afectadas`,
)

/** Every table that is recognised; of equally good fits the earlier one. */
export const knownTables: readonly KnownTable[] = [
  sinpadTable,
  povertyTable,
  directoryTable,
  logisticsTable,
  routesTable,
  covariatesTable,
  demandTable,
  ...RECORDS.map(recordTable),
]
