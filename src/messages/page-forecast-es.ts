import { count, counted } from './format.ts'
import { memberNames } from './member-names.ts'

/** Every text of the page Pronóstico. */
export const forecastEs = {
  title: (place: string, month: string) => `${place}, ${month}`,
  path: 'Lugar',
  below: (n: number, level: 'department' | 'province' | 'district') =>
    `Elegir ${{ department: 'departamento', province: 'provincia', district: 'distrito' }[level]} (${count(n)})`,
  belowLabel: 'Bajar un nivel',
  code: (ubigeo: string) => `ubigeo ${ubigeo}`,
  people: (n: string) => `${n} hab.`,
  altitude: (metres: string) => `${metres} m s. n. m.`,
  mean: 'Media',
  meanNote: 'personas',
  median: 'Mediana',
  medianNote: 'personas',
  interval: 'Intervalo 80 %',
  intervalNote: (inside: string, of: string) =>
    of === '0' ? 'sin prueba hacia atrás' : `en la prueba, ${inside} de ${of} dentro`,
  intervalAloud: (low: string, high: string) => `entre ${low} y ${high}, ocho de cada diez veces`,
  chance: 'Prob. de necesidad',
  chanceNote: (month: string) => `en ${month}`,
  chart: (product: string) => `${product}: personas por mes`,
  root: 'escala de raíz cuadrada',
  linear: 'escala lineal',
  chartText: (place: string, months: string, lowest: string, highest: string) =>
    `Historia y pronóstico de ${place}: medias de ${lowest} a ${highest} personas en ${months}. Las mismas cifras están en la tabla.`,
  span: 'Meses de historia',
  years: (n: number) => counted(n, 'año', 'años'),
  all: 'Todo',
  month: 'Mes del pronóstico',
  monthAloud: (month: string, mean: string, low: string, high: string) =>
    `${month}: media de ${mean} personas; entre ${low} y ${high}, ocho de cada diez veces`,
  recordedAt: (month: string, persons: string) => `${month}: ${persons} personas`,
  partAt: (month: string, persons: string) => `${month}: al menos ${persons}, dato incompleto`,
  missingAt: (month: string) => `${month}: sin datos`,
  predictedAt: (month: string, mean: string, low: string, high: string) =>
    `${month}: media ${mean}; 80 %: ${low} – ${high}`,
  labelled: (month: string, persons: string) => `${month}. ${persons}`,
  part: (month: string) => `${month}: incompleto`,
  gap: (from: string, to: string) => (from === to ? `${from} sin datos` : `${from} a ${to} sin datos`),
  issued: (date: string) => `emitido el ${date}`,
  knownUntil: (month: string) => `con datos hasta ${month}`,
  bandMost: '95 %',
  bandEighty: '80 %',
  bandHalf: '50 %',
  bandMedian: 'mediana',
  same: (month: string, place: string) => `${month} en ${place}`,
  sameNote: 'personas',
  noSame: 'No hay otros años con ese mes.',
  missing: 'sin datos',
  incomplete: 'incompleto',
  past: (ahead: number) => `Cómo acertó, a ${counted(ahead, 'mes', 'meses')}`,
  ahead: 'Meses de anticipación',
  aheadOf: (n: number) => counted(n, 'mes', 'meses'),
  inside: (n: string, of: string) => `${n} de ${of} dentro`,
  pastText: (inside: string, of: string, misses: string) =>
    `El intervalo del 80 % acertó en ${inside} de ${of} meses${misses === '' ? '' : `; fuera: ${misses}`}.`,
  keyBand: 'intervalo 80 %',
  keyMedian: 'mediana',
  keyCame: 'registrado',
  keyMiss: 'fuera',
  noPast: 'La historia es corta para una prueba hacia atrás.',
  pastNote:
    'El método de hoy, con pesos y calibración de lo que se sabía antes de cada mes. Se eligió en estos mismos meses: luce algo mejor de lo que es.',
  drivers: 'Lo que mueve a las redes en toda la ventana, en personas',
  why: (figure: string) => `¿Por qué ${figure}?`,
  source: 'De dónde sale',
  seasonSentence: (some: number, of: number, from: string, to: string, since: number) =>
    of === 1
      ? `En el único mes registrado de ${from} a ${to}, de ${since}, ${some === 0 ? 'no hubo necesidad.' : 'hubo necesidad'}`
      : some === 0
        ? `En ninguno de los ${count(of)} meses de ${from} a ${to} desde ${since} hubo necesidad registrada.`
        : `En ${count(some)} de los ${count(of)} meses de ${from} a ${to} desde ${since} hubo necesidad`,
  greatest: (month: string, persons: string) => `; la mayor, en ${month}: ${persons} personas.`,
  onlySome: '.',
  methodSentence: (method: string, series: number) =>
    `Se pronostica con ${method}${series > 1 ? `, lugar por lugar (${count(series)}), y se suma en 400 mundos posibles` : ''}.`,
  borrowed: (lenders: number, node: string) =>
    `No hay meses registrados aquí: el pronóstico se toma de ${counted(lenders, 'lugar', 'lugares')} de ${node}, según la población. Si la necesidad de este lugar es otra, corregirla.`,
  borrowedBeside: (lenders: number, node: string) =>
    ` Son pocos meses: junto a ellos pesa el pronóstico de ${counted(lenders, 'lugar', 'lugares')} de ${node}, según la población.`,
  noHistory: 'No hay meses registrados: el cero no dice nada.',
  compare: 'Con qué se compara, en personas',
  lastYear: (n: number) => (n === 1 ? 'El último mes' : `Media de los últimos ${count(n)} meses`),
  sameMean: (month: string) => `Media de ${month}, otros años`,
  sameMost: (month: string) => `El mayor ${month}`,
  predicted: 'Media prevista',
  members: 'Miembros y su prueba',
  membersNote: (origins: number, ahead: number) =>
    `${counted(origins, 'último origen', 'últimos orígenes')}, a ${counted(ahead, 'mes', 'meses')}`,
  member: 'Miembro',
  memberName: memberNames('es'),
  inUse: 'en uso',
  loss: 'Pérdida',
  coverage: 'En 80 %',
  bias: 'Sesgo',
  lossNote:
    'Pérdida: pérdida cuantílica por unidad que vino, en los lugares de todo el país; menos es mejor. Los dos de abajo son la vara mínima. Donde casi todo es cero, hasta «siempre cero» cae dentro del 80 %: por eso manda la pérdida.',
  noMembers: 'Sin prueba hacia atrás: la historia es corta.',
  table: 'Meses del pronóstico',
  tableNote: 'personas; por cubrir y asignado, en kits',
  corrections: 'Correcciones',
  correction: (month: string, place: string, author: string, corrected: string, baseline: string) =>
    `${month}${place && `, ${place}`}: ${author} dice ${corrected} personas; sin corregir, ${baseline}.`,
  csv: 'CSV',
  csvLabel: 'Descargar los meses del pronóstico como CSV',
  export: 'Exportar',
  exportLabel: 'Exportar historia y pronóstico como CSV',
  columnMonth: 'Mes',
  columnHalf: '50 %',
  columnEighty: '80 %',
  columnMost: '95 %',
  columnChance: 'Prob.',
  columnNeed: 'Por cubrir',
  columnGranted: 'Asignado',
  notAllocated: '–',
  tableFoot:
    'Las medias suman; los intervalos no: los de una suma salen de los mismos sorteos conjuntos. Por cubrir: kits del cuantil de los ajustes, con la reserva de la región.',
  csvColumns: [
    'ubigeo',
    'lugar',
    'producto',
    'mes',
    'tipo',
    'estado',
    'personas',
    'personas_q2.5',
    'personas_q10',
    'personas_q25',
    'personas_q50',
    'personas_q75',
    'personas_q90',
    'personas_q97.5',
    'prob_necesidad',
    'kits_por_cubrir',
    'kits_asignados',
  ],
  csvPast: 'registrado',
  csvFuture: 'pronosticado',
  csvStates: { observed: 'observado', incomplete: 'incompleto', missing: 'sin datos' },
  unknown: 'Lo que este pronóstico no sabe',
  limits: (average: boolean) => [
    'No conoce el tiempo que hará: de El Niño, campañas y emergencias sabe lo que dicen los archivos.',
    ...(average ? ['Un desastre como el de marzo de 2017 no cabe en una media: puede pasar más que el 95 %.'] : []),
    'Usa cifras consolidadas: no se sabe qué se sabía en una fecha pasada.',
  ],
  monthsOfRegister: (n: number) =>
    counted(n, 'mes del registro no está completo', 'meses del registro no están completos'),
  decided: 'Lo que se decidió al prepararlo',
}

export type ForecastMessages = typeof forecastEs
