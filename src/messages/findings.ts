import type { Finding, FindingCode } from '../model/finding.ts'
import { acceptedWords } from './accepted-words.ts'
import type { Language } from './format.ts'

export { decisionSentence, questionSentence } from './decisions.ts'
export { refusalSentence } from './refusals.ts'

/** What is the matter with a cell: `v` as written, `d` what it became or what was expected. */
type Sentence = (v: string, d: string) => string

const es = {
  where: (file: string, line: number, column: string): string =>
    column === '' ? `${file}, línea ${line}` : `${file}, línea ${line}, columna ${column}`,
  codes: {
    missing: () => 'falta el valor. Complete la celda.',
    'not-a-number': (v) => `«${v}» no es un número. Escriba solo cifras y la marca decimal del archivo.`,
    'not-whole': (v) => `«${v}» no es un número entero.`,
    negative: (v) => `«${v}» es negativo, y aquí no puede serlo.`,
    zero: () => 'es cero, y debe ser mayor que cero.',
    'not-a-day': (v) => `«${v}» no es una fecha. Escriba AAAA-MM-DD.`,
    'not-a-month': (v) => `«${v}» no es un mes ni una fecha. Escriba AAAA-MM.`,
    'not-a-time': (v) => `«${v}» no es una hora. Escriba HH:MM.`,
    'not-a-ubigeo': (v, d) =>
      `«${v}» no es un ubigeo: tiene seis cifras, o cinco si perdió el cero inicial.${d === '' ? '' : ` Escriba ${d}.`}`,
    'not-in-list': (v, d) => `«${v}» no está entre lo aceptado: ${acceptedWords(d, 'es')}.`,
    'unknown-district': (v, d) =>
      `no hay ningún lugar con el código «${v}».${d === '' ? ' Revise el código o traiga un directorio de distritos.' : ` El nombre más parecido es ${d}.`}`,
    'unknown-name': (v, d) =>
      `no hay ningún lugar con el nombre «${v}».${d === '' ? ' Corrija el nombre, escriba el código de seis cifras o traiga un directorio de distritos.' : ` El más parecido es «${d}».`}`,
    'unknown-product': (v) => `el producto «${v}» no está en la tabla de productos. Agréguelo o corrija el nombre.`,
    'unknown-depot': (v) => `el almacén «${v}» no está en la tabla de almacenes, o su fila fue rechazada.`,
    'unknown-vehicle-type': (v) => `el tipo de vehículo «${v}» no está en la tabla de tipos de vehículo.`,
    'unknown-place': (v) => `«${v}» no es un almacén, un punto ni un ubigeo conocido.`,
    'outside-peru': (v, d) => `la coordenada ${v} está fuera del Perú (${d}). ¿Están cambiadas latitud y longitud?`,
    'in-another-department': (_, d) =>
      `la posición está en ${d}, lejos del departamento del ubigeo. Corrija la posición o el código.`,
    'closes-before-it-opens': (v, d) => `termina (${v}) antes de empezar (${d}).`,
    'shorter-than-straight-line': (v, d) => `${v} km es menos que la línea recta entre los extremos (${d} km).`,
    'repeated-id': (v, d) => `«${v}» ya está en ${d === '' ? 'otra fila' : d}, con otros datos. Deje una sola fila.`,
    'repeated-month': (v) =>
      `el mes de «${v}» ya tiene otro valor en ese lugar. Deje uno por mes: de datos diarios, la suma o la media.`,
    'other-class': (v, d) =>
      `«${v}» aquí, y ${acceptedWords(d, 'es')} en otra fila: una covariable es de una sola clase en todos los archivos.`,
    'not-a-name': (v) => `«${v}» no tiene letras ni cifras. Escriba un nombre.`,
    'ragged-row': (_, d) => `la fila y el encabezado no tienen las mismas celdas (${d}). ¿Falta una comilla?`,
    'zero-restored': (v, d) => `al código «${v}» le faltaba el cero inicial: ${d}.`,
    'short-code': (v, d) => `«${v}» es un departamento o una provincia sin sus ceros finales: ${d}.`,
    'successor-district': (v, d) => `el código «${v}» fue reemplazado por ${d}.`,
    'code-from-names': (_, d) => `sin código; por los nombres es ${d}.`,
    'hazard-set-aside': (v, d) => `«${v}» es del grupo de peligros «${d}», que no se cuenta.`,
    'repeated-event': (_, d) => `el mismo evento ya se contó en ${d}.`,
    'repeated-row': (_, d) => `la misma fila ya se leyó${d === '' ? '' : ` (${/^\d+$/.test(d) ? `línea ${d}` : d})`}.`,
    'province-mean': (_, d) => `sin valor propio; se toma el promedio de su provincia, ${d}.`,
    'bad-bytes': (v) => `«${v}» tiene caracteres dañados.`,
  } satisfies Record<FindingCode, Sentence> as Record<FindingCode, Sentence>,
}

const en: typeof es = {
  where: (file, line, column) => (column === '' ? `${file}, line ${line}` : `${file}, line ${line}, column ${column}`),
  codes: {
    missing: () => 'no value. Fill in the cell.',
    'not-a-number': (v) => `“${v}” is no number. Write digits and the file’s decimal mark only.`,
    'not-whole': (v) => `“${v}” is no whole number.`,
    negative: (v) => `“${v}” is negative, which it cannot be here.`,
    zero: () => 'is zero and must be above zero.',
    'not-a-day': (v) => `“${v}” is no date. Write YYYY-MM-DD.`,
    'not-a-month': (v) => `“${v}” is no month and no date. Write YYYY-MM.`,
    'not-a-time': (v) => `“${v}” is no time of day. Write HH:MM.`,
    'not-a-ubigeo': (v, d) =>
      `“${v}” is no ubigeo: it has six digits, or five if it lost its leading zero.${d === '' ? '' : ` Write ${d}.`}`,
    'not-in-list': (v, d) => `“${v}” is not among what is accepted: ${d}.`,
    'unknown-district': (v, d) =>
      `no place has the code “${v}”.${d === '' ? ' Check the code, or bring a directory of districts.' : ` The nearest name is ${d}.`}`,
    'unknown-name': (v, d) =>
      `no place has the name “${v}”.${d === '' ? ' Correct the name, write the code of six digits, or bring a directory of districts.' : ` The nearest one is “${d}”.`}`,
    'unknown-product': (v) => `the product “${v}” is not in the table of products. Add it or correct the name.`,
    'unknown-depot': (v) => `the depot “${v}” is not in the table of depots, or its row was rejected.`,
    'unknown-vehicle-type': (v) => `the vehicle type “${v}” is not in the table of vehicle types.`,
    'unknown-place': (v) => `“${v}” is no known depot, point or ubigeo.`,
    'outside-peru': (v, d) => `the coordinate ${v} is outside Peru (${d}). Are latitude and longitude swapped?`,
    'in-another-department': (_, d) =>
      `the position is in ${d}, far from the department of the ubigeo. Correct one of them.`,
    'closes-before-it-opens': (v, d) => `it ends (${v}) before it begins (${d}).`,
    'shorter-than-straight-line': (v, d) => `${v} km is less than the straight line between its ends (${d} km).`,
    'repeated-id': (v, d) => `“${v}” stands in ${d === '' ? 'another row' : d} already, with other data. Keep one row.`,
    'repeated-month': (v) =>
      `the month of “${v}” has another value at that place already. Keep one a month: of daily data the sum or the mean.`,
    'other-class': (v, d) => `“${v}” here, and ${d} in another row: a covariate is of one class in all files.`,
    'not-a-name': (v) => `“${v}” has no letter and no digit. Write a name.`,
    'ragged-row': (_, d) =>
      `the row and the header have different numbers of cells (${d}). Is a quotation mark missing?`,
    'zero-restored': (v, d) => `the code “${v}” had lost its leading zero: ${d}.`,
    'short-code': (v, d) => `“${v}” is a department or province without its last zeros: ${d}.`,
    'successor-district': (v, d) => `the code “${v}” was replaced by ${d}.`,
    'code-from-names': (_, d) => `no code; by its names it is ${d}.`,
    'hazard-set-aside': (v, d) => `“${v}” is of the group of hazards “${d}”, which is not counted.`,
    'repeated-event': (_, d) => `the same event was counted in ${d}.`,
    'repeated-row': (_, d) =>
      `the same row was read before${d === '' ? '' : ` (${/^\d+$/.test(d) ? `line ${d}` : d})`}.`,
    'province-mean': (_, d) => `no value of its own; the mean of its province is taken, ${d}.`,
    'bad-bytes': (v) => `“${v}” has damaged characters.`,
  },
}

const messages: Readonly<Record<Language, typeof es>> = { es, en }

/** File, line, column, what is wrong and what to do about it. */
export function findingSentence(finding: Finding, language: Language): string {
  const m = messages[language]
  return `${m.where(finding.file, finding.line, finding.column)}: ${m.codes[finding.code](finding.value, finding.detail)}`
}
