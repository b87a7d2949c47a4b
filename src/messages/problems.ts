import type { Language } from './format.ts'

const es = {
  'wrong-host': 'Este servidor solo responde a 127.0.0.1 y localhost.',
  'read-only': 'Esta dirección solo se puede leer: GET y HEAD.',
  'foreign-origin': 'Solo la página de este mismo servidor puede pedir un cambio.',
  'json-only': 'Un cambio se pide con application/json.',
  'unknown-job': 'No hay ningún trabajo con ese nombre.',
  'job-over': 'Ese trabajo ya terminó.',
  'not-found': 'No hay nada en esta dirección.',
  'bad-request': 'La consulta no se entiende.',
  'too-long': 'La dirección es demasiado larga.',
  'no-forecast': 'Todavía no hay pronóstico.',
  'no-plan': 'Todavía no hay plan.',
  'unknown-product': 'Ningún pronóstico es de ese producto.',
  'unknown-level': 'El pronóstico no llega a ese nivel.',
  'unknown-place': 'No hay pronóstico de ese lugar.',
  'place-not-named':
    'Ese lugar no está en ningún archivo de demanda de ese producto y no se pronostica nada para él: no es cero, no se sabe. Para que tome el pronóstico de sus vecinos, agregar una fila suya con la cantidad en blanco.',
  'unknown-number': 'No hay pronóstico de ese lugar, producto y mes.',
  'unknown-table': 'Esa etapa no tiene esa tabla, o todavía no se hizo.',
  'page-not-built': 'La página no está construida: node scripts/build-web.mjs',
  fault: 'El servidor falló: es un error nuestro.',
}
export type ProblemCode = keyof typeof es

const en: typeof es = {
  'wrong-host': 'This server answers to 127.0.0.1 and localhost only.',
  'read-only': 'This address can only be read: GET and HEAD.',
  'foreign-origin': 'Only the page of this server may ask for a change.',
  'json-only': 'A change is asked for with application/json.',
  'unknown-job': 'There is no job of that name.',
  'job-over': 'That job has ended.',
  'not-found': 'There is nothing at this address.',
  'bad-request': 'The query is not understood.',
  'too-long': 'The address is too long.',
  'no-forecast': 'There is no forecast yet.',
  'no-plan': 'There is no plan yet.',
  'unknown-product': 'No forecast is for that product.',
  'unknown-level': 'The forecast does not go to that level.',
  'unknown-place': 'There is no forecast of that place.',
  'place-not-named':
    'That place is in no demand file of that product and nothing is forecast for it: it is not zero, it is not known. For it to take the forecast of its neighbours, add a row of it with a blank quantity.',
  'unknown-number': 'There is no forecast of that place, product and month.',
  'unknown-table': 'That stage has no such table, or has not run yet.',
  'page-not-built': 'The page is not built: node scripts/build-web.mjs',
  fault: 'The server failed: this is our mistake.',
}

/** What an answer of the server that is not a result says. */
export const problemSentences: Readonly<Record<Language, Readonly<Record<ProblemCode, string>>>> = { es, en }
