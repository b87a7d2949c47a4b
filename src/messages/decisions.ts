import type { Decision, Question } from '../model/finding.ts'
import type { Language } from './format.ts'

/** Every subject of a decision of the importer, and those of its questions. */
export const DECISION_SUBJECTS = [
  'source',
  'encoding',
  'separator',
  'extension',
  'header-line',
  'column',
  'dropped-column',
  'ignored-columns',
  'decimal',
  'date-order',
  'code-book',
  'product',
  'assumed-product',
  'quantity-from-persons',
  'summed',
  'future-months',
  'far-months',
  'beyond-population',
  'register-beyond-population',
  'set-aside',
  'register-month',
  'province-mean',
  'networks-of-province',
  'borrowed-places',
  'repeated-file',
  'skip',
  'accept',
] as const
type DecisionSubject = (typeof DECISION_SUBJECTS)[number]

export const QUESTION_SUBJECTS = [
  'column',
  'decimal',
  'date-order',
  'code-book',
  'product',
  'future-months',
  'far-months',
  'beyond-population',
] as const
type QuestionSubject = (typeof QUESTION_SUBJECTS)[number]

type Words = Readonly<Record<string, string>>

const es = {
  decisions: {
    source: (d) => `se lee como ${d.choice}`,
    encoding: (d) => `codificación ${d.choice}`,
    separator: (d) => `separador: ${word('es', d.choice)}`,
    extension: (d) => `se lee por su contenido (${word('es', d.choice)}), no por su nombre`,
    'header-line': (d) => `los encabezados están en la línea ${d.choice}`,
    column: (d) => `${d.column} es la columna «${d.choice}»`,
    'dropped-column': (d) => `la columna «${d.column}» parece contener datos de personas y no se guarda`,
    'ignored-columns': (d) => `${d.choice} columnas no se usan`,
    decimal: (d) => `en «${d.column}» la marca decimal es ${word('es', d.choice)}`,
    'date-order': (d) => `en «${d.column}» las fechas son ${word('es', d.choice)}`,
    'code-book': (d) => `los códigos de «${d.column}» son los del ${d.choice.toUpperCase()}`,
    product: (d) => `todas las filas son del producto ${d.choice}`,
    'assumed-product': (d) => `ningún archivo trae productos; se supone «${d.choice}»`,
    'quantity-from-persons': (d) =>
      `la cantidad se calcula de las personas de «${d.column}» entre las que atiende una unidad`,
    summed: () => 'las filas del mismo lugar, producto y periodo se suman',
    'future-months': (d) => `los hechos de ${d.column}, después de hoy, se cuentan`,
    'far-months': (d) => `los hechos de ${d.column}, lejos de los demás, se cuentan`,
    'beyond-population': (d) =>
      `las cantidades de ${d.column}, para más personas de las que viven en el lugar, se cuentan`,
    'register-beyond-population': () =>
      'hay eventos con más afectados y damnificados que una vez y media la población del lugar; se cuentan como están',
    'set-aside': (d) => `los peligros del grupo «${d.choice}» no se cuentan`,
    'register-month': (d) => `el mes ${d.column} del registro está ${word('es', d.choice)}`,
    'province-mean': (d) => `los distritos sin ${word('es', d.column)} toman el promedio de su provincia`,
    'networks-of-province': () => 'cada distrito toma las vías y la región natural de su provincia',
    'borrowed-places': () =>
      'sin directorio de distritos, cada distrito toma la posición, las vías y la población de su provincia',
    'repeated-file': () => 'es igual a otro archivo y no se cuenta otra vez',
    skip: () => 'se deja fuera',
    accept: () => 'se acepta con sus filas rechazadas',
  } satisfies Record<DecisionSubject, (d: Decision) => string> as Record<string, (d: Decision) => string>,
  questions: {
    column: (q) => `¿Qué columna es ${q.column}?`,
    decimal: (q) => `¿Cuál es la marca decimal en «${q.column}»? Valores como «1,234» pueden ser mil o uno.`,
    'date-order': (q) => `¿En qué orden están día y mes en «${q.column}»? Ningún valor lo muestra, o se contradicen.`,
    'code-book': (q) => `¿Los códigos de «${q.column}» son del INEI o del RENIEC?`,
    product: () => '¿De qué producto son las filas? El archivo no lo dice.',
    'future-months': (q) =>
      `¿Hay de verdad filas de ${q.column}, un mes que todavía no llega? Si el año o el mes está mal escrito, corregir el archivo: los meses sin fila hasta ahí se leerían como cero.`,
    'far-months': (q) =>
      `¿Hay de verdad filas de ${q.column}, lejos de todas las demás? Si el año está mal escrito, corregir el archivo: los meses sin fila en medio se leerían como cero.`,
    'beyond-population': (q) =>
      `¿Hay de verdad cantidades de ${q.column}? Darían para más del doble de la población del lugar durante todo el mes. Si sobran cifras o la unidad es otra, corregir el archivo.`,
  } satisfies Record<QuestionSubject, (q: Question) => string> as Record<string, (q: Question) => string>,
  choices: 'Opciones',
  quoted: (choice: string): string => `«${choice}»`,
  answer: (file: string, key: string, choice: string): string =>
    `Escribir en decisions.yaml, con la opción que valga:\n      files:\n        "${file}":\n          "${key}": ${choice}`,
  words: {
    comma: 'coma',
    semicolon: 'punto y coma',
    tab: 'tabulador',
    bar: 'barra',
    gzip: 'gzip',
    text: 'texto',
    '.': 'el punto',
    ',': 'la coma',
    each: 'punto o coma, según cada valor',
    dmy: 'día/mes/año',
    mdy: 'mes/día/año',
    censored: 'incompleto',
    missing: 'sin datos',
    observed: 'completo',
    poverty: 'pobreza',
    vulnerability: 'vulnerabilidad',
    person: 'una persona',
    headers: 'encabezados',
    names: 'los nombres junto al código',
    codes: 'los códigos que existen',
    contract: 'el formato de la plantilla',
    'only-product': 'es el único producto',
    yes: 'sí',
    identity: 'documento de identidad',
    telephone: 'teléfono',
    'e-mail': 'correo electrónico',
    name: 'nombre',
    'two-digits': 'dos cifras',
    'course-ration': 'ración de un curso peruano de asistencia alimentaria',
    'cold-relief-2018': 'ayuda por frío de 2018',
    assumption: 'supuesto',
  } as Words,
  keys: {
    by: 'por',
    headers: 'encabezados',
    of: 'de',
    ascii: 'solo ASCII',
    mark: 'marca BOM',
    'utf-8': 'caracteres UTF-8',
    'not-utf-8': 'bytes que no son UTF-8',
    columns: 'columnas',
    alike: 'filas iguales',
    lines: 'líneas antes',
    name: 'nombre',
    holds: 'contiene',
    point: 'con punto decimal',
    comma: 'con coma decimal',
    'either-point': 'dudosos como 1.234',
    'either-comma': 'dudosos como 1,234',
    plain: 'solo cifras',
    'file-point': 'con punto en otras columnas',
    'file-comma': 'con coma en otras columnas',
    dmy: 'solo día/mes',
    mdy: 'solo mes/día',
    either: 'de cualquiera de los dos modos',
    clear: 'sin duda',
    year: 'año',
    'names-inei': 'nombres según INEI',
    'names-reniec': 'nombres según RENIEC',
    'codes-inei': 'códigos que existen en INEI',
    'codes-reniec': 'códigos que existen en RENIEC',
    rows: 'filas',
    same: 'igual a',
    kg: 'kg',
    m3: 'm³',
    persons: 'personas',
    days: 'días',
    source: 'fuente',
    events: 'eventos',
    'days-in-holes': 'días sin registro',
    'counted-share': 'parte con daños contados',
    districts: 'distritos',
    line: 'línea',
    value: 'valor',
    'this-month': 'este mes',
    'months-apart': 'meses de distancia',
    place: 'lugar',
    population: 'población',
  } as Words,
}

const en: typeof es = {
  decisions: {
    source: (d) => `is read as ${d.choice}`,
    encoding: (d) => `encoding ${d.choice}`,
    separator: (d) => `separator: ${word('en', d.choice)}`,
    extension: (d) => `is read by its content (${word('en', d.choice)}), not by its name`,
    'header-line': (d) => `the headers stand in line ${d.choice}`,
    column: (d) => `${d.column} is the column “${d.choice}”`,
    'dropped-column': (d) => `the column “${d.column}” seems to hold data of persons and is not kept`,
    'ignored-columns': (d) => `${d.choice} columns are not used`,
    decimal: (d) => `in “${d.column}” the decimal mark is ${word('en', d.choice)}`,
    'date-order': (d) => `in “${d.column}” dates are ${word('en', d.choice)}`,
    'code-book': (d) => `the codes of “${d.column}” are those of ${d.choice.toUpperCase()}`,
    product: (d) => `all rows are of the product ${d.choice}`,
    'assumed-product': (d) => `no file brings products; “${d.choice}” is assumed`,
    'quantity-from-persons': (d) =>
      `the quantity is worked out from the persons of “${d.column}” and the persons that a unit serves`,
    summed: () => 'rows of the same place, product and period are added up',
    'future-months': (d) => `what is told of ${d.column}, after today, counts`,
    'far-months': (d) => `what is told of ${d.column}, far from all else, counts`,
    'beyond-population': (d) => `the quantities of ${d.column}, for more people than live in the place, count`,
    'register-beyond-population': () =>
      'some events have more affected and homeless than one and a half times the people of the place; they count as they are',
    'set-aside': (d) => `hazards of the group “${d.choice}” are not counted`,
    'register-month': (d) => `the month ${d.column} of the register is ${word('en', d.choice)}`,
    'province-mean': (d) => `districts without ${word('en', d.column)} take the mean of their province`,
    'networks-of-province': () => 'each district takes networks and natural region of its province',
    'borrowed-places': () =>
      'without a directory of districts, each takes position, networks and population of its province',
    'repeated-file': () => 'is the same as another file and is not counted again',
    skip: () => 'is left out',
    accept: () => 'is accepted with its rejected rows',
  },
  questions: {
    column: (q) => `Which column is ${q.column}?`,
    decimal: (q) => `Which is the decimal mark in “${q.column}”? Values like “1,234” may be a thousand or one.`,
    'date-order': (q) =>
      `In which order are day and month in “${q.column}”? No value tells, or they contradict each other.`,
    'code-book': (q) => `Are the codes of “${q.column}” INEI’s or RENIEC’s?`,
    product: () => 'Of which product are the rows? The file does not say.',
    'future-months': (q) =>
      `Are there really rows of ${q.column}, a month that has not come yet? If year or month is mistyped, correct the file: months without a row until then would be read as zero.`,
    'far-months': (q) =>
      `Are there really rows of ${q.column}, far from all others? If the year is mistyped, correct the file: months without a row between them would be read as zero.`,
    'beyond-population': (q) =>
      `Are there really quantities of ${q.column}? They would serve more than twice the people of the place all the month through. If there are digits too many, or the unit is another one, correct the file.`,
  },
  choices: 'Choices',
  quoted: (choice) => `“${choice}”`,
  answer: (file, key, choice) =>
    `Write into decisions.yaml, with the choice that holds:\n      files:\n        "${file}":\n          "${key}": ${choice}`,
  words: {
    '.': 'the point',
    ',': 'the comma',
    each: 'point or comma, as each value shows',
    dmy: 'day/month/year',
    mdy: 'month/day/year',
    censored: 'incomplete',
    missing: 'without data',
    observed: 'complete',
    person: 'a person',
    names: 'the names beside the code',
    codes: 'the codes that exist',
    contract: 'the form of the template',
    'only-product': 'it is the only product',
    identity: 'identity document',
    'two-digits': 'two digits',
    'course-ration': 'ration of a Peruvian course on emergency food aid',
    'cold-relief-2018': 'cold relief of 2018',
  },
  keys: {
    ascii: 'ASCII only',
    mark: 'byte order mark',
    'utf-8': 'UTF-8 characters',
    'not-utf-8': 'bytes that are no UTF-8',
    alike: 'rows alike',
    lines: 'lines before',
    point: 'with decimal point',
    comma: 'with decimal comma',
    'either-point': 'doubtful like 1.234',
    'either-comma': 'doubtful like 1,234',
    plain: 'digits only',
    'file-point': 'with point in other columns',
    'file-comma': 'with comma in other columns',
    dmy: 'day/month only',
    mdy: 'month/day only',
    either: 'either way',
    clear: 'without doubt',
    'names-inei': 'names by INEI',
    'names-reniec': 'names by RENIEC',
    'codes-inei': 'codes that exist in INEI',
    'codes-reniec': 'codes that exist in RENIEC',
    same: 'same as',
    m3: 'm³',
    'days-in-holes': 'days without a row',
    'counted-share': 'share with counted damage',
    'this-month': 'this month',
    'months-apart': 'months apart',
  },
}

const messages: Readonly<Record<Language, typeof es>> = { es, en }

function word(language: Language, code: string): string {
  return messages[language].words[code] ?? code
}

/** `key=value; …` in words: `filas iguales: 200, de: 200`. */
function evidenceText(evidence: string, language: Language): string {
  if (evidence === '') return ''
  return evidence
    .split('; ')
    .map((pair) => {
      const at = pair.indexOf('=')
      const key = pair.slice(0, at)
      return `${messages[language].keys[key] ?? key}: ${word(language, pair.slice(at + 1))}`
    })
    .join(', ')
}

const withFile = (file: string, text: string): string => (file === '' ? text : `${file}: ${text}`)
const inBrackets = (text: string): string => (text === '' ? '' : ` (${text})`)

/** What was decided about a file and what speaks for it. */
export function decisionSentence(decision: Decision, language: Language): string {
  const said = messages[language].decisions[decision.subject]?.(decision) ?? `${decision.subject} ${decision.choice}`
  return `${withFile(decision.file, said)}${inBrackets(evidenceText(decision.evidence, language))}.`
}

/** What is open, the choices, what was seen, and where to answer. */
export function questionSentence(question: Question, language: Language): string {
  const m = messages[language]
  const key = question.column === '' ? question.subject : `${question.subject}:${question.column}`
  const asked = m.questions[question.subject]?.(question) ?? question.subject
  const seen = inBrackets(evidenceText(question.evidence, language))
  return `${withFile(question.file, asked)}${seen} ${m.choices}: ${question.choices.map(m.quoted).join(' ')}. ${m.answer(question.file, key, question.choices[0] ?? '')}`
}
