import type { Language } from './format.ts'

/** Words of the data contract as people write them in Spanish; files may hold either. */
export const SPANISH_WORDS = {
  class: { 'known-ahead': 'conocida de antemano', 'past-only': 'pasada' },
  mode: { road: 'carretera', river: 'río', air: 'aéreo', animal: 'acémila' },
  level: { national: 'nacional', regional: 'regional', forward: 'adelantado' },
  status: { observed: 'observado', censored: 'incompleto', missing: 'sin dato' },
  record: {
    product: 'producto',
    depot: 'almacén',
    lot: 'lote',
    vehicle_type: 'tipo de vehículo',
    fleet: 'flota',
    point: 'punto',
    distance: 'distancia',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>

const spanish: ReadonlyMap<string, string> = new Map(Object.values(SPANISH_WORDS).flatMap((own) => Object.entries(own)))

/** A list of what is accepted, as `road, river`: in Spanish `carretera (road), río (river)`. What is no such word stays as it is. */
export const acceptedWords = (list: string, language: Language): string =>
  language === 'en'
    ? list
    : list
        .split(', ')
        .map((word) => {
          const own = spanish.get(word)
          return own === undefined || own === word ? word : `${own} (${word})`
        })
        .join(', ')
