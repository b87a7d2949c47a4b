import type { MethodName, ReconciliationWay } from '../model/forecast.ts'
import type { Language } from './format.ts'

/** What a method of forecasting goes by. */
export const METHODS: Readonly<Record<Language, Readonly<Record<MethodName, string>>>> = {
  es: {
    zero: 'siempre cero',
    'seasonal-naive': 'mismo mes del año anterior',
    'empirical-month': 'lo que hubo en ese mes de otros años',
    'empirical-season': 'lo que hubo en ese mes y sus vecinos',
    'empirical-all': 'lo que hubo en cualquier mes',
    'nearby-seasons': 'lo que hubo en esa época, aquí y en los vecinos, ante todo lo reciente',
    'moving-average-12': 'media móvil de 12 meses',
    'moving-average-18': 'media móvil de 18 meses',
    'seasonal-average-12': 'media móvil de 12 meses con estacionalidad',
    'seasonal-average-18': 'media móvil de 18 meses con estacionalidad',
    'shared-average-12': 'media móvil de 12 meses, acercada a la de los demás',
    'shared-average-18': 'media móvil de 18 meses, acercada a la de los demás',
    sba: 'tamaño e intervalo de las demandas (Syntetos y Boylan)',
    tsb: 'tamaño y probabilidad de las demandas (Teunter, Syntetos y Babai)',
    theta: 'método Theta',
    'theta-aggregated': 'método Theta en meses, trimestres … años, promediado',
    ets: 'suavización exponencial',
    'boosted-trees': 'árboles potenciados por gradiente',
    'network-count': 'red neuronal de conteos (binomial negativa)',
    'network-hurdle': 'red neuronal de si ocurre y cuánto',
    'network-quantile': 'red neuronal de cuantiles',
    combination: 'combinación de métodos',
  },
  en: {
    zero: 'always zero',
    'seasonal-naive': 'same month of the year before',
    'empirical-month': 'what there was in that month of other years',
    'empirical-season': 'what there was in that month and its neighbours',
    'empirical-all': 'what there was in any month',
    'nearby-seasons': 'what there was at that time of the year, here and around, lately above all',
    'moving-average-12': 'moving average of 12 months',
    'moving-average-18': 'moving average of 18 months',
    'seasonal-average-12': 'moving average of 12 months with a season',
    'seasonal-average-18': 'moving average of 18 months with a season',
    'shared-average-12': 'moving average of 12 months, drawn towards the others’',
    'shared-average-18': 'moving average of 18 months, drawn towards the others’',
    sba: 'size and interval of demands (Syntetos and Boylan)',
    tsb: 'size and probability of demands (Teunter, Syntetos and Babai)',
    theta: 'the Theta method',
    'theta-aggregated': 'the Theta method in months, quarters … years, averaged',
    ets: 'exponential smoothing',
    'boosted-trees': 'gradient-boosted trees',
    'network-count': 'neural network of counts (negative binomial)',
    'network-hurdle': 'neural network of whether and how much',
    'network-quantile': 'neural network of quantiles',
    combination: 'a combination of methods',
  },
}

/** How sums and what they add up were made to agree. */
export const WAYS: Readonly<Record<Language, Readonly<Record<ReconciliationWay, string>>>> = {
  es: {
    'bottom-up': 'sumando lugares',
    'wls-variance': 'según el error pasado de cada uno',
    'mint-shrink': 'según los errores pasados y cómo van juntos dentro de cada departamento',
    'level-conditional': 'estirando los lugares hacia cada nivel y promediando',
  },
  en: {
    'bottom-up': 'by adding up places',
    'wls-variance': 'by the past error of each',
    'mint-shrink': 'by past errors and how they go together inside each department',
    'level-conditional': 'by stretching places towards each level and averaging',
  },
}
