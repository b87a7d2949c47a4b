import type { Mode, Network } from '../../model/access.ts'
import { formatInstant, formatTime } from '../../model/day.ts'
import type { Distance, DrivenLeg } from '../../model/distance.ts'
import type { Point } from '../../model/point.ts'
import { ubigeo } from '../../model/ubigeo.ts'
import { centimosOfSoles, gramsOfKg, metresOfKm, millilitresOfM3, secondsOfMinutes } from '../../model/units.ts'
import type { Fleet, VehicleType } from '../../model/vehicle.ts'
import { time, timeOrNull } from './supply.ts'
import { date, real, type Table, text, whole } from './table.ts'

export const VEHICLE_TYPES: Table<VehicleType> = {
  name: 'vehicle_types',
  columns: [
    text('id', 'vehicle type', (v) => v.id),
    text('name', 'name', (v) => v.name),
    text('mode', 'road, river, air or animal', (v) => v.mode),
    real('kg', 'capacity [kg]', (v) => v.capacityG / 1000),
    real('m3', 'capacity [m³]', (v) => v.capacityMl / 1_000_000),
    real('speed_flat', 'speed on level ground [km/h]', (v) => v.speedFlat),
    real('speed_hill', 'speed on steep ground [km/h]', (v) => v.speedHill),
    real('cost_km', 'cost of a kilometre [S/]', (v) => v.costPerKm / 100),
    real('cost_hour', 'cost of an hour [S/]', (v) => v.costPerHour / 100),
    real('fixed_cost', 'cost of a tour [S/]', (v) => v.fixedCost / 100),
    text('shift_start', 'shift from [time of day]', (v) => formatTime(v.shiftStart)),
    text('shift_end', 'shift until [time of day]', (v) => formatTime(v.shiftEnd)),
    real('max_km', 'longest tour [km]', (v) => (v.maxMetres === null ? null : v.maxMetres / 1000)),
    whole('max_stops', 'most stops of a tour', (v) => v.maxStops),
    text('skills', 'kinds of points it can serve, separated by spaces', (v) => v.skills.join(' ')),
  ],
  read: (row) => {
    const maxKm = row.numberOrNull('max_km')
    return {
      id: row.text('id'),
      name: row.text('name'),
      mode: row.text('mode') as Mode,
      capacityG: gramsOfKg(row.number('kg')),
      capacityMl: millilitresOfM3(row.number('m3')),
      speedFlat: row.number('speed_flat'),
      speedHill: row.number('speed_hill'),
      costPerKm: centimosOfSoles(row.number('cost_km')),
      costPerHour: centimosOfSoles(row.number('cost_hour')),
      fixedCost: centimosOfSoles(row.number('fixed_cost')),
      shiftStart: time(row, 'shift_start'),
      shiftEnd: time(row, 'shift_end'),
      maxMetres: maxKm === null ? null : metresOfKm(maxKm),
      maxStops: row.numberOrNull('max_stops'),
      skills: words(row.textOrNull('skills')),
    }
  },
}

const words = (stored: string | null): readonly string[] => (stored ?? '').split(' ').filter((word) => word !== '')

export const FLEET: Table<Fleet> = {
  name: 'fleet',
  columns: [
    text('depot', 'depot', (f) => f.depot),
    text('vehicle_type', 'vehicle type', (f) => f.vehicleType),
    whole('count', 'vehicles', (f) => f.count),
  ],
  read: (row) => ({
    depot: row.text('depot'),
    vehicleType: row.text('vehicle_type'),
    count: row.number('count'),
  }),
}

export const POINTS: Table<Point> = {
  name: 'points',
  columns: [
    text('id', 'delivery point', (p) => p.id),
    text('name', 'name', (p) => p.name),
    text('ubigeo', 'place it lies in', (p) => p.ubigeo),
    real('lat', 'latitude [degrees]', (p) => p.lat),
    real('lon', 'longitude [degrees]', (p) => p.lon),
    real('persons', 'people it serves', (p) => p.persons),
    text('opens', 'service begins from [time of day]', (p) => (p.opens === null ? null : formatTime(p.opens))),
    text('closes', 'service begins until [time of day]', (p) => (p.closes === null ? null : formatTime(p.closes))),
    real('service_min', 'service [min]', (p) => p.serviceS / 60),
    text('access', 'its own networks, separated by spaces', (p) => p.access?.join(' ') ?? null),
    text('kind', 'skill a vehicle must have', (p) => p.kind),
  ],
  read: (row) => {
    const access = row.textOrNull('access')
    return {
      id: row.text('id'),
      name: row.text('name'),
      ubigeo: ubigeo(row.text('ubigeo')),
      lat: row.number('lat'),
      lon: row.number('lon'),
      persons: row.number('persons'),
      opens: timeOrNull(row, 'opens'),
      closes: timeOrNull(row, 'closes'),
      serviceS: secondsOfMinutes(row.number('service_min')),
      access: access === null ? null : (words(access) as Network[]),
      kind: row.textOrNull('kind'),
    }
  },
}

export const DISTANCES: Table<Distance> = {
  name: 'distances',
  columns: [
    text('from', 'depot, point or ubigeo', (d) => d.from),
    text('to', 'depot, point or ubigeo', (d) => d.to),
    text('mode', 'road, river, air or animal', (d) => d.mode),
    real('km', 'length [km]', (d) => d.metres / 1000),
    real('minutes', 'time [min]', (d) => d.seconds / 60),
    date('closed_from', 'first day on which it is closed', (d) => d.closedFrom),
    date('closed_until', 'last day on which it is closed', (d) => d.closedUntil),
  ],
  read: (row) => ({
    from: row.text('from'),
    to: row.text('to'),
    mode: row.text('mode') as Mode,
    metres: metresOfKm(row.number('km')),
    seconds: secondsOfMinutes(row.number('minutes')),
    closedFrom: row.dayOrNull('closed_from'),
    closedUntil: row.dayOrNull('closed_until'),
  }),
}

export const DRIVEN_LEGS: Table<DrivenLeg> = {
  name: 'legs',
  columns: [
    text('departed_at', 'departure [local time]', (l) => formatInstant(l.departedAt)),
    text('from', 'depot, point or ubigeo', (l) => l.from),
    text('to', 'depot, point or ubigeo', (l) => l.to),
    text('mode', 'road, river, air or animal', (l) => l.mode),
    text('vehicle_type', 'vehicle type', (l) => l.vehicleType),
    real('distance_km', 'length [km]', (l) => l.metres / 1000),
    real('climb_m', 'climb [m]', (l) => l.climbM),
    text('surface', 'surface of the way', (l) => l.surface),
    real('load_kg', 'load [kg]', (l) => l.loadG / 1000),
    real('duration_min', 'time [min]', (l) => l.seconds / 60),
    real('cost', 'cost [S/]', (l) => (l.cost === null ? null : l.cost / 100)),
    text('result', 'what became of it', (l) => l.result),
  ],
  read: (row) => {
    const cost = row.numberOrNull('cost')
    return {
      departedAt: row.instant('departed_at'),
      from: row.text('from'),
      to: row.text('to'),
      mode: row.text('mode') as Mode,
      vehicleType: row.text('vehicle_type'),
      metres: metresOfKm(row.number('distance_km')),
      climbM: row.number('climb_m'),
      surface: row.text('surface'),
      loadG: gramsOfKg(row.number('load_kg')),
      seconds: secondsOfMinutes(row.number('duration_min')),
      cost: cost === null ? null : centimosOfSoles(cost),
      result: row.textOrNull('result'),
    }
  },
}
