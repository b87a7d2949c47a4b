import type { TableNote } from '../model/table-note.ts'
import { count, type Language, percent } from './format.ts'
import { METHODS } from './methods.ts'

type Sentences = { readonly [C in TableNote['code']]: (note: Extract<TableNote, { readonly code: C }>) => string }

/** Names that are shown; the rest is counted. */
const SHOWN = 5
const named = (names: readonly string[], and: string): string =>
  names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ` ${and} ${count(names.length - SHOWN)}` : '')

const es: Sentences = {
  'table-read': (n) =>
    `${count(n.series)} series; paso de ${n.every === 1 ? '' : `${n.every} `}${{ month: 'mes', week: 'semana', day: 'día' }[n.unit]}${n.every === 1 ? '' : n.unit === 'month' ? 'es' : 's'}, estación de ${count(n.cycle)} pasos.`,
  'table-method': (n) =>
    `${n.signed ? 'Series con números negativos' : 'Método'}: ${METHODS.es[n.method]}, elegido en ${count(n.origins)} pruebas hacia atrás de ${count(n.horizon)} pasos (pérdida ${n.loss.toFixed(3)})${n.weights.length === 0 ? '' : `; ${n.weights.map((w) => `${w.method} ${percent(w.weight)}`).join(', ')}`}.`,
  'table-untested': (n) =>
    `${n.signed ? 'Series con números negativos: la' : 'La'} historia es muy corta para probar métodos; se usa ${METHODS.es[n.method]}.`,
  'table-without-season': (n) => `Con ${count(n.steps)} pasos no se puede ver una estación; no se busca.`,
  'rows-added-up': (n) => `${count(n.rows)} filas repiten serie y periodo y se suman.`,
  'series-unknown': (n) => `Sin ningún número, sin pronóstico: ${named(n.series, 'y otras')}.`,
  'series-zero': (n) => `Solo ceros, y cero es el pronóstico: ${named(n.series, 'y otras')}.`,
  'series-short': (n) => `Con uno o dos números, el pronóstico dice poco: ${named(n.series, 'y otras')}.`,
  'series-negative': (n) => `Con números negativos, no se toman como conteos: ${named(n.series, 'y otras')}.`,
  'series-gap': (n) => `Más de una estación sin números: ${named(n.series, 'y otras')}.`,
}

const en: Sentences = {
  'table-read': (n) =>
    `${count(n.series)} series; a step is ${n.every === 1 ? `a ${n.unit}` : `${n.every} ${n.unit}s`}, a season ${count(n.cycle)} steps.`,
  'table-method': (n) =>
    `${n.signed ? 'Series with negative numbers' : 'Method'}: ${METHODS.en[n.method]}, chosen over ${count(n.origins)} origins, ${count(n.horizon)} steps ahead (loss ${n.loss.toFixed(3)})${n.weights.length === 0 ? '' : `; ${n.weights.map((w) => `${w.method} ${percent(w.weight)}`).join(', ')}`}.`,
  'table-untested': (n) =>
    `${n.signed ? 'Series with negative numbers: the' : 'The'} history is too short to test methods; ${METHODS.en[n.method]} is used.`,
  'table-without-season': (n) => `No season can be seen in ${count(n.steps)} steps; none is looked for.`,
  'rows-added-up': (n) => `${count(n.rows)} rows repeat a series and period and are added up.`,
  'series-unknown': (n) => `Without a number there is no forecast: ${named(n.series, 'and')}.`,
  'series-zero': (n) => `Nothing but zeros, and so is the forecast: ${named(n.series, 'and')}.`,
  'series-short': (n) => `With one or two numbers the forecast says little: ${named(n.series, 'and')}.`,
  'series-negative': (n) => `With negative numbers these are not taken for counts: ${named(n.series, 'and')}.`,
  'series-gap': (n) => `More than a season without numbers: ${named(n.series, 'and')}.`,
}

const SENTENCES: Readonly<Record<Language, Sentences>> = { es, en }

export const tableSentence = (note: TableNote, language: Language): string =>
  (SENTENCES[language][note.code] as (note: TableNote) => string)(note)
