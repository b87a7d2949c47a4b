import { join } from 'node:path'

export const SETTINGS_FILE = 'chasqui.yaml'
export const PARAMS_FILE = 'params.yaml'
/** Versions of the program and its stages, for DVC. */
export const PROGRAM_FILE = 'program.json'
export const DVC_FILE = 'dvc.yaml'
export const DVC_FOLDER = '.dvc'
export const DECISIONS_FILE = 'decisions.yaml'
export const OVERRIDES_FILE = 'overrides.yaml'
export const RAW_FOLDER = 'data/raw_data'
export const PROCESSED_FOLDER = 'data/processed_data'
export const PREPROCESSED_FOLDER = 'data/preprocessed_data'
export const MODELS_FOLDER = 'models/keras_models'
export const REPORTS_FOLDER = 'reports'
export const RECORDS_FOLDER = 'reports/stages'
/** Metrics and curves as DVCLive lays them out, a folder per stage. */
export const LIVE_FOLDER = 'dvclive'
export const CURVES_FOLDER = `${LIVE_FOLDER}/train/plots/metrics`
export const NOTEBOOKS_FOLDER = 'notebooks'
export const PLANS_FOLDER = 'plans'
export const CURRENT_PLAN = 'plans/current'

/** What the program keeps for itself; the only place where times of day may stand. */
const PRIVATE_FOLDER = '.chasqui'
export const LOCK_FILE = `${PRIVATE_FOLDER}/lock`
export const JOURNAL_FILE = `${PRIVATE_FOLDER}/journal.json`
export const POINTER_FILE = `${PRIVATE_FOLDER}/pointer.json`
export const RUNS_FILE = `${PRIVATE_FOLDER}/runs.json`
export const EXPERIMENTS_FILE = `${PRIVATE_FOLDER}/experiments.json`
export const OUTPUTS_FOLDER = `${PRIVATE_FOLDER}/outputs`
export const STAGING_FOLDER = `${PRIVATE_FOLDER}/staging`
export const JOBS_FOLDER = `${PRIVATE_FOLDER}/jobs`

/** Absolute path of a file of the workspace, given with `/` from its root. */
export const within = (root: string, path: string): string => join(root, ...path.split('/'))
