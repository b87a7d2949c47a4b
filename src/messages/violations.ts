import type { Language } from './format.ts'

/** What a plan got wrong, by the kind of the checker. */
const es = {
  lot: 'Se entrega de un lote que no está en ese almacén.',
  expiry: 'El lote vence antes de que termine el mes o llega después de que empieza.',
  earmark: 'El lote o el producto está reservado para otro lugar.',
  stock: 'Se entrega de un lote más de lo que hay.',
  'critical-level': 'El almacén no conserva su nivel crítico.',
  need: 'Los kits de la necesidad no corresponden a su cantidad o a su ventana.',
  packs: 'Lo asignado más lo que falta no es la necesidad.',
  place: 'La parada no está en el lugar al que se asignó la carga.',
  reserve: 'La reserva de una región aparece en una ruta.',
  'route-packs': 'Las rutas no llevan lo que se asignó en el primer mes.',
  fleet: 'La vuelta usa un vehículo o un almacén que no existe.',
  'capacity-mass': 'La carga pesa más de lo que el vehículo puede llevar.',
  'capacity-volume': 'La carga ocupa más de lo que cabe en el vehículo.',
  'tour-limits': 'La vuelta tiene más paradas o más kilómetros de lo permitido.',
  skill: 'El vehículo no puede atender un punto de ese tipo.',
  'working-day': 'La vuelta no empieza en un día laborable del primer mes.',
  loading: 'La carga del vehículo no cabe en el horario del almacén o dura otro tiempo.',
  docks: 'Se cargan a la vez más vehículos que muelles.',
  'vehicle-overlap': 'El vehículo sale antes de haber vuelto.',
  'travel-time': 'La hora de llegada no resulta del tiempo de viaje y de las jornadas.',
  'closed-way': 'Se recorre una vía en un día en que está cerrada.',
  window: 'La atención empieza fuera del horario del punto.',
  shift: 'El trabajo queda fuera de la jornada.',
  waiting: 'La atención no empieza en el primer momento posible.',
  service: 'La atención dura más o menos de lo que el punto pide.',
  leg: 'Falta un tramo en la matriz de tramos, o está repetido o sin extremo.',
  access: 'El medio de transporte no une los dos extremos del tramo.',
  'measured-way': 'El tramo no coincide con la tabla de distancias.',
  'straight-line': 'El tramo es más corto que la línea recta o más rápido que el vehículo.',
  'tour-sums': 'Los kilómetros o las horas de la vuelta no son la suma de sus tramos.',
  cost: 'El costo de la vuelta no resulta de sus kilómetros y horas.',
  'hierarchy-sum': 'El total de un lugar no es la suma de sus partes.',
  coverage: 'La cobertura del producto no resulta de lo necesitado y lo asignado.',
  hash: 'Un archivo del que se hizo el plan cambió o ya no está.',
}

const en: typeof es = {
  lot: 'Packs come from a lot that is not in that depot.',
  expiry: 'The lot spoils before the month ends or arrives after it begins.',
  earmark: 'The lot or the product is reserved for another place.',
  stock: 'More is given from a lot than it holds.',
  'critical-level': 'The depot does not keep its critical level.',
  need: 'The packs of the need do not follow from its quantity or its window.',
  packs: 'What is granted and what is missing do not make up the need.',
  place: 'The stop is not in the place that the load was granted to.',
  reserve: "A region's reserve is on a route.",
  'route-packs': 'The routes do not carry what was granted in the first month.',
  fleet: 'The tour uses a vehicle or a depot that does not exist.',
  'capacity-mass': 'The load is heavier than the vehicle may carry.',
  'capacity-volume': 'The load is larger than the vehicle can hold.',
  'tour-limits': 'The tour has more stops or kilometres than allowed.',
  skill: 'The vehicle cannot serve a point of this kind.',
  'working-day': 'The tour does not begin on a working day of the first month.',
  loading: "Loading is outside the depot's hours or takes another time.",
  docks: 'More vehicles are loaded at once than there are docks.',
  'vehicle-overlap': 'The vehicle leaves before it is back.',
  'travel-time': 'The time of arrival does not follow from travel time and shifts.',
  'closed-way': 'A way is driven on a day on which it is closed.',
  window: "Service begins outside the point's hours.",
  shift: 'Work lies outside the shift.',
  waiting: 'Service does not begin at the first moment possible.',
  service: 'Service takes more or less time than the point asks for.',
  leg: 'A leg is missing in the matrix of legs, or is repeated or has no end.',
  access: 'The mode of transport does not join both ends of the leg.',
  'measured-way': 'The leg differs from the table of distances.',
  'straight-line': 'The leg is shorter than the straight line or faster than the vehicle.',
  'tour-sums': "The tour's kilometres or hours are not the sum of its legs.",
  cost: "The tour's cost does not follow from its kilometres and hours.",
  'hierarchy-sum': 'The total of a place is not the sum of its parts.',
  coverage: "The product's coverage does not follow from what is needed and granted.",
  hash: 'A file that the plan was made from has changed or is gone.',
}

export const violations = { es, en }

/** What a violation is, where, and how it reads against how it should. */
export function violationSentence(
  violation: { readonly kind: string; readonly where: string; readonly expected: string; readonly found: string },
  language: Language,
): string {
  const sentence = violations[language][violation.kind as keyof typeof es]
  const [expected, found] = language === 'es' ? ['se espera', 'dice'] : ['expected', 'found']
  return `${violation.where}: ${sentence} (${expected} ${violation.expected}, ${found} ${violation.found})`
}
