import { count, counted } from './format.ts'
import { memberNames } from './member-names.ts'

type Named = Readonly<Record<string, string>>

const HEADS: Named = { count: 'conteos', hurdle: 'si ocurre y cuánto', quantile: 'cuantiles' }
const SETTINGS: Named = {
  head: 'cabeza',
  architecture: 'arquitectura',
  lags: 'meses que ve',
  width: 'ancho',
  blocks: 'bloques',
  epochs: 'épocas',
  batch: 'lote',
  learningRate: 'tasa',
  dropout: 'apagado',
  seeds: 'redes',
}
const VALUES: Named = { ...HEADS, pooled: 'por tramos', residual: 'residual' }
/** DVC names them as params.yaml does: `train.learning_rate`. */
const camel = (name: string): string =>
  name.replace(/^train\./, '').replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const MEASURES: Named = {
  combination: 'Pérdida de la combinación',
  statistics: 'Pérdida de la mejor estadística',
  network: 'Pérdida de la red',
  coverage80: 'Acierto del intervalo 80 %',
  validation: 'Pérdida de la red en validación',
  network_loss: 'Pérdida de la red',
  loss: 'Pérdida del método en uso',
  bias: 'Sesgo del método en uso',
  network_coverage80: 'Acierto del intervalo 80 % de la red',
  training: 'Pérdida de la red en entrenamiento',
  epoch: 'Mejor época',
}

/** Every text of the page Modelo. */
export const modelEs = {
  title: 'Modelo',
  noModelSentence: 'Pronostican los métodos estadísticos: todavía no se entrena ninguna red.',
  noneLeftSentence: 'Pronostican los métodos estadísticos: el último entrenamiento no dejó red.',
  sentence: (products: number, before: string) =>
    `Redes de ${counted(products, 'producto', 'productos')}, entrenadas con lo observado antes de ${before}.`,
  better: (n: number, of: number) =>
    n === 0
      ? 'La prueba no las eligió para ningún producto: pronostican los métodos estadísticos.'
      : `Pesan en el pronóstico de ${count(n)} de ${counted(of, 'producto', 'productos')}; cuánto, y si pesan, depende de la demanda de cada lugar.`,
  notTried: 'Todavía no se prueban junto a las estadísticas.',
  lossWith: 'Pérdida con redes',
  lossWithout: (loss: string) => `sin redes: ${loss}`,
  loss: 'Pérdida',
  lossNote: (origins: number) => `en ${counted(origins, 'origen', 'orígenes')}`,
  hits: 'Acierto del intervalo 80 %',
  hitsNote: 'en la prueba · meta 80 %',
  trained: 'Entrenado',
  trainedNote: (epochs: string) => `mejor época: ${epochs}`,
  none: '–',
  train: 'Entrenar',
  trainAgain: 'Entrenar otra vez',
  plan: 'Planificar con este modelo',
  stale: 'Modelo desactualizado.',
  staleText: 'Los datos, los ajustes o params.yaml cambiaron después de entrenar. El plan sigue usando estas redes.',
  early: 'Entrenamiento acortado.',
  earlyText: 'Se pidió lo mejor hasta ese momento; entrenar otra vez sigue desde ahí.',
  failed: 'Falló el último entrenamiento.',
  failedText: 'Sigue en uso el modelo anterior, si lo hay.',
  unreadable: 'No se puede leer el modelo.',
  unreadableText: 'Su archivo es de otra versión del programa. Entrenar otra vez lo reemplaza.',

  emptyTitle: 'Todavía no hay modelo',
  emptyText:
    'Con redes entrenadas, el plan prueba hacia atrás cada red junto a los métodos estadísticos y usa la mezcla que menos pierde. Sin ellas, bastan los estadísticos.',
  emptyData: 'Datos leídos y demanda preparada',
  emptyPlan: 'Un plan con métodos estadísticos, para comparar',
  emptyTrain: 'Redes de demanda y de tiempos de viaje',

  curves: 'Curvas de aprendizaje',
  curvesNote: 'pérdida por época; cada curva en su escala',
  training: 'entrenamiento',
  validation: 'validación',
  bestMark: 'mejor época',
  best: (epoch: number) => `mejor: ${count(epoch)}`,
  head: (head: string) => `red de ${HEADS[head] ?? head}`,
  epochs: 'época',
  noNetwork: 'sin red: la historia es corta',
  noNetworkUnread: 'sin red',
  sameCurve: 'Sin meses apartados para validar: una sola curva.',
  curveText: (product: string, epochs: number, best: number, first: string, last: string) =>
    `${product}: en ${counted(epochs, 'época', 'épocas')} la pérdida de validación va de ${first} a ${last}; la mejor es la época ${count(best)}.`,
  curvesFoot:
    'Menos es mejor; ni productos ni curvas se comparan entre sí: son medias de casos distintos. Se guardan los pesos de la mejor época en validación. Si el entrenamiento baja y la validación sube, la red memoriza.',
  architecture: (s: Readonly<Record<string, string | number>>) =>
    `${VALUES[String(s['architecture'])] ?? s['architecture']} · ve ${s['lags']} meses · ancho ${s['width']} · ${counted(Number(s['seeds']), 'red', 'redes')}`,

  members: 'Miembros y su peso',
  memberName: memberNames('es'),
  member: 'Miembro',
  memberLoss: 'Pérdida',
  inEighty: 'En 80 %',
  bias: 'Sesgo',
  inUse: 'en uso',
  origins: (n: number) => counted(n, 'último origen', 'últimos orígenes'),
  weight: 'Peso según la demanda',
  classes: { smooth: 'pareja', erratic: 'errática', intermittent: 'intermitente', lumpy: 'a saltos' } as Named,
  weightAloud: (member: string, kind: string) => `Peso de ${member} con demanda ${kind}`,
  single: (method: string) => `Se usa un solo método, ${method}: combinar no pierde menos.`,
  membersFoot:
    'Pérdida: pérdida cuantílica por unidad que vino, en la prueba hacia atrás; menos es mejor. Quién acierta más en estos orígenes solo se sabe después: la combinación compite con el que era el mejor antes de ellos. Sesgo: cuánto pronostica de más o de menos la media. Demanda pareja: viene casi siempre y en tamaños parecidos; errática: tamaños muy distintos; intermitente: falta muchos meses; a saltos: ambas cosas.',
  noMembers: 'Sin prueba hacia atrás: falta un plan, o la historia es corta.',

  coverage: 'Acierto del intervalo 80 %',
  coverageNote: 'del método en uso',
  department: 'Departamento',
  quintile: 'Quintil de pobreza',
  quintileName: (of: string) => (of === '1' ? '1, menos pobre' : of === '5' ? '5, más pobre' : of),
  hitsColumn: 'Acierto',
  cells: 'Casos',
  nominal: 'meta 80 %',
  coverageText: (name: string, hits: string, cells: string) => `${name}: ${hits} de ${cells} casos dentro`,
  noQuintiles: 'Sin datos de pobreza: no se puede comparar por quintil.',
  noCoverage: 'Sin prueba hacia atrás todavía.',
  coverageFoot:
    'Casos: lugares × meses × orígenes. Banda clara: adónde llegaría el azar si los casos fueran independientes; no lo son del todo. Donde casi todo es cero, el intervalo acierta más del 80 %.',

  legs: 'Tiempos de viaje',
  legsUsed: 'las rutas usan la red',
  legsNotUsed: 'las rutas usan las velocidades',
  noLegs: 'Sin red de tiempos de viaje: hacen falta tramos recorridos, con su duración, en delivery_routes.',
  legsSentence: (legs: string, from: string, until: string) =>
    `Error medio en minutos, y como parte del viaje, en ${legs} tramos que la red no vio, del ${from} al ${until}.`,
  legsBy: 'Se calcula con',
  legsTable: 'Velocidades',
  legsFitted: 'Ajustadas por vehículo',
  legsNetwork: 'Red',
  legsDriven: 'Camino conocido',
  legsPlanned: 'En el plan',

  experiments: 'Experimentos',
  fromDvc: 'de DVC',
  fromRuns: 'de esta carpeta',
  dvcFailed: (reason: string) => `DVC no respondió (${reason}): se ven las corridas de esta carpeta.`,
  noExperiments: 'Todavía ninguno: cada entrenamiento y cada prueba dejan aquí una fila.',
  experiment: 'Experimento',
  when: 'Cuándo',
  before: 'Antes de',
  settings: 'Ajustes',
  sameSettings: 'iguales',
  otherData: 'otros datos',
  states: { 'in-use': 'en uso', waiting: 'sin usar' } as Named,
  statistical: 'solo estadística',
  measure: 'Medida',
  measureName: (measure: string) => MEASURES[measure] ?? measure,
  settingName: (name: string) => SETTINGS[camel(name)] ?? name,
  settingValue: (value: string) => VALUES[value] ?? value,
  allProducts: 'Todos',
  csv: 'CSV',
  csvLabel: 'Descargar los experimentos como CSV',
  csvColumns: ['experimento', 'nombre', 'estado', 'cuando', 'antes_de', 'mismos_datos'],
  yes: 'sí',
  no: 'no',
  experimentsFoot:
    'Una fila por entrenamiento con su prueba. Las pérdidas se comparan solo entre filas con los mismos datos. Los ajustes se cambian en params.yaml.',

  notes: 'Lo que se decidió al entrenar y probar',
}

export type ModelMessages = typeof modelEs
