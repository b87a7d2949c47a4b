import type { AidKind } from '../model/aid-kind.ts'
import type { ForecastNote } from '../model/forecast-note.ts'
import { formatMonth, type Month } from '../model/month.ts'
import type { PlanNote } from '../model/plan-note.ts'
import type { PrepareNote } from '../model/prepare-note.ts'
import type { TravelNote } from '../model/travel-note.ts'
import { levelOf, type Ubigeo } from '../model/ubigeo.ts'
import { covariateNames } from './covariates.ts'
import { count, counted, decimal, estimate, type Language, percent } from './format.ts'
import { METHODS, WAYS } from './methods.ts'
import { SHORTFALL_REASONS, UNSERVED_REASONS } from './reasons.ts'

export type Note = PrepareNote | ForecastNote | PlanNote | TravelNote
type Sentences = { readonly [C in Note['code']]: (note: Extract<Note, { readonly code: C }>) => string }

const KINDS: Readonly<Record<Language, Readonly<Record<AidKind, string>>>> = {
  es: { food: 'alimentos', 'warm-clothing': 'abrigo', shelter: 'techo', hygiene: 'higiene' },
  en: { food: 'food', 'warm-clothing': 'warm clothing', shelter: 'shelter', hygiene: 'hygiene' },
}
const listed = (months: readonly Month[]): string => months.map(formatMonth).join(', ')

const span = (from: Month, to: Month, word: string): string =>
  from === to ? formatMonth(from) : `${formatMonth(from)} ${word} ${formatMonth(to)}`

/** So many codes are told one by one. */
const TOLD = 6

function codesOf(ubigeos: readonly Ubigeo[], language: Language): string {
  const told = ubigeos.slice(0, TOLD).join(', ')
  const more = count(ubigeos.length - TOLD)
  return ubigeos.length <= TOLD ? told : language === 'es' ? `${told} y ${more} más` : `${told} and ${more} more`
}

/** A node by its level and code: names are known to the one who reads, not to the stage. */
function nodeOf(node: Ubigeo, language: Language): string {
  const level = levelOf(node)
  if (language === 'es')
    return {
      nation: 'todo el país',
      department: `su departamento (${node})`,
      province: `su provincia (${node})`,
      district: node,
    }[level]
  return {
    nation: 'the whole country',
    department: `their department (${node})`,
    province: `their province (${node})`,
    district: node,
  }[level]
}

/** As a person wrote it: whole, or with one decimal. */
const figure = (value: number): string => decimal(value, Number.isInteger(value) ? 0 : 1)

const es: Sentences = {
  'absent-read-as': (n) =>
    `${n.file}: de ${formatMonth(n.from)} a ${formatMonth(n.to)}, ${count(n.cells)} meses sin fila se leen como ${n.as === 'zero' ? 'cero' : 'sin datos'}${n.emptyMonths.length > 0 ? ` (sin ninguna fila: ${listed(n.emptyMonths)})` : ''}.`,
  'blank-cells': (n) => `${n.file}: ${count(n.cells)} celdas en blanco de ${n.product} quedan sin datos.`,
  'files-added-up': (n) =>
    `${n.product}: ${count(n.cells)} meses están en más de un archivo y se suman (${n.files.join(', ')}).`,
  'filled-from-register': (n) =>
    `${n.product} (${KINDS.es[n.kind]}) se calcula del registro de emergencias para ${counted(n.places, 'lugar', 'lugares')}${n.kind === 'shelter' ? '' : `: afectados al ${percent(n.affectedShare)}, ${counted(n.persons, 'persona', 'personas')} por unidad`}.`,
  'demand-file-instead': (n) => `${n.product}: vale el archivo de demanda, no el registro de emergencias.`,
  'kind-filled-by': (n) =>
    `${n.product}: la necesidad de ${KINDS.es[n.kind]} ya está en ${n.by}; no se cuenta dos veces.`,
  'kind-without-product': (n) => `Ningún producto cubre la necesidad de ${KINDS.es[n.kind]} que dice el registro.`,
  'no-demand-known': (n) => `${n.product}: ni un archivo de demanda ni el registro dicen nada; se planifica cero.`,
  'register-month': (n) =>
    `${n.register}: ${formatMonth(n.period)} queda ${n.status === 'missing' ? 'sin datos' : 'incompleto'} porque ${n.reason === 'hole' ? `${count(n.daysInHoles)} de ${count(n.days)} días no tienen ninguna fila` : `solo ${percent(n.countedShare)} de las filas tienen daños contados`}.`,
  'districts-added-to-provinces': (n) =>
    `Sin directorio de distritos: ${count(n.districts)} distritos se suman a sus provincias.`,
  'levels-added-up': (n) =>
    `${n.product}: ${n.ubigeos.join(', ')} y lugares dentro tienen cada uno sus filas, y se suman. Quitar las que sean totales.`,
  'places-not-named': (n) =>
    `${n.product}: ${codesOf(n.ubigeos, 'es')}, en el directorio y junto a lugares atendidos, no ${n.ubigeos.length > 1 ? 'están' : 'está'} en ningún archivo de demanda: no se pronostica nada. Para tomar el pronóstico de los vecinos, agregar una fila con la cantidad en blanco.`,
  'some-departments': (n) =>
    `${n.products.join(', ')}: se conoce la demanda de ${count(n.departments.length)} de ${count(n.of)} departamentos (${codesOf(n.departments, 'es')}). En los demás no es cero: no se sabe, y no se pronostica nada.`,
  'files-end-early': (n) =>
    `${n.product}: ${count(n.places)} ${n.places === 1 ? 'lugar no está' : 'lugares no están'} en ningún archivo de los últimos meses (${span(n.from, n.to, 'a')}): quedan sin datos, no en cero. Agregar el archivo que falta, si lo hay.`,
  'covariates-empty': (n) =>
    `${covariateNames(n.covariates, 'es')}: ningún valor entre ${formatMonth(n.from)} y ${formatMonth(n.to)}; no dice nada. Revisar los valores y las fechas del archivo de covariables.`,
  'covariate-beyond': (n) =>
    `${covariateNames([n.covariate], 'es')}: ${count(n.values)} ${n.values === 1 ? 'valor' : 'valores'} de ${span(n.from, n.to, 'a')} no se ${n.values === 1 ? 'usa' : 'usan'}: se toman hasta ${formatMonth(n.after)}, tres años después de la demanda. Revisar las fechas del archivo de covariables.`,
  'no-demand': () =>
    'No hay ningún mes con demanda observada: no se planifica nada. Agregar un archivo de demanda o de emergencias.',
  'method-chosen': (n) =>
    `${n.product}: ${METHODS.es[n.method]}, elegido en ${counted(n.origins, 'prueba', 'pruebas')} hacia atrás de ${counted(n.horizon, 'mes', 'meses')}.`,
  'sums-agree': (n) =>
    `${n.product}: lugares, provincias, departamentos y país concuerdan ${WAYS.es[n.way]} (${n.way === 'bottom-up' ? 'ninguna otra forma erró menos' : `${percent(1 - n.error / n.bottomUp)} menos error que sumando lugares`}).`,
  'few-origins': (n) =>
    `${n.product}: la elección se apoya en solo ${counted(n.origins, 'prueba', 'pruebas')} hacia atrás.`,
  'no-backtest': (n) =>
    `${n.product}: con ${counted(n.observedMonths, 'mes', 'meses')} no se puede probar; se usa ${METHODS.es[n.method]}.`,
  'product-without-history': (n) => `${n.product}: no hay historia; su pronóstico es cero y no dice nada.`,
  'places-without-history': (n) =>
    `${n.product}: ${codesOf(n.ubigeos, 'es')}, sin historia ni otro lugar de quien tomarla: el pronóstico es cero y no dice nada.`,
  'new-places-borrow': (n) =>
    `${n.product}: ${codesOf(n.ubigeos, 'es')}, sin historia: toma${n.ubigeos.length > 1 ? 'n' : ''} el pronóstico de ${counted(n.lenders, 'lugar', 'lugares')} de ${nodeOf(n.from, 'es')}, según la población.`,
  'young-places-borrow': (n) =>
    `${n.product}: ${codesOf(n.ubigeos, 'es')}, con pocos meses de historia: junto a lo propio toma${n.ubigeos.length > 1 ? 'n' : ''} el pronóstico de ${counted(n.lenders, 'lugar', 'lugares')} de ${nodeOf(n.from, 'es')}, según la población.`,
  'window-far-ahead': (n) =>
    `La ventana empieza ${counted(n.gap + 1, 'mes', 'meses')} después del último mes observado (${formatMonth(n.last)}).`,
  'few-runs': (n) =>
    `${n.product}: la dependencia entre lugares se aprende de ${counted(n.runs, 'tramo', 'tramos')} de ${counted(n.length, 'mes', 'meses')}${n.wholly ? '' : ', no todos completos'}.`,
  short: (n) =>
    `${n.packs === 1 ? 'Falta' : 'Faltan'} ${counted(n.packs, 'kit', 'kits')} en ${counted(n.places, 'lugar', 'lugares')}: ${SHORTFALL_REASONS.es[n.reason]}`,
  unserved: (n) =>
    `${counted(n.packs, 'kit', 'kits')} sin atender en ${counted(n.stops, 'parada', 'paradas')}: ${UNSERVED_REASONS.es[n.reason]}`,
  'leg-network-too-few': (n) =>
    `Tiempos de viaje: con ${counted(n.legs, 'tramo recorrido', 'tramos recorridos')} no se puede aprender (hacen falta ${count(n.least)}); vale la tabla de velocidades.`,
  'leg-network': (n) =>
    `Tiempos de viaje: en ${counted(n.legs, 'tramo', 'tramos')} que la red no vio, se equivoca en ${decimal(n.networkMin, 1)} min (${percent(n.networkShare)}) y la tabla de velocidades en ${decimal(n.tableMin, 1)} min (${percent(n.tableShare)}); ${n.used ? 'las rutas usan la red' : 'las rutas usan la tabla'}.`,
  'leg-times': (n) =>
    `${count(n.timed)} de ${counted(n.legs, 'tramo', 'tramos')} tienen el tiempo que predice la red${n.atLimit === 0 ? '' : `; ${count(n.atLimit)} quedan en la velocidad máxima del vehículo`}.`,
  'network-too-short': (n) => `${n.product}: la historia es muy corta para entrenar redes neuronales.`,
  'disasters-capped': (n) =>
    `${n.product}: ${counted(n.months, 'mes', 'meses')} de desastre por encima de ${estimate(n.cap)}; solo en la copia con que aprenden las redes se toma esa cifra.`,
  'no-model': () =>
    'Sin redes neuronales entrenadas: pronostican los métodos estadísticos. Entrenar con: chasqui train',
  'model-used': (n) =>
    `Las redes entrenadas con lo observado antes de ${formatMonth(n.before)} compiten con los métodos estadísticos (${counted(n.products, 'producto', 'productos')}).`,
  'model-unfit': (n) =>
    `${n.product}: las redes entrenadas no le sirven (producto nuevo, ventana ya vista o más lejana); pronostican los métodos estadísticos. Entrenar otra vez con: chasqui train`,
  'covariate-missing': (n) =>
    `${covariateNames([n.covariate], 'es')}: sin valor en ${counted(n.months, 'mes', 'meses')} de la ventana; las redes toman su media. Completar el archivo de covariables.`,
  'covariates-gone': (n) =>
    `Las redes aprendieron de ${covariateNames(n.covariates, 'es')}, que ya no está o es de otra clase; toman su media. Devolver el archivo, o entrenar otra vez con: chasqui train`,
  'covariates-late': (n) =>
    `${covariateNames(n.covariates, 'es')}: sin valor en ${counted(n.months, 'mes', 'meses')} de los seis anteriores al pronóstico; las redes toman su media. Completar el archivo con lo último publicado.`,
  'covariates-new': (n) =>
    `Las redes se entrenaron sin ${covariateNames(n.covariates, 'es')}: todavía no cuenta para el pronóstico. Entrenar otra vez con: chasqui train`,
  'covariates-unchanging': (n) =>
    `${covariateNames(n.covariates, 'es')}: el mismo número, o ninguno, en todos los meses antes de ${formatMonth(n.before)}; no dice nada a las redes y no cuenta. Escribir 0 en los meses sin campaña, o traer más pasado.`,
  'override-applied': (n) =>
    `${n.product}, ${n.ubigeo}, ${formatMonth(n.period)}: ${n.author} corrige ${estimate(n.from)} a ${figure(n.to)} (${n.reason}).`,
  'override-outweighed': (n) =>
    `${n.product}, ${n.ubigeo}, ${formatMonth(n.period)}: sus lugares suman ${figure(n.mean)} y no los ${figure(n.said)} de ${n.author}: cuentan las correcciones de más abajo. Revisar overrides.yaml.`,
  'override-unknown': (n) =>
    `${n.product}, ${n.ubigeo}, ${formatMonth(n.period)}: el pronóstico no tiene ese lugar, producto o mes; la corrección no cambia nada. Revisar overrides.yaml.`,
  'override-of-nothing': (n) =>
    `${n.product}, ${n.ubigeo}, ${formatMonth(n.period)}: todos sus lugares tienen pronóstico cero y nada dice cómo repartir la corrección; no cambia nada. Corregir los lugares uno por uno.`,
  'overrides-scored': (n) =>
    `${n.product}: ${count(n.nearer)} de ${count(n.scored)} correcciones pasadas acertaron más que el pronóstico (error total ${figure(n.overrideError)}; sin corregir, ${figure(n.baselineError)}).`,
  'stopped-early': () => 'Se detuvo antes: los métodos se comparan con lo probado hasta ahí.',
}

const en: Sentences = {
  'absent-read-as': (n) =>
    `${n.file}: from ${formatMonth(n.from)} to ${formatMonth(n.to)}, ${count(n.cells)} months without a row are read as ${n.as}${n.emptyMonths.length > 0 ? ` (without any row: ${listed(n.emptyMonths)})` : ''}.`,
  'blank-cells': (n) => `${n.file}: ${count(n.cells)} blank cells of ${n.product} are missing.`,
  'files-added-up': (n) =>
    `${n.product}: ${count(n.cells)} months stand in more than one file and are added up (${n.files.join(', ')}).`,
  'filled-from-register': (n) =>
    `${n.product} (${KINDS.en[n.kind]}) is made from the emergency register for ${counted(n.places, 'place', 'places')}${n.kind === 'shelter' ? '' : `: ${percent(n.affectedShare)} of the affected, ${counted(n.persons, 'person', 'persons')} a unit`}.`,
  'demand-file-instead': (n) => `${n.product}: the demand file counts, not the emergency register.`,
  'kind-filled-by': (n) =>
    `${n.product}: the need of ${KINDS.en[n.kind]} is in ${n.by} already; it is not counted twice.`,
  'kind-without-product': (n) => `No product meets the need of ${KINDS.en[n.kind]} that the register tells.`,
  'no-demand-known': (n) => `${n.product}: neither a demand file nor the register tells anything; zero is planned.`,
  'register-month': (n) =>
    `${n.register}: ${formatMonth(n.period)} is ${n.status} because ${n.reason === 'hole' ? `${count(n.daysInHoles)} of ${count(n.days)} days have no row` : `only ${percent(n.countedShare)} of the rows have counted damage`}.`,
  'districts-added-to-provinces': (n) =>
    `Without a directory of districts, ${count(n.districts)} districts are added up to their provinces.`,
  'levels-added-up': (n) =>
    `${n.product}: ${n.ubigeos.join(', ')} and places within have rows of their own, which are added up. Remove those that are totals.`,
  'places-not-named': (n) =>
    `${n.product}: ${codesOf(n.ubigeos, 'en')}, in the directory beside places that are served, ${n.ubigeos.length > 1 ? 'are' : 'is'} in no demand file: nothing is forecast. To take the forecast of the neighbours, add a row with a blank quantity.`,
  'some-departments': (n) =>
    `${n.products.join(', ')}: demand is known of ${count(n.departments.length)} of ${count(n.of)} departments (${codesOf(n.departments, 'en')}). In the others it is not zero: it is not known, and nothing is forecast.`,
  'files-end-early': (n) =>
    `${n.product}: ${count(n.places)} ${n.places === 1 ? 'place is' : 'places are'} in no file of the last months (${span(n.from, n.to, 'to')}): missing there, not zero. Add the file that is lacking, if there is one.`,
  'covariates-empty': (n) =>
    `${covariateNames(n.covariates, 'en')}: no value between ${formatMonth(n.from)} and ${formatMonth(n.to)}; it says nothing. Check values and dates of the file of covariates.`,
  'covariate-beyond': (n) =>
    `${covariateNames([n.covariate], 'en')}: ${count(n.values)} ${n.values === 1 ? 'value' : 'values'} of ${span(n.from, n.to, 'to')} ${n.values === 1 ? 'is' : 'are'} not used: they are taken until ${formatMonth(n.after)}, three years after demand. Check the dates of the file of covariates.`,
  'no-demand': () => 'No month has observed demand: nothing is planned. Add a file of demand or of emergencies.',
  'method-chosen': (n) =>
    `${n.product}: ${METHODS.en[n.method]}, chosen over ${counted(n.origins, 'origin', 'origins')}, ${counted(n.horizon, 'month', 'months')} ahead.`,
  'sums-agree': (n) =>
    `${n.product}: places, provinces, departments and the nation agree ${WAYS.en[n.way]} (${n.way === 'bottom-up' ? 'no other way erred less' : `${percent(1 - n.error / n.bottomUp)} less error than adding up places`}).`,
  'few-origins': (n) => `${n.product}: the choice stands on only ${counted(n.origins, 'origin', 'origins')}.`,
  'no-backtest': (n) =>
    `${n.product}: ${counted(n.observedMonths, 'month', 'months')} of history cannot be tested; ${METHODS.en[n.method]} is used.`,
  'product-without-history': (n) => `${n.product}: there is no history; its forecast is zero and means nothing.`,
  'places-without-history': (n) =>
    `${n.product}: ${codesOf(n.ubigeos, 'en')}, without history and with no other place to take it from: the forecast is zero and means nothing.`,
  'new-places-borrow': (n) =>
    `${n.product}: ${codesOf(n.ubigeos, 'en')}, without history: the forecast is taken from ${counted(n.lenders, 'place', 'places')} of ${nodeOf(n.from, 'en')}, by population.`,
  'young-places-borrow': (n) =>
    `${n.product}: ${codesOf(n.ubigeos, 'en')}, with few months of history: beside what is known, the forecast is taken from ${counted(n.lenders, 'place', 'places')} of ${nodeOf(n.from, 'en')}, by population.`,
  'window-far-ahead': (n) =>
    `The window begins ${counted(n.gap + 1, 'month', 'months')} after the last observed one (${formatMonth(n.last)}).`,
  'few-runs': (n) =>
    `${n.product}: how places move together is learnt from ${counted(n.runs, 'run', 'runs')} of ${counted(n.length, 'month', 'months')}${n.wholly ? '' : ', not all whole'}.`,
  short: (n) =>
    `${counted(n.packs, 'pack', 'packs')} short in ${counted(n.places, 'place', 'places')}: ${SHORTFALL_REASONS.en[n.reason]}`,
  unserved: (n) =>
    `${counted(n.packs, 'pack', 'packs')} unserved at ${counted(n.stops, 'stop', 'stops')}: ${UNSERVED_REASONS.en[n.reason]}`,
  'leg-network-too-few': (n) =>
    `Travel times: nothing can be learnt from ${counted(n.legs, 'leg', 'legs')} driven (at least ${count(n.least)} are needed); the speed table counts.`,
  'leg-network': (n) =>
    `Travel times: on ${counted(n.legs, 'leg', 'legs')} it has not seen, the network is off by ${decimal(n.networkMin, 1)} min (${percent(n.networkShare)}), the speed table by ${decimal(n.tableMin, 1)} min (${percent(n.tableShare)}); routes use ${n.used ? 'the network' : 'the table'}.`,
  'leg-times': (n) =>
    `${count(n.timed)} of ${counted(n.legs, 'leg', 'legs')} have the time that the network predicts${n.atLimit === 0 ? '' : `; ${count(n.atLimit)} are held to the vehicle’s highest speed`}.`,
  'network-too-short': (n) => `${n.product}: the history is too short to train neural networks.`,
  'disasters-capped': (n) =>
    `${n.product}: ${counted(n.months, 'month', 'months')} of disaster above ${estimate(n.cap)}; only the copy that networks learn from takes that figure.`,
  'no-model': () => 'No neural networks were trained: statistical methods forecast. Train with: chasqui train',
  'model-used': (n) =>
    `Networks trained on what was observed before ${formatMonth(n.before)} are held against the statistical methods (${counted(n.products, 'product', 'products')}).`,
  'model-unfit': (n) =>
    `${n.product}: the trained networks do not serve it (a new product, or a window already seen or farther ahead); statistical methods forecast. Train again with: chasqui train`,
  'covariate-missing': (n) =>
    `${covariateNames([n.covariate], 'en')}: no value in ${counted(n.months, 'month', 'months')} of the window; the networks take its mean. Complete the file of covariates.`,
  'covariates-gone': (n) =>
    `The networks learned from ${covariateNames(n.covariates, 'en')}, no longer there or of another class; they take the mean. Bring the file back, or train again with: chasqui train`,
  'covariates-late': (n) =>
    `${covariateNames(n.covariates, 'en')}: no value in ${counted(n.months, 'month', 'months')} of the six before the forecast; the networks take the mean. Complete the file with what was published last.`,
  'covariates-new': (n) =>
    `The networks were trained without ${covariateNames(n.covariates, 'en')}: it does not count for the forecast yet. Train again with: chasqui train`,
  'covariates-unchanging': (n) =>
    `${covariateNames(n.covariates, 'en')}: the same number, or none, in all months before ${formatMonth(n.before)}; it tells the networks nothing and does not count. Write 0 in the months without a campaign, or bring more of the past.`,
  'override-applied': (n) =>
    `${n.product}, ${n.ubigeo}, ${formatMonth(n.period)}: ${n.author} corrects ${estimate(n.from)} to ${figure(n.to)} (${n.reason}).`,
  'override-outweighed': (n) =>
    `${n.product}, ${n.ubigeo}, ${formatMonth(n.period)}: its places add up to ${figure(n.mean)}, not to the ${figure(n.said)} of ${n.author}: overrides further down count. See overrides.yaml.`,
  'override-unknown': (n) =>
    `${n.product}, ${n.ubigeo}, ${formatMonth(n.period)}: the forecast has no such place, product or month; the override changes nothing. See overrides.yaml.`,
  'override-of-nothing': (n) =>
    `${n.product}, ${n.ubigeo}, ${formatMonth(n.period)}: the forecast of all its places is zero and nothing tells how to share the override; it changes nothing. Override the places one by one.`,
  'overrides-scored': (n) =>
    `${n.product}: ${count(n.nearer)} of ${count(n.scored)} past overrides were nearer than the forecast (total error ${figure(n.overrideError)}; without them ${figure(n.baselineError)}).`,
  'stopped-early': () => 'Stopped early: methods are compared on what was done.',
}

const SENTENCES: Readonly<Record<Language, Sentences>> = { es, en }

/** What a stage decided or could not know, as a sentence. */
export const noteSentence = (note: Note, language: Language): string =>
  (SENTENCES[language][note.code] as (note: Note) => string)(note)
