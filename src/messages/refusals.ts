import type { Refusal, RefusalCode } from '../model/refusal.ts'
import type { Language } from './format.ts'

type Sentence = (r: Refusal) => string

const nearestOf = (r: Refusal, lacks: string): string =>
  r.nearest.map((near) => `${near.source} (${lacks}: ${near.lacks.join(', ').replaceAll('|', ' / ')})`).join('; ')

const es = {
  codes: {
    empty: () => 'está vacío.',
    binary: () => 'no es una tabla de texto. Guárdelo como CSV.',
    truncated: () => 'está comprimido y termina antes de tiempo. Cópielo o descárguelo otra vez.',
    damaged: () => 'está comprimido y dañado. Cópielo o descárguelo otra vez.',
    spreadsheet: () => 'es una hoja de cálculo, que por ahora no se lee. Guárdela como CSV UTF-8.',
    zip: () => 'es un archivo ZIP, que por ahora no se lee. Descomprímalo.',
    pdf: () => 'es un PDF, que por ahora no se lee. Pida la tabla como CSV.',
    'open-quote': (r) => `la comilla que se abre en la línea ${r.detail} no se cierra. Ciérrela o quítela.`,
    'too-long': (r) => `la línea ${r.detail} es demasiado larga para ser una fila de una tabla.`,
    'too-many-columns': (r) => `la línea ${r.detail} tiene demasiadas columnas para ser una fila de una tabla.`,
    'not-readable': (r) => `no se pudo leer (${r.detail}). Revise los permisos y el disco.`,
    'no-equivalence': (r) =>
      `los códigos de la columna ${r.detail} son del RENIEC y ningún archivo trae la equivalencia con los del INEI. Agregue una tabla con ambos.`,
    unknown: (r) =>
      `no es una tabla conocida. Encabezados: ${r.headers.join(', ')}.${
        r.nearest.length === 0 ? '' : ` Lo más parecido: ${nearestOf(r, 'falta')}.`
      } Cambie los encabezados, o diga en decisions.yaml cuál es cada uno.`,
  } satisfies Record<RefusalCode, Sentence> as Record<RefusalCode, Sentence>,
  remedy: (file: string): string => `Para importar sin él: chasqui import --skip "${file}".`,
}

const en: typeof es = {
  codes: {
    empty: () => 'is empty.',
    binary: () => 'is no table in text. Save it as CSV.',
    truncated: () => 'is compressed and ends too early. Copy or download it again.',
    damaged: () => 'is compressed and damaged. Copy or download it again.',
    spreadsheet: () => 'is a spreadsheet, which is not read for now. Save it as CSV UTF-8.',
    zip: () => 'is a ZIP file, which is not read for now. Unpack it.',
    pdf: () => 'is a PDF, which is not read for now. Ask for the table as CSV.',
    'open-quote': (r) => `the quotation mark opened in line ${r.detail} is never closed. Close or remove it.`,
    'too-long': (r) => `line ${r.detail} is too long to be a row of a table.`,
    'too-many-columns': (r) => `line ${r.detail} has too many columns to be a row of a table.`,
    'not-readable': (r) => `could not be read (${r.detail}). Check permissions and disk.`,
    'no-equivalence': (r) =>
      `the codes of column ${r.detail} are RENIEC’s, and no file brings their equivalents of INEI. Add a table with both.`,
    unknown: (r) =>
      `is no known table. Headers: ${r.headers.join(', ')}.${
        r.nearest.length === 0 ? '' : ` Nearest: ${nearestOf(r, 'lacks')}.`
      } Change the headers, or say in decisions.yaml which is which.`,
  },
  remedy: (file) => `To import without it: chasqui import --skip "${file}".`,
}

const messages: Readonly<Record<Language, typeof es>> = { es, en }

/** Why a file was not read, and what to do. */
export function refusalSentence(refused: Refusal, language: Language): string {
  const m = messages[language]
  return `${refused.file}: ${m.codes[refused.code](refused)} ${m.remedy(refused.file)}`
}
