import type { MethodName } from '../model/forecast.ts'
import type { TableNote } from '../model/table-note.ts'
import { count, counted, type Language, percent } from './format.ts'
import { METHODS } from './methods.ts'

type Sentences = { readonly [C in TableNote['code']]: (note: Extract<TableNote, { readonly code: C }>) => string }

/** Names that are shown; the rest is counted. */
const SHOWN = 5
const named = (names: readonly string[], and: string): string =>
  names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ` ${and} ${count(names.length - SHOWN)}` : '')

/** A step of a table need be no month, and without a season no step is like another. */
const STEPS: Readonly<Record<Language, Partial<Readonly<Record<MethodName, string>>>>> = {
  es: {
    'seasonal-naive': 'mismo paso de la estación anterior',
    'empirical-month': 'lo que hubo en ese paso de otras estaciones',
    'empirical-season': 'lo que hubo en ese paso y sus vecinos',
    'empirical-all': 'lo que hubo en cualquier paso',
    'moving-average-12': 'media móvil de 12 pasos',
    'moving-average-18': 'media móvil de 18 pasos',
    'seasonal-average-12': 'media móvil de 12 pasos con estacionalidad',
    'seasonal-average-18': 'media móvil de 18 pasos con estacionalidad',
    'shared-average-12': 'media móvil de 12 pasos, acercada a la de los demás',
    'shared-average-18': 'media móvil de 18 pasos, acercada a la de los demás',
    'theta-aggregated': 'método Theta en pasos de varios tamaños, promediado',
  },
  en: {
    'seasonal-naive': 'same step of the season before',
    'empirical-month': 'what there was in that step of other seasons',
    'empirical-season': 'what there was in that step and its neighbours',
    'empirical-all': 'what there was in any step',
    'moving-average-12': 'moving average of 12 steps',
    'moving-average-18': 'moving average of 18 steps',
    'seasonal-average-12': 'moving average of 12 steps with a season',
    'seasonal-average-18': 'moving average of 18 steps with a season',
    'shared-average-12': 'moving average of 12 steps, drawn towards the others’',
    'shared-average-18': 'moving average of 18 steps, drawn towards the others’',
    'theta-aggregated': 'the Theta method in steps of several sizes, averaged',
  },
}

const PLAIN: Partial<Readonly<Record<MethodName, MethodName>>> = {
  'empirical-month': 'empirical-all',
  'empirical-season': 'empirical-all',
  'seasonal-average-12': 'moving-average-12',
  'seasonal-average-18': 'moving-average-18',
}
const LAST: Readonly<Record<Language, string>> = { es: 'el último número', en: 'the last number' }

function methodName(method: MethodName, seasonal: boolean, language: Language): string {
  if (!seasonal && method === 'seasonal-naive') return LAST[language]
  const name = seasonal ? method : (PLAIN[method] ?? method)
  return STEPS[language][name] ?? METHODS[language][name]
}

type Method = Extract<TableNote, { readonly code: 'table-method' }>

/** Weights of methods that go by one name are added up. */
function weightsOf({ weights, seasonal }: Method, language: Language): string {
  const shares = new Map<string, number>()
  for (const { method, weight } of weights) {
    const name = methodName(method, seasonal, language)
    shares.set(name, (shares.get(name) ?? 0) + weight)
  }
  const told = [...shares].toSorted((a, b) => b[1] - a[1]).map(([name, weight]) => `${percent(weight)} ${name}`)
  return told.length === 0 ? '' : `: ${told.join('; ')}`
}

const UNITS = {
  es: { month: ['mes', 'meses'], week: ['semana', 'semanas'], day: ['día', 'días'] },
  en: { month: ['month', 'months'], week: ['week', 'weeks'], day: ['day', 'days'] },
} as const

const es: Sentences = {
  'table-read': (n) =>
    `${counted(n.rows, 'fila', 'filas')}, ${counted(n.series, 'serie', 'series')}; paso de ${counted(n.every, UNITS.es[n.unit][0], UNITS.es[n.unit][1])}, ${n.cycle === 1 ? 'sin estación' : `estación de ${count(n.cycle)} pasos`}.`,
  'table-method': (n) =>
    `${n.signed ? 'Series con números negativos' : 'Método'}: ${methodName(n.method, n.seasonal, 'es')}, elegido en ${counted(n.origins, 'prueba', 'pruebas')} hacia atrás de ${counted(n.horizon, 'paso', 'pasos')} (pérdida ${n.loss.toFixed(3)} por unidad que vino)${weightsOf(n, 'es')}.`,
  'table-untested': (n) =>
    `${n.signed ? 'Series con números negativos: la' : 'La'} historia es muy corta para probar métodos; se usa ${methodName(n.method, n.seasonal, 'es')}.`,
  'table-without-season': (n) => `Con ${counted(n.steps, 'paso', 'pasos')} no se puede ver una estación; no se busca.`,
  'table-decimal': (n) =>
    `Ningún número dice si su marca es decimal o de miles: «${n.cell}» (línea ${n.line}) se lee como ${n.digits}. Si no es así, escribir los números sin miles y con punto decimal.`,
  'rows-added-up': (n) =>
    `${n.rows === 1 ? '1 fila repite' : `${count(n.rows)} filas repiten`} serie y periodo y se ${n.rows === 1 ? 'suma' : 'suman'} (la primera: ${n.name}, ${n.period}, línea ${n.line}).`,
  'series-unknown': (n) => `Sin ningún número, sin pronóstico: ${named(n.series, 'y otras')}.`,
  'series-zero': (n) => `Solo ceros, y cero es el pronóstico: ${named(n.series, 'y otras')}.`,
  'series-short': (n) => `Con uno o dos números, el pronóstico dice poco: ${named(n.series, 'y otras')}.`,
  'series-negative': (n) => `Con números negativos, no se toman como conteos: ${named(n.series, 'y otras')}.`,
  'series-gap': (n) =>
    `Más de una estación sin números: ${named(n.series, 'y otras')} (la mayor, ${counted(n.steps, 'paso', 'pasos')} entre ${n.from} y ${n.to}). Si un año está mal escrito, corregirlo.`,
}

const en: Sentences = {
  'table-read': (n) =>
    `${counted(n.rows, 'row', 'rows')}, ${counted(n.series, 'series', 'series')}; a step is ${counted(n.every, UNITS.en[n.unit][0], UNITS.en[n.unit][1])}, ${n.cycle === 1 ? 'no season' : `a season ${count(n.cycle)} steps`}.`,
  'table-method': (n) =>
    `${n.signed ? 'Series with negative numbers' : 'Method'}: ${methodName(n.method, n.seasonal, 'en')}, chosen over ${counted(n.origins, 'origin', 'origins')}, ${counted(n.horizon, 'step', 'steps')} ahead (loss ${n.loss.toFixed(3)} per unit that came)${weightsOf(n, 'en')}.`,
  'table-untested': (n) =>
    `${n.signed ? 'Series with negative numbers: the' : 'The'} history is too short to test methods; ${methodName(n.method, n.seasonal, 'en')} is used.`,
  'table-without-season': (n) => `No season can be seen in ${counted(n.steps, 'step', 'steps')}; none is looked for.`,
  'table-decimal': (n) =>
    `No number tells whether its mark is of decimals or of thousands: “${n.cell}” (line ${n.line}) is read as ${n.digits}. If that is wrong, write numbers without thousands and with a decimal point.`,
  'rows-added-up': (n) =>
    `${n.rows === 1 ? '1 row repeats' : `${count(n.rows)} rows repeat`} a series and period and ${n.rows === 1 ? 'is' : 'are'} added up (the first: ${n.name}, ${n.period}, line ${n.line}).`,
  'series-unknown': (n) => `Without a number there is no forecast: ${named(n.series, 'and')}.`,
  'series-zero': (n) => `Nothing but zeros, and so is the forecast: ${named(n.series, 'and')}.`,
  'series-short': (n) => `With one or two numbers the forecast says little: ${named(n.series, 'and')}.`,
  'series-negative': (n) => `With negative numbers these are not taken for counts: ${named(n.series, 'and')}.`,
  'series-gap': (n) =>
    `More than a season without numbers: ${named(n.series, 'and')} (the longest, ${counted(n.steps, 'step', 'steps')} between ${n.from} and ${n.to}). If a year is mistyped, correct it.`,
}

const SENTENCES: Readonly<Record<Language, Sentences>> = { es, en }

export const tableSentence = (note: TableNote, language: Language): string =>
  (SENTENCES[language][note.code] as (note: TableNote) => string)(note)
