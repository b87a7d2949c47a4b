import { fold } from './fold.ts'

const list = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(';').flatMap((line) => {
      const [word = '', also = ''] = line.split('=').map((part) => part.trim())
      return [word, ...also.split(',').filter((form) => form !== '')].map((form): [string, string] => [
        fold(form),
        word,
      ])
    }),
  )

/** Words of a column and the Spanish forms people write for them. */
const WORDS: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  mode: list(
    'road = carretera, terrestre, camion, via terrestre; river = rio, fluvial; air = aereo, aire, avion; animal = acemila, mula, llama, animal de carga',
  ),
  level: list('national = nacional, central, general; regional = region; forward = adelantado, avanzado, local'),
  status: list(
    'observed = observado, completo; censored = parcial, preliminar, incompleto; missing = faltante, sin dato',
  ),
  class: list(
    'known-ahead = conocida de antemano, conocido de antemano, conocida, conocido por adelantado, conocida por adelantado, conocido, futura, futuro, planificada, planificado, planeada, planeado, prevista, previsto, programada, programado, known ahead; past-only = solo pasado, solo pasada, solo del pasado, pasada, pasado, observada, observado, historica, historico, past only',
  ),
  record: list(
    'product = producto; depot = almacen, deposito; lot = lote; vehicle_type = tipo de vehiculo; fleet = flota; point = punto, punto de entrega; distance = distancia',
  ),
}

/** The word a cell means in its column, or the cell as it stands. */
export const wordIn = (column: string, raw: string): string => WORDS[column]?.get(fold(raw)) ?? raw
