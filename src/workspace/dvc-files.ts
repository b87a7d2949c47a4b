import {
  CURVES_FOLDER,
  DECISIONS_FILE,
  MODELS_FOLDER,
  OVERRIDES_FILE,
  PROGRAM_FILE,
  RAW_FOLDER,
  SETTINGS_FILE,
} from './layout.ts'
import { recordPath } from './published.ts'
import { publishedPath, type Stage, type StageName, STAGES } from './stage.ts'
import { chainOf } from './stages/chain-of.ts'
import { NO_ANSWERS } from '../ingest/answers.ts'

/** What a stage has for DVC beside what it reads of others. */
interface Part {
  /** Keys of `chasqui.yaml`. */
  readonly settings: readonly string[]
  /** Parts of `params.yaml`. */
  readonly params: readonly string[]
  /** Outputs, by name. Small texts that people compare stay in Git; the rest goes to DVC's cache. */
  readonly cached: readonly string[]
  readonly inGit: readonly string[]
}

const WINDOW = ['from', 'months', 'seed']

const PARTS: Readonly<Record<StageName, Part>> = {
  import: {
    settings: ['set_aside'],
    params: [],
    cached: [
      'places.parquet',
      'products.parquet',
      'depots.parquet',
      'lots.parquet',
      'vehicle_types.parquet',
      'fleet.parquet',
      'points.parquet',
      'distances.parquet',
      'legs.parquet',
      'registers.parquet',
      'covariate_facts.parquet',
      'observations.parquet',
      'import.csv',
    ],
    inGit: ['import.json'],
  },
  prepare: {
    settings: ['affected_share', 'absent'],
    params: [],
    cached: ['demand.parquet', 'covariates.parquet'],
    inGit: ['prepare.json'],
  },
  train: { settings: WINDOW, params: ['train', 'backtest'], cached: [], inGit: ['training.csv', 'training.json'] },
  backtest: {
    settings: WINDOW,
    params: ['backtest'],
    cached: ['scores.parquet', 'backtest.parquet'],
    inGit: ['methods.json', 'backtest.csv', 'coverage.csv', 'backtest.json'],
  },
  forecast: {
    settings: WINDOW,
    params: ['backtest'],
    cached: ['forecast.parquet', 'samples.parquet', 'drivers.parquet', 'overrides.parquet', 'baseline.parquet'],
    inGit: ['forecast.json', 'overrides.csv'],
  },
  allocate: {
    settings: ['coverage_quantile'],
    params: [],
    cached: ['need.parquet', 'allocation.parquet', 'rules.parquet'],
    inGit: [],
  },
  route: {
    settings: ['rule'],
    params: [],
    cached: ['tours.parquet', 'routes.parquet', 'unserved.parquet', 'ways.parquet'],
    inGit: [],
  },
}

/** Stages that write DVCLive's `metrics.json`. */
const MEASURED: readonly StageName[] = ['train', 'backtest']

const KEPT = '{ persist: true }'
const KEPT_IN_GIT = '{ cache: false, persist: true }'
const list = (items: readonly string[], indent: number): string =>
  items.map((item) => `${' '.repeat(indent)}- ${item}\n`).join('')

function dependencies(stage: Stage): readonly string[] {
  if (stage.name === 'import') return [RAW_FOLDER, DECISIONS_FILE]
  const read = (of: StageName): readonly string[] => (stage.reads[of] ?? []).map((name) => publishedPath(of, name))
  // What is used where it is there may be missing: its folder is not.
  const corrections = stage.name === 'forecast' ? [OVERRIDES_FILE] : []
  return [...corrections, ...STAGES.flatMap(read), ...(stage.uses?.train ? [MODELS_FOLDER] : [])]
}

function stageText(stage: Stage): string {
  const { name } = stage
  const { settings, params, cached, inGit } = PARTS[name]
  const path = (output: string): string => publishedPath(name, output)
  const outs = [
    ...(name === 'train' ? [`${MODELS_FOLDER}: ${KEPT}`] : []),
    ...cached.map((output) => `${path(output)}: ${KEPT}`),
    ...[...inGit.map(path), recordPath(name)].map((of) => `${of}: ${KEPT_IN_GIT}`),
  ]
  const parts = [
    `  ${name}:\n    cmd: chasqui ${name}\n`,
    `    deps:\n${list(dependencies(stage), 6)}`,
    `    params:\n${list([...params, `${SETTINGS_FILE}: [${settings.join(', ')}]`, `${PROGRAM_FILE}: [stages.${name}]`], 6)}`,
    `    outs:\n${list(outs, 6)}`,
    MEASURED.includes(name) ? `    metrics:\n${list([`${path('metrics.json')}: ${KEPT_IN_GIT}`], 6)}` : '',
    name === 'train' ? `    plots:\n${list([`${CURVES_FOLDER}: { cache: false, persist: true, x: step }`], 6)}` : '',
  ]
  return parts.join('')
}

const HEAD = {
  es: `# Los pasos de chasqui para DVC: dvc repro corre los pendientes. Cómo se trabaja con él: docs/experiments.md de chasqui.
# persist: DVC no borra los resultados antes de un paso; las redes siguen aprendiendo desde las anteriores.
`,
  en: `# The stages of chasqui for DVC: dvc repro runs what is stale. How to work with it: docs/experiments.md of chasqui.
# persist: DVC deletes no results before a stage; networks go on learning from the former ones.
`,
}

/** A new `dvc.yaml`. */
export const dvcText = (language: 'es' | 'en'): string =>
  `${HEAD[language]}stages:\n${chainOf(NO_ANSWERS).map(stageText).join('')}`

/** Files by which Git and DVC know what is theirs. */
export const PROJECT_FILES: Readonly<Record<string, string>> = {
  '.dvc/config': '[core]\n    analytics = false\n',
  '.dvc/.gitignore': '/config.local\n/tmp\n/cache\n',
  '.dvcignore': '.chasqui\nplans\n*.part\n',
  '.gitignore': `/.chasqui/
/plans/
/data/processed_data/
/data/preprocessed_data/
/models/
/reports/import.csv
.ipynb_checkpoints/
__pycache__/
*.part
`,
}
