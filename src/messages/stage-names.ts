import type { Language } from './format.ts'

const es = {
  import: 'Datos',
  prepare: 'Demanda',
  train: 'Redes',
  backtest: 'Pruebas',
  forecast: 'Pronóstico',
  allocate: 'Asignación',
  route: 'Rutas',
}

const en: typeof es = {
  import: 'Data',
  prepare: 'Demand',
  train: 'Networks',
  backtest: 'Backtest',
  forecast: 'Forecast',
  allocate: 'Allocation',
  route: 'Routes',
}

/** What people call the stages of the chain. */
export const STAGE_NAMES: Readonly<Record<Language, typeof es>> = { es, en }
