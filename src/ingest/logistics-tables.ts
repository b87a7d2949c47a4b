import { type KnownTable, knownTable } from './known-table.ts'

/** The record types of `logistics_data.csv` (DATA §2), each of which may also be a file of its own. */
export const RECORDS = ['product', 'depot', 'vehicle_type', 'point', 'lot', 'fleet', 'distance'] as const
export type RecordType = (typeof RECORDS)[number]

const tables: Readonly<Record<RecordType, KnownTable>> = {
  product: knownTable(
    'product',
    `
    *id: text = codigo, producto, codigo producto, product
    name: text = nombre, descripcion, nombre producto
    *unit: text = unidad, unidad de medida
    *pack: number = unidades por paquete, paquete, contenido
    *kg: number = peso kg, peso, kilos
    *m3: number = volumen m3, volumen
    shelf_life_days: number = vida util dias, vida util, vencimiento dias
    *persons: number = personas
    *days: number = dias, dias de atencion
    critical_level: number = nivel critico, reserva minima
    earmark: prefix = reservado, reservado para, destino`,
  ),
  depot: knownTable(
    'depot',
    `
    *id: text = codigo, almacen, codigo almacen, depot
    name: text = nombre, nombre almacen
    *level: word = nivel, tipo
    *ubigeo: ubigeo = cod ubigeo, codigo ubigeo, id ubigeo, inei
    *lat: latitude = latitud, latitude
    *lon: longitude = longitud, longitude
    *opens: time = abre, apertura, hora apertura
    *closes: time = cierra, cierre, hora cierre
    *docks: number = muelles, andenes, puertas
    *load_min: number = minutos de carga, carga min
    parent: text = almacen superior, depende de
    capacity_kg: number = capacidad kg
    capacity_m3: number = capacidad m3`,
  ),
  lot: knownTable(
    'lot',
    `
    *depot: text = almacen, codigo almacen, deposito
    *product: text = producto, codigo producto
    *lot: text = lote, codigo lote, nro lote
    *packs: number = paquetes, bultos, cantidad
    expires: date = vence, vencimiento, fecha vencimiento, fecha de vencimiento
    arrives: date = llega, llegada, fecha llegada, fecha de llegada
    earmark: prefix = reservado, reservado para, destino`,
  ),
  vehicle_type: knownTable(
    'vehicle_type',
    `
    *id: text = codigo, tipo vehiculo, tipo de vehiculo, vehicle type
    name: text = nombre, descripcion
    *mode: word = modo, medio
    *kg: number = capacidad kg, carga kg
    *m3: number = capacidad m3, carga m3
    *speed_flat: number = velocidad llano, velocidad plano
    *speed_hill: number = velocidad cuesta, velocidad sierra
    *cost_km: number = costo km, costo por km
    *cost_hour: number = costo hora, costo por hora
    *fixed_cost: number = costo fijo
    *shift_start: time = inicio turno, turno inicio
    *shift_end: time = fin turno, turno fin
    max_km: number = km maximo
    max_stops: number = paradas maximo, maximo paradas
    skills: text = habilidades, sirve a`,
  ),
  fleet: knownTable(
    'fleet',
    `
    *depot: text = almacen, codigo almacen, deposito
    *vehicle_type: text = tipo vehiculo, tipo de vehiculo, vehiculo
    *count: number = cantidad, numero, unidades`,
  ),
  point: knownTable(
    'point',
    `
    *id: text = codigo, punto, codigo punto, point
    name: text = nombre, nombre punto
    *ubigeo: ubigeo = cod ubigeo, codigo ubigeo, id ubigeo, inei
    *lat: latitude = latitud, latitude
    *lon: longitude = longitud, longitude
    *persons: number = personas, poblacion, usuarios, beneficiarios
    opens: time = abre, apertura, hora apertura
    closes: time = cierra, cierre, hora cierre
    service_min: number = minutos de atencion, atencion min
    access: text = acceso, accesos
    kind: text = clase, tipo`,
  ),
  distance: knownTable(
    'distance',
    `
    *from: end = desde, origen
    *to: end = hasta, destino
    *mode: word = modo, medio
    *km: number = distancia km, distancia
    *minutes: number = minutos, duracion min, tiempo min
    closed_from: date = cerrado desde
    closed_until: date = cerrado hasta`,
  ),
}

export const recordTable = (record: RecordType): KnownTable => tables[record]

/** One file with all record types: a column `record`, and the columns of all of them. */
export const logisticsTable: KnownTable = {
  id: 'logistics_data',
  needs: [['record'], ['id', 'depot', 'from']],
  columns: [
    { name: 'record', kind: 'word', headers: ['record', 'registro', 'tipo registro', 'tipo de registro'] },
    ...new Map(
      RECORDS.flatMap((record) => tables[record].columns).map((c) => [
        c.name,
        { ...c, headers: [c.name.replaceAll('_', ' ')] },
      ]),
    ).values(),
  ],
}
