import type { Details } from '../model/input-error.ts'
import { count, counted, duration, type Language } from './format.ts'
import { STAGE_NAMES } from './stage-names.ts'

/** Texts of the command line. */
const es = {
  program: 'Planifica la ayuda social en el Perú: de los archivos de una organización a las rutas de reparto.',
  headers: { usage: 'USO', aliases: 'ALIAS', commands: 'ÓRDENES', flags: 'OPCIONES', arguments: 'ARGUMENTOS' },
  defaultWord: 'por omisión =',
  separatorWord: 'separador =',
  help: 'Muestra esta ayuda',
  version: 'Muestra la versión',
  flags: {
    workspace: 'Carpeta de trabajo',
    json: 'Un solo documento JSON con el resultado, en la salida',
    lang: 'Idioma de los mensajes: es | en',
    job: 'Deja constancia del avance en .chasqui/jobs/ID.ndjson',
    seed: 'Semilla de los sorteos',
    until: 'Último mes con demanda, AAAA-MM',
    months: 'Meses con demanda',
    province: 'Solo estas provincias (ubigeo), separadas por comas',
    dryRun: 'Muestra lo que se entendió de los archivos, sin cambiar nada',
    skip: 'Archivo que se deja fuera (se puede repetir)',
    accept: 'Sigue aunque se rechace más del 5 % de un archivo',
    undo: 'Vuelve a las tablas anteriores',
    port: 'Puerto; si está ocupado, el siguiente libre',
    model: 'Red de Keras (.h5, con su .json al lado) que se usa en lugar de la entrenada',
    table: 'Tabla CSV con series, period, quantity que se pronostica sin carpeta de trabajo',
    horizon: 'Pasos que se pronostican de la tabla (12)',
    quantiles: 'Cuantiles, separados por comas (0.1 a 0.9)',
    out: 'Archivo CSV de salida; sin él, la salida estándar',
    ofProduct: 'Producto',
    month: 'Mes del pronóstico, AAAA-MM',
    quantity: 'Media corregida de ese lugar y mes, en la unidad del producto',
    author: 'Quién corrige',
    reason: 'Por qué',
    date: 'Día de la corrección, AAAA-MM-DD; sin él, hoy',
    product: 'Producto (el más necesitado, si no se dice)',
    demo: 'Prepara un país de ejemplo en esta carpeta si no existe y lo planifica antes de servir',
  },
  commands: {
    init: 'Crea una carpeta de trabajo con ajustes y plantillas',
    demo: 'Crea una carpeta de trabajo con un país de ejemplo',
    import: 'Lee los archivos de data/raw_data y escribe tablas revisadas',
    prepare: 'Convierte las observaciones en demanda por lugar, producto y mes',
    train: 'Entrena las redes neuronales de la demanda y de los tiempos de viaje',
    backtest: 'Prueba los métodos con el pasado y elige el de cada producto',
    forecast: 'Pronostica la demanda con su incertidumbre',
    explain: 'Dice por qué el pronóstico de un lugar es el que es',
    override: 'Corrige el pronóstico de un lugar, producto y mes',
    allocate: 'Reparte las existencias entre los lugares',
    route: 'Traza las rutas del primer mes',
    plan: 'Corre los pasos pendientes, verifica y congela el plan',
    verify: 'Verifica un plan por separado de quien lo hizo',
    serve: 'Muestra los resultados en el navegador',
  },
  arguments: {
    folder: 'Carpeta nueva',
    plan: 'Nombre del plan; sin él, el plan en uso',
    ubigeo: 'Lugar: código INEI de seis cifras; 000000 es el país',
  },
  stages: STAGE_NAMES.es,
  tableDone: (series: number, horizon: number, path: string) =>
    `Pronóstico de ${count(series)} ${series === 1 ? 'serie' : 'series'}, ${count(horizon)} ${horizon === 1 ? 'paso' : 'pasos'}${path && `: ${path}`}`,
  overridden: (product: string, ubigeo: string, month: string, quantity: string, baseline: string | null) =>
    `${product}, ${ubigeo}, ${month}: ${quantity}${baseline === null ? '; ese mes no tiene pronóstico todavía' : ` en vez de ${baseline}`}. Anotado en overrides.yaml. Para usarlo: chasqui plan`,
  beyondPopulation: (product: string, ubigeo: string, quantity: string, most: string) =>
    `Atención: ${quantity} de ${product} en ${ubigeo} daría para más del doble de su población durante todo el mes (${most}). Si sobran cifras, corregir overrides.yaml.`,
  noDrivers: 'Ninguna red neuronal toma parte: pronostican los métodos estadísticos.',
  weights: 'Peso de cada método, todas las clases de demanda juntas:',
  unchanged: 'sin cambios, no se vuelve a correr',
  behind: (stage: string) =>
    `${stage === 'import' ? 'Los archivos de data/raw_data, o lo decidido sobre ellos, ya no son los que leyó la última importación' : `Cambió lo que lee chasqui ${stage}, y no se ha vuelto a correr`}: este paso usó lo de antes. Ponerlo al día con: chasqui ${stage}; o todo lo pendiente de una vez: chasqui plan`,
  left: (seconds: number) => `quedan ${duration(seconds)}`,
  usage: {
    unknownCommand: (word: string, near: string) =>
      `No hay una orden «${word}».${near && ` ¿Será ${near}?`} Ver chasqui --help.`,
    unknownFlag: (word: string, near: string) => `No hay una opción «${word}».${near && ` ¿Será ${near}?`}`,
    notAllowed: (flag: string, value: string, allowed: string) =>
      `«${value}» no vale para ${flag}: se espera ${allowed}.`,
    missingValue: (flag: string) => `Falta el valor de --${flag}.`,
    missingArgument: (name: string) => `Falta el argumento ${name}.`,
    tooMany: (word: string) => `Sobra el argumento «${word}».`,
  },
  rootExample: [
    ['chasqui demo demo', 'un país de ejemplo en la carpeta demo'],
    ['chasqui plan -w demo', 'pronostica, reparte, traza rutas y verifica'],
    ['chasqui serve -w demo', 'muestra el resultado en el navegador'],
    ['', ''],
    ['chasqui init amazonas', 'una carpeta de trabajo propia, con plantillas'],
    ['chasqui import -w amazonas --dry-run', 'lo que se entiende de los archivos de amazonas/data/raw_data'],
    ['chasqui plan -w amazonas', 'de los archivos al plan verificado'],
  ],
  rootHint: 'Ayuda de una orden: chasqui ORDEN --help',
  figures: {
    import: (d: Details) =>
      `${n(d, 'rows', 'fila', 'filas')} de ${n(d, 'files', 'archivo', 'archivos')}, ${n(d, 'rejected', 'rechazada', 'rechazadas')}${Number(d['rejected']) > 0 ? ' (ver reports/import.csv)' : ''}; ${n(d, 'observations', 'observación', 'observaciones')}`,
    prepare: (d: Details) => `${n(d, 'series', 'serie', 'series')} de ${n(d, 'months', 'mes', 'meses')}`,
    train: (d: Details) =>
      `${n(d, 'networks', 'red', 'redes')} de ${n(d, 'products', 'producto', 'productos')}${Number(d['legs']) > 0 ? `; ${n(d, 'legs', 'tramo recorrido', 'tramos recorridos')}` : ''}`,
    backtest: (d: Details) => `${n(d, 'products', 'producto', 'productos')}, ${n(d, 'origins', 'origen', 'orígenes')}`,
    forecast: (d: Details) => `${n(d, 'series', 'serie', 'series')}, ${n(d, 'months', 'mes', 'meses')}`,
    allocate: (d: Details) => `${n(d, 'packs', 'kit', 'kits')} para ${n(d, 'places', 'lugar', 'lugares')}`,
    route: (d: Details) =>
      `${n(d, 'tours', 'vuelta', 'vueltas')}, ${n(d, 'stops', 'parada', 'paradas')}, ${n(d, 'unserved', 'entrega', 'entregas')} sin atender`,
  },
  planned: (id: string, granted: number, need: number, tours: number) =>
    `Plan ${id} verificado: ${count(granted)} de ${counted(need, 'kit asignado', 'kits asignados')}, ${counted(tours, 'vuelta', 'vueltas')}. Ver plans/${id}/`,
  planUnchanged: (id: string) => `El plan ${id} sigue igual.`,
  verified: (id: string) => `El plan ${id} pasa la verificación.`,
  violations: (id: string, found: number) => `El plan ${id} no pasa la verificación: ${count(found)} error(es).`,
  initialised: (path: string) =>
    `Carpeta de trabajo lista: ${path}\nPlantillas en ${path}/data/templates (las de Excel se guardan como CSV UTF-8 antes de usarlas).\nCopiar los archivos en ${path}/data/raw_data y revisar con: chasqui import -w ${path} --dry-run\nCon Git y DVC es además un proyecto de experimentos: git init, git add ., git commit -m inicio, dvc repro (docs/experiments.md). Sin ellos todo funciona igual.`,
  demoMade: (path: string) => `País de ejemplo en ${path}/data/raw_data`,
  undone:
    'Se volvió a las tablas anteriores. Los archivos de data/raw_data no cambian: corregirlos o retirarlos antes del próximo plan, que los lee otra vez.',
  interrupted: 'Interrumpido: la carpeta de trabajo queda como estaba.',
  finishedAnyway: 'El cambio ya estaba escrito y se terminó.',
  serving: (url: string) => `Abrir ${url} en el navegador. Ctrl-C para terminar.`,
  fault: 'Error del programa. Por favor, comunicar este texto:',
  dryRun: {
    file: (file: string, source: string, rows: number) => `${file}: ${source}, ${count(rows)} filas`,
    counts: (accepted: number, rejected: number, repaired: number, setAside: number, repeated: number) =>
      `aceptadas ${count(accepted)} · rechazadas ${count(rejected)} · corregidas ${count(repaired)} · apartadas ${count(setAside)} · repetidas ${count(repeated)}`,
    nothingChanged: (workspace: string) => `Nada se cambió. Para escribir las tablas: chasqui import -w ${workspace}`,
    wouldStop: 'Nada se cambió. Así como están, chasqui import se detiene:',
  },
}

const en: typeof es = {
  program: 'Plans social aid in Peru: from an organisation’s own files to delivery routes.',
  headers: { usage: 'USAGE', aliases: 'ALIASES', commands: 'COMMANDS', flags: 'FLAGS', arguments: 'ARGUMENTS' },
  defaultWord: 'default =',
  separatorWord: 'separator =',
  help: 'Print this help',
  version: 'Print the version',
  flags: {
    workspace: 'Workspace',
    json: 'One JSON document with the result, on standard output',
    lang: 'Language of the messages: es | en',
    job: 'Records progress in .chasqui/jobs/ID.ndjson',
    seed: 'Seed of the draws',
    until: 'Last month of demand, YYYY-MM',
    months: 'Months of demand',
    province: 'Only these provinces (ubigeo), separated by commas',
    dryRun: 'Shows what was understood of the files and changes nothing',
    skip: 'A file to leave out (may be repeated)',
    accept: 'Goes on though more than 5 % of a file is rejected',
    undo: 'Goes back to the former tables',
    port: 'Port; the next free one where it is taken',
    model: 'Keras network (.h5, its .json beside it) that is used instead of the trained one',
    table: 'CSV table of series, period, quantity that is forecast without a workspace',
    horizon: 'Steps of the table to forecast (12)',
    quantiles: 'Quantiles, separated by commas (0.1 to 0.9)',
    out: 'CSV file to write; standard output without it',
    ofProduct: 'Product',
    month: 'Month of the forecast, YYYY-MM',
    quantity: 'Corrected mean of that place and month, in the product’s unit',
    author: 'Who corrects it',
    reason: 'Why',
    date: 'Day of the correction, YYYY-MM-DD; today without it',
    product: 'Product (the most needed one unless told)',
    demo: 'Makes an example country in this folder if it is not there, and plans it before serving',
  },
  commands: {
    init: 'Makes a workspace with settings and templates',
    demo: 'Makes a workspace with an example country',
    import: 'Reads the files in data/raw_data and writes checked tables',
    prepare: 'Turns observations into demand per place, product and month',
    train: 'Trains the neural networks of demand and of travel times',
    backtest: 'Tries the methods on the past and chooses one for each product',
    forecast: 'Forecasts demand with its uncertainty',
    explain: 'Says why the forecast of a place is what it is',
    override: 'Corrects the forecast of a place, product and month',
    allocate: 'Shares the stock among the places',
    route: 'Finds the tours of the first month',
    plan: 'Runs the stages that are stale, verifies and freezes the plan',
    verify: 'Verifies a plan apart from what made it',
    serve: 'Shows the results in the browser',
  },
  arguments: {
    folder: 'New folder',
    plan: 'Name of the plan; the one in use without it',
    ubigeo: 'Place: INEI code of six digits; 000000 is the nation',
  },
  stages: STAGE_NAMES.en,
  tableDone: (series, horizon, path) =>
    `Forecast of ${count(series)} series, ${count(horizon)} ${horizon === 1 ? 'step' : 'steps'}${path && `: ${path}`}`,
  beyondPopulation: (product, ubigeo, quantity, most) =>
    `Careful: ${quantity} of ${product} in ${ubigeo} would serve more than twice its people all the month through (${most}). If there are digits too many, correct overrides.yaml.`,
  overridden: (product, ubigeo, month, quantity, baseline) =>
    `${product}, ${ubigeo}, ${month}: ${quantity}${baseline === null ? '; that month has no forecast yet' : ` instead of ${baseline}`}. Written into overrides.yaml. To use it: chasqui plan`,
  noDrivers: 'No neural network takes part: statistical methods forecast.',
  weights: 'Weight of each method, all classes of demand together:',
  unchanged: 'unchanged, not run again',
  behind: (stage) =>
    `${stage === 'import' ? 'The files in data/raw_data, or what was decided about them, are no longer those that the last import read' : `What chasqui ${stage} reads has changed, and it was not run again`}: this step used what was there before. Bring it up to date with: chasqui ${stage}; or all that is stale at once: chasqui plan`,
  left: (seconds) => `${duration(seconds)} left`,
  usage: {
    unknownCommand: (word, near) =>
      `There is no command “${word}”.${near && ` Did you mean ${near}?`} See chasqui --help.`,
    unknownFlag: (word, near) => `There is no flag “${word}”.${near && ` Did you mean ${near}?`}`,
    notAllowed: (flag, value, allowed) => `“${value}” does not suit ${flag}: expected ${allowed}.`,
    missingValue: (flag) => `The value of --${flag} is missing.`,
    missingArgument: (name) => `The argument ${name} is missing.`,
    tooMany: (word) => `The argument “${word}” is one too many.`,
  },
  rootExample: [
    ['chasqui demo demo', 'an example country in the folder demo'],
    ['chasqui plan -w demo', 'forecasts, shares, finds routes and verifies'],
    ['chasqui serve -w demo', 'shows the result in the browser'],
    ['', ''],
    ['chasqui init amazonas', 'a workspace of your own, with templates'],
    ['chasqui import -w amazonas --dry-run', 'what is understood of the files in amazonas/data/raw_data'],
    ['chasqui plan -w amazonas', 'from the files to the verified plan'],
  ],
  rootHint: 'Help for a command: chasqui COMMAND --help',
  figures: {
    import: (d) =>
      `${n(d, 'rows', 'row', 'rows')} of ${n(d, 'files', 'file', 'files')}, ${count(number(d, 'rejected'))} rejected${Number(d['rejected']) > 0 ? ' (see reports/import.csv)' : ''}; ${n(d, 'observations', 'observation', 'observations')}`,
    prepare: (d) => `${n(d, 'series', 'series', 'series')} of ${n(d, 'months', 'month', 'months')}`,
    train: (d) =>
      `${n(d, 'networks', 'network', 'networks')} of ${n(d, 'products', 'product', 'products')}${Number(d['legs']) > 0 ? `; ${n(d, 'legs', 'leg', 'legs')} driven` : ''}`,
    backtest: (d) => `${n(d, 'products', 'product', 'products')}, ${n(d, 'origins', 'origin', 'origins')}`,
    forecast: (d) => `${n(d, 'series', 'series', 'series')}, ${n(d, 'months', 'month', 'months')}`,
    allocate: (d) => `${n(d, 'packs', 'pack', 'packs')} for ${n(d, 'places', 'place', 'places')}`,
    route: (d) =>
      `${n(d, 'tours', 'tour', 'tours')}, ${n(d, 'stops', 'stop', 'stops')}, ${n(d, 'unserved', 'delivery', 'deliveries')} unserved`,
  },
  planned: (id, granted, need, tours) =>
    `Plan ${id} verified: ${count(granted)} of ${counted(need, 'pack', 'packs')} granted, ${counted(tours, 'tour', 'tours')}. See plans/${id}/`,
  planUnchanged: (id) => `Plan ${id} is unchanged.`,
  verified: (id) => `Plan ${id} passes verification.`,
  violations: (id, found) => `Plan ${id} fails verification: ${count(found)} violation(s).`,
  initialised: (path) =>
    `Workspace ready: ${path}\nTemplates in ${path}/data/templates (save those of Excel as CSV UTF-8 before use).\nCopy your files into ${path}/data/raw_data and look with: chasqui import -w ${path} --dry-run\nWith Git and DVC it is a project for experiments too: git init, git add ., git commit -m start, dvc repro (docs/experiments.md). Without them everything works all the same.`,
  demoMade: (path) => `Example country in ${path}/data/raw_data`,
  undone:
    'Back at the former tables. The files in data/raw_data are as they were: mend or remove them before the next plan, which reads them again.',
  interrupted: 'Interrupted: the workspace is as it was.',
  finishedAnyway: 'The change was already written down and has been finished.',
  serving: (url) => `Open ${url} in the browser. Ctrl-C to end.`,
  fault: 'A fault of the program. Please report this text:',
  dryRun: {
    file: (file, source, rows) => `${file}: ${source}, ${count(rows)} rows`,
    counts: (accepted, rejected, repaired, setAside, repeated) =>
      `accepted ${count(accepted)} · rejected ${count(rejected)} · repaired ${count(repaired)} · set aside ${count(setAside)} · repeated ${count(repeated)}`,
    nothingChanged: (workspace) => `Nothing was changed. To write the tables: chasqui import -w ${workspace}`,
    wouldStop: 'Nothing was changed. As they are, chasqui import stops:',
  },
}

const number = (details: Details, key: string): number => Number(details[key] ?? 0)
const n = (details: Details, key: string, single: string, several: string): string =>
  counted(number(details, key), single, several)

export type CommandTexts = typeof es
export const COMMAND_TEXTS: Readonly<Record<Language, CommandTexts>> = { es, en }
