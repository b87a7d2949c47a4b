import type { Details, InputCode } from '../model/input-error.ts'
import type { Language } from './format.ts'

type Sentence = (d: Details) => string

/** Why networks of demand are refused; of the others the file is damaged. */
const MODEL_REASONS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  es: {
    'not-readable': 'no está ahí o no se puede leer',
    changed: 'cambió después de escribirse, o no es el de su archivo .json (el sha256 es otro)',
    'no-note': 'le falta su archivo .json, con el mismo nombre y al lado',
    'damaged-note': 'su archivo .json no se entiende',
    'other-version': 'su archivo .json es de otra versión o le faltan datos',
    'unknown-network': 'tiene capas que este programa no calcula, o le faltan las que dice su archivo .json',
    'wrong-weights': 'sus pesos faltan, tienen otra forma o no son números',
    'wrong-shape': 'sus entradas o salidas no tienen el ancho que dice su archivo .json',
    'other-past':
      'las redes que lo representan en las pruebas hacia atrás son de otro tipo (cabeza, horizonte, meses pasados o escala); entrenar antes con esos parámetros',
    horizon: 'no mira tan lejos como la ventana que se planifica',
  },
  en: {
    'not-readable': 'it is not there or cannot be read',
    changed: 'it was changed after it was written, or is not that of its .json file (another sha256)',
    'no-note': 'its .json file is missing, of the same name and beside it',
    'damaged-note': 'its .json file cannot be understood',
    'other-version': 'its .json file is of another version, or lacks something',
    'unknown-network': 'it has layers that this program does not compute, or lacks those that its .json file names',
    'wrong-weights': 'its weights are missing, of another shape, or no numbers',
    'wrong-shape': 'its inputs or outputs are not as wide as its .json file says',
    'other-past':
      'the networks that stand for it in the backtest are of another kind (head, horizon, lags or scale); train with those parameters first',
    horizon: 'it does not look as far ahead as the window that is planned',
  },
}

/** What a flag takes, where its name does not say so. */
const TAKES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  es: {
    '--horizon': 'Se espera un número entero de 1 a 1000',
    '--seed': 'Se espera un número entero desde 0',
    '--quantiles': 'Se esperan números mayores que 0 y menores que 1, de menor a mayor, así: 0.1,0.5,0.9',
    '--month': 'Se espera AAAA-MM',
    '--until': 'Se espera AAAA-MM',
    '--date': 'Se espera AAAA-MM-DD',
    '--quantity': 'Se espera un número de 0 a 10¹², con punto decimal',
    '--product': 'Se espera el id de un producto del pronóstico',
    UBIGEO: 'Se espera el ubigeo de seis cifras de un lugar del pronóstico (000000: el país)',
  },
  en: {
    '--horizon': 'Expected: a whole number from 1 to 1000',
    '--seed': 'Expected: a whole number from 0 on',
    '--quantiles': 'Expected: numbers above 0 and below 1, ascending, like this: 0.1,0.5,0.9',
    '--month': 'Expected: YYYY-MM',
    '--until': 'Expected: YYYY-MM',
    '--date': 'Expected: YYYY-MM-DD',
    '--quantity': 'Expected: a number from 0 to 10¹², with a decimal point',
    '--product': 'Expected: the id of a product of the forecast',
    UBIGEO: 'Expected: the six-digit ubigeo of a place of the forecast (000000: the nation)',
  },
}

/** What a cell of a table to forecast may be. */
const CELLS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  es: {
    series: 'un nombre en cada fila',
    period: 'AAAA-MM, AAAA-Wss o AAAA-MM-DD, en toda la tabla la misma forma',
    quantity: 'un número de hasta 10¹⁵, o nada donde falta',
  },
  en: {
    series: 'a name in every row',
    period: 'YYYY-MM, YYYY-Www or YYYY-MM-DD, one form in the whole table',
    quantity: 'a number up to 10¹⁵, or nothing where it is missing',
  },
}

/** One sentence per code: what is wrong, with the name and the value, and what to do. */
const es: Readonly<Record<InputCode, Sentence>> = {
  arguments: (d) =>
    `El valor «${d['value']}» no vale para ${d['flag']}. ${TAKES.es[d['flag'] ?? ''] ?? 'Ver chasqui --help'}${d['known'] === undefined ? '' : `: ${d['known']}`}.`,
  'flags-together': (d) =>
    `${d['flag']} ${d['rule'] === 'needs' ? `necesita además ${d['other']}` : d['rule'] === 'only-with' ? `solo vale junto con ${d['other']}` : `no vale junto con ${d['other']}`}.`,
  settings: (d) => `Los ajustes de ${d['path']} no valen. Corregir estas claves:`,
  params: (d) => `Los parámetros de ${d['path']} no valen. Corregir estas claves:`,
  decisions: (d) => `Las decisiones de ${d['path']} no se entienden. Corregir o quitar estas claves:`,
  overrides: (d) => `Las correcciones de ${d['path']} no se entienden. Corregir estas claves (la primera es la 0):`,
  'no-workspace': (d) =>
    `${d['path']} no es una carpeta de trabajo: falta chasqui.yaml. Crear una con: chasqui init CARPETA`,
  'workspace-exists': (d) => `La carpeta ${d['path']} ya tiene archivos. Dar el nombre de una carpeta nueva o vacía.`,
  'workspace-in-use': (d) =>
    `Otra orden está trabajando en ${d['path']}: chasqui ${d['command']} (proceso ${d['pid']}). Esperar a que termine o detenerla.`,
  'not-writable': (d) => `No se puede escribir en ${d['path']}. Dar permiso de escritura en esa carpeta o usar otra.`,
  'not-readable': (d) => `No se puede leer «${d['path']}». Comprobar que existe y que hay permiso de lectura.`,
  'disk-full': (d) => `No queda espacio en el disco para escribir ${d['path']}. Liberar espacio y repetir la orden.`,
  'no-files': (d) => `No hay archivos en ${d['path']}. Copiar ahí los archivos y repetir la orden.`,
  'refused-files': (d) =>
    `${d['count']} archivo(s) no se pueden usar. Corregirlos o dejarlos fuera con chasqui import --skip ARCHIVO:`,
  'open-questions': (d) =>
    `${d['count']} pregunta(s) cambian los números y no se responden solas. Escribir las respuestas en decisions.yaml:`,
  'too-many-rejected': () =>
    'Se rechaza más del 5 % de las filas o de la cantidad de estos archivos. Revisar reports/import.csv; para seguir de todos modos: chasqui import --accept',
  'no-former-tables': () => 'No hay tablas anteriores a las que volver.',
  'table-not-text': (d) => `${d['path']} no es una tabla de texto (${d['kind']}). Guardarla como CSV UTF-8.`,
  'table-line': (d) =>
    `${d['path']}, línea ${d['line']}: ${d['fault'] === 'open-quote' ? 'una comilla se abre y no se cierra. Cerrarla o quitarla' : 'demasiado larga para ser una fila de una tabla'}.`,
  'table-columns': (d) =>
    `La tabla ${d['path']} necesita en su primera línea las columnas series, period y quantity, una vez cada una. Ahí dice: ${d['found'] || 'nada'}.`,
  'table-width': (d) =>
    `${d['path']}, línea ${d['line']}: tiene ${d['cells']} celdas y los encabezados son ${d['columns']}. Si un número lleva coma decimal, escribirlo entre comillas o separar las columnas con punto y coma.`,
  'table-cell': (d) =>
    `${d['path']}, línea ${d['line']}: «${d['value']}» no vale como ${d['column']}. Se espera ${CELLS.es[d['column'] ?? '']}.`,
  'table-empty': (d) => `La tabla ${d['path']} no tiene ningún número en quantity. Sin uno no hay qué pronosticar.`,
  'demand-model': (d) =>
    `No se puede usar el modelo ${d['path']}: ${MODEL_REASONS.es[d['reason'] ?? ''] ?? `está dañado (${d['reason']})`}. Corregirlo, o entrenar otra vez con: chasqui train`,
  'leg-model': (d) =>
    `No se puede usar la red de tiempos de viaje ${d['path']}: ${d['reason'] === 'changed' ? 'cambió después de entrenarse' : d['reason'] === 'other-version' ? 'es de otra versión o no la hizo este programa' : `está dañada (${d['reason']})`}. Borrarla y entrenar otra vez.`,
  'other-model': (d) =>
    d['reason'] === 'missing'
      ? `Falta ${d['path']}, que dejó el entrenamiento (reports/stages/train.json). Si lo dejó a medias DVC: dvc checkout. Para rehacerlo: chasqui train. Para seguir sin redes: borrar la carpeta models/keras_models.`
      : `${d['path']} no es lo que dejó el entrenamiento (reports/stages/train.json). Si lo dejó a medias DVC: dvc checkout. Para usar otra red: chasqui forecast --model ARCHIVO. Para volver a la entrenada: chasqui train.`,
  'no-plan': (d) => `No hay un plan en ${d['path']}. Hacer uno con: chasqui plan`,
  'stage-missing': (d) => `Falta un paso anterior. Correr primero: chasqui ${d['stage']}`,
  'verification-failed': (d) => `El plan no pasa la verificación: ${d['count']} error(es). El plan en uso no cambia.`,
  'damaged-plan': (d) => `${d['path']} no es un plan válido:`,
  'damaged-workspace': (d) =>
    `${d['path']} está dañado. Borrarlo y correr chasqui plan para rehacer todo desde los archivos.`,
  'no-port': (d) => `No hay un puerto libre desde ${d['port']}. Dar otro con --port.`,
}

const en: typeof es = {
  arguments: (d) =>
    `The value “${d['value']}” does not suit ${d['flag']}. ${TAKES.en[d['flag'] ?? ''] ?? 'See chasqui --help'}${d['known'] === undefined ? '' : `: ${d['known']}`}.`,
  'flags-together': (d) =>
    `${d['flag']} ${d['rule'] === 'needs' ? `needs ${d['other']}, too` : d['rule'] === 'only-with' ? `goes only with ${d['other']}` : `does not go with ${d['other']}`}.`,
  settings: (d) => `The settings in ${d['path']} are not valid. Correct these keys:`,
  params: (d) => `The parameters of ${d['path']} are not valid. Correct these keys:`,
  decisions: (d) => `The decisions in ${d['path']} cannot be understood. Correct or remove these keys:`,
  overrides: (d) => `The overrides in ${d['path']} cannot be understood. Correct these keys (the first is 0):`,
  'no-workspace': (d) => `${d['path']} is no workspace: chasqui.yaml is missing. Make one with: chasqui init FOLDER`,
  'workspace-exists': (d) => `The folder ${d['path']} already holds files. Name a new or an empty one.`,
  'workspace-in-use': (d) =>
    `Another command is at work in ${d['path']}: chasqui ${d['command']} (process ${d['pid']}). Wait for it or stop it.`,
  'not-writable': (d) => `${d['path']} cannot be written. Allow writing in that folder or use another one.`,
  'not-readable': (d) => `${d['path']} cannot be read. Check that it exists and may be read.`,
  'disk-full': (d) => `The disk has no space left to write ${d['path']}. Free some and run the command again.`,
  'no-files': (d) => `There are no files in ${d['path']}. Copy your files there and run the command again.`,
  'refused-files': (d) =>
    `${d['count']} file(s) cannot be used. Mend them or leave them out with chasqui import --skip FILE:`,
  'open-questions': (d) =>
    `${d['count']} question(s) would change numbers and have no answer. Write the answers into decisions.yaml:`,
  'too-many-rejected': () =>
    'More than 5 % of the rows or of the quantity of these files are rejected. See reports/import.csv; to go on all the same: chasqui import --accept',
  'no-former-tables': () => 'There are no former tables to go back to.',
  'table-not-text': (d) => `${d['path']} is no table in text (${d['kind']}). Save it as CSV UTF-8.`,
  'table-line': (d) =>
    `${d['path']}, line ${d['line']}: ${d['fault'] === 'open-quote' ? 'a quotation mark opens and is never closed. Close or remove it' : 'too long to be a row of a table'}.`,
  'table-columns': (d) =>
    `The table ${d['path']} needs the columns series, period and quantity in its first line, each once. It says: ${d['found'] || 'nothing'}.`,
  'table-width': (d) =>
    `${d['path']}, line ${d['line']}: has ${d['cells']} cells for ${d['columns']} headers. If a number has a decimal comma, put it in quotes or separate the columns by semicolons.`,
  'table-cell': (d) =>
    `${d['path']}, line ${d['line']}: “${d['value']}” does not suit ${d['column']}. Expected: ${CELLS.en[d['column'] ?? '']}.`,
  'table-empty': (d) => `The table ${d['path']} has no number in quantity. Without one there is nothing to forecast.`,
  'demand-model': (d) =>
    `The model ${d['path']} cannot be used: ${MODEL_REASONS.en[d['reason'] ?? ''] ?? `it is damaged (${d['reason']})`}. Mend it, or train again with: chasqui train`,
  'leg-model': (d) =>
    `The network of travel times ${d['path']} cannot be used: ${d['reason'] === 'changed' ? 'it was changed after its training' : d['reason'] === 'other-version' ? 'it is of another version, or this program did not make it' : `it is damaged (${d['reason']})`}. Delete it and train again.`,
  'other-model': (d) =>
    d['reason'] === 'missing'
      ? `${d['path']}, which training left, is missing (reports/stages/train.json). If DVC has not finished: dvc checkout. To make it again: chasqui train. To go on without networks: delete the folder models/keras_models.`
      : `${d['path']} is not what training left (reports/stages/train.json). If DVC stopped half way: dvc checkout. To use another network: chasqui forecast --model FILE. To go back to the trained one: chasqui train.`,
  'no-plan': (d) => `There is no plan in ${d['path']}. Make one with: chasqui plan`,
  'stage-missing': (d) => `A former step is missing. Run this first: chasqui ${d['stage']}`,
  'verification-failed': (d) => `The plan fails verification: ${d['count']} violation(s). The plan in use stays.`,
  'damaged-plan': (d) => `${d['path']} is not a valid plan:`,
  'damaged-workspace': (d) =>
    `${d['path']} is damaged. Delete it and run chasqui plan to make everything again from the files.`,
  'no-port': (d) => `No port is free from ${d['port']} on. Give another one with --port.`,
}

const SENTENCES: Readonly<Record<Language, typeof es>> = { es, en }

export const inputSentence = (code: InputCode, details: Details, language: Language): string =>
  SENTENCES[language][code](details)

/** Exit code of each kind of trouble (DATA §7). */
export function exitCodeOf(code: InputCode): 2 | 3 | 4 | 5 {
  if (code === 'open-questions') return 3
  if (code === 'too-many-rejected') return 4
  return code === 'verification-failed' || code === 'damaged-plan' ? 5 : 2
}
