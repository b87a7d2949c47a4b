import { DEFAULT_SETTINGS as d, HAZARD_GROUPS } from '../model/settings.ts'

const NOTES = {
  es: {
    language: 'idioma de los archivos que se escriben para personas: es | en',
    coverage: 'número a cubrir: este cuantil del total de la ventana (0.5 … 0.975), o mean',
    affected: 'parte de los afectados que cuenta como necesidad (0 … 1); los damnificados cuentan enteros',
    rule: 'regla de reparto: least-cost | proportional',
    window: 'meses que se planifican; sin from (AAAA-MM), desde el mes siguiente al último observado',
    seed: 'semilla de los sorteos: la misma semilla da los mismos resultados',
    setAside: 'peligros del registro de emergencias que se dejan fuera',
    absent: 'mes sin fila en un archivo de demanda: zero | missing',
    example: 'datos inventados: la página y lo impreso lo dicen',
  },
  en: {
    language: 'language of the files written for people: es | en',
    coverage: 'number to cover: this quantile of the window’s total (0.5 … 0.975), or mean',
    affected: 'share of the affected that counts as need (0 … 1); the homeless count in full',
    rule: 'rule of sharing: least-cost | proportional',
    window: 'months to plan; without from (YYYY-MM), from the month after the last observed one',
    seed: 'seed of the draws: the same seed gives the same results',
    setAside: 'hazards of the emergency register that are left out',
    absent: 'month without a row in a demand file: zero | missing',
    example: 'made-up data: the page and what is printed say so',
  },
}

const DECISIONS = {
  es: '# respuestas sobre los archivos (docs/data.md, parte 1)\n',
  en: '# answers about the files (docs/data.md, part 1)\n',
}

const OVERRIDES = {
  es: '# correcciones del pronóstico; agregar una con: chasqui override --help\n',
  en: '# corrections of the forecast; add one with: chasqui override --help\n',
}

/** A new `overrides.yaml`: nothing is corrected. */
export const overridesText = (language: 'es' | 'en'): string => OVERRIDES[language]

/** A new `decisions.yaml`: nothing is decided. */
export const decisionsText = (language: 'es' | 'en'): string => DECISIONS[language]

/** A new `chasqui.yaml`: every key with its default and its meaning. */
export function settingsText(language: 'es' | 'en', example: boolean): string {
  const n = NOTES[language]
  return `language: ${language} # ${n.language}
coverage_quantile: ${d.coverage} # ${n.coverage}
affected_share: ${d.affectedShare} # ${n.affected}
rule: ${d.rule} # ${n.rule}
from: null
months: ${d.months} # ${n.window}
seed: ${d.seed} # ${n.seed}
set_aside: [${HAZARD_GROUPS.join(', ')}] # ${n.setAside}
absent: ${d.absent} # ${n.absent}
example: ${example} # ${n.example}
`
}
