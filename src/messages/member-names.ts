import type { MethodName } from '../model/forecast.ts'
import type { Language } from './format.ts'

type Names = Readonly<Record<MethodName, string>>

const es: Names = {
  zero: 'Siempre cero',
  'seasonal-naive': 'Mismo mes, año anterior',
  'empirical-month': 'Ese mes, otros años',
  'empirical-season': 'Ese mes y vecinos',
  'empirical-all': 'Cualquier mes',
  'nearby-seasons': 'Esa época, aquí y cerca',
  'moving-average-12': 'Media de 12 meses',
  'moving-average-18': 'Media de 18 meses',
  'seasonal-average-12': 'Media de 12, estacional',
  'seasonal-average-18': 'Media de 18, estacional',
  'shared-average-12': 'Media de 12, acercada',
  'shared-average-18': 'Media de 18, acercada',
  sba: 'Tamaño e intervalo (SBA)',
  tsb: 'Tamaño y probabilidad (TSB)',
  theta: 'Theta',
  'theta-aggregated': 'Theta, de meses a años',
  ets: 'Suavización exponencial',
  'boosted-trees': 'Árboles potenciados',
  'network-count': 'Red de conteos',
  'network-hurdle': 'Red de si ocurre y cuánto',
  'network-quantile': 'Red de cuantiles',
  combination: 'Combinación',
}

const en: Names = {
  zero: 'Always zero',
  'seasonal-naive': 'Same month, year before',
  'empirical-month': 'That month, other years',
  'empirical-season': 'That month and neighbours',
  'empirical-all': 'Any month',
  'nearby-seasons': 'That season, here and near',
  'moving-average-12': 'Average of 12 months',
  'moving-average-18': 'Average of 18 months',
  'seasonal-average-12': 'Average of 12, seasonal',
  'seasonal-average-18': 'Average of 18, seasonal',
  'shared-average-12': 'Average of 12, drawn together',
  'shared-average-18': 'Average of 18, drawn together',
  sba: 'Size and interval (SBA)',
  tsb: 'Size and probability (TSB)',
  theta: 'Theta',
  'theta-aggregated': 'Theta, months to years',
  ets: 'Exponential smoothing',
  'boosted-trees': 'Boosted trees',
  'network-count': 'Network of counts',
  'network-hurdle': 'Network of whether and how much',
  'network-quantile': 'Network of quantiles',
  combination: 'Combination',
}

const NAMES: Readonly<Record<Language, Names>> = { es, en }

/** Short names, for a table; the long ones are in `methods.ts`. */
export const memberNames =
  (language: Language) =>
  (method: string): string =>
    NAMES[language][method as MethodName] ?? method
