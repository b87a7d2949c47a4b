import type { ShortfallReason } from '../model/allocation.ts'
import type { UnservedReason } from '../model/tour.ts'
import type { Language } from './format.ts'

/** Why a place gets less than its need. */
export const SHORTFALL_REASONS: Readonly<Record<Language, Readonly<Record<ShortfallReason, string>>>> = {
  es: {
    'no-stock': 'Ningún almacén tiene existencias de este producto.',
    'not-enough-stock': 'Las existencias se repartieron antes de cubrir la necesidad de todos.',
    'stock-not-usable':
      'Lo que queda no se puede usar: es nivel crítico, vence antes, llega después o está reservado para otros.',
    'stock-elsewhere': 'Lo que queda está en almacenes que no atienden a esta región.',
    'no-vehicle': 'Ningún almacén tiene vehículos.',
    'too-heavy': 'Un solo kit pesa u ocupa más de lo que lleva cualquier vehículo que llega a este lugar.',
    'not-reached': 'Ningún almacén con vehículos comparte una vía con este lugar.',
  },
  en: {
    'no-stock': 'No depot has stock of this product.',
    'not-enough-stock': 'Stock was shared out before it met the need of all.',
    'stock-not-usable':
      'What is left cannot be used: it is critical level, expires earlier, arrives later or is earmarked for others.',
    'stock-elsewhere': 'What is left lies in depots that do not serve this region.',
    'no-vehicle': 'No depot has a vehicle.',
    'too-heavy': 'A single pack is heavier or larger than any vehicle that reaches this place.',
    'not-reached': 'No depot with a vehicle shares a network with this place.',
  },
}

/** Why a stop is not served. */
export const UNSERVED_REASONS: Readonly<Record<Language, Readonly<Record<UnservedReason, string>>>> = {
  es: {
    'too-heavy': 'Un solo kit pesa u ocupa más de lo que lleva cualquier vehículo del almacén.',
    'no-vehicle': 'El almacén no tiene vehículos.',
    'not-reached': 'Ningún vehículo del almacén llega por las vías de este lugar.',
    'no-skill': 'Ningún vehículo que podría llegar puede atender un punto de ese tipo.',
    window: 'El horario del punto, la atención o la carga no caben en ninguna jornada.',
    'too-far': 'La ida y vuelta es más larga de lo que puede recorrer cualquier vehículo.',
    closed: 'Su vía está cerrada todos los días del mes en que un vehículo podría salir.',
    'no-time': 'Todos los vehículos están ocupados hasta fin de mes.',
  },
  en: {
    'too-heavy': 'A single pack is heavier or larger than any vehicle of the depot can carry.',
    'no-vehicle': 'The depot has no vehicle.',
    'not-reached': 'No vehicle of the depot goes by the networks of this place.',
    'no-skill': 'No vehicle that could reach it can serve a point of its kind.',
    window: 'The point’s hours, the service or the loading fit no shift.',
    'too-far': 'There and back is longer than any vehicle may go.',
    closed: 'Its way is closed on every day of the month on which a vehicle could set out.',
    'no-time': 'All vehicles are busy until the end of the month.',
  },
}
