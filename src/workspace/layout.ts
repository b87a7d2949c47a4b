import { join } from 'node:path'

export const SETTINGS_FILE = 'chasqui.yaml'
export const PARAMS_FILE = 'params.yaml'
export const DECISIONS_FILE = 'decisions.yaml'
export const OVERRIDES_FILE = 'overrides.yaml'
export const RAW_FOLDER = 'data/raw_data'
export const PROCESSED_FOLDER = 'data/processed_data'
export const PREPROCESSED_FOLDER = 'data/preprocessed_data'
export const MODELS_FOLDER = 'models/keras_models'
export const REPORTS_FOLDER = 'reports'
export const PLANS_FOLDER = 'plans'
export const CURRENT_PLAN = 'plans/current'

/** What the program keeps for itself; the only place where times of day may stand. */
const PRIVATE_FOLDER = '.chasqui'
export const LOCK_FILE = `${PRIVATE_FOLDER}/lock`
export const JOURNAL_FILE = `${PRIVATE_FOLDER}/journal.json`
export const POINTER_FILE = `${PRIVATE_FOLDER}/pointer.json`
export const RUNS_FILE = `${PRIVATE_FOLDER}/runs.json`
export const OUTPUTS_FOLDER = `${PRIVATE_FOLDER}/outputs`
export const STAGING_FOLDER = `${PRIVATE_FOLDER}/staging`
export const JOBS_FOLDER = `${PRIVATE_FOLDER}/jobs`

/** Absolute path of a file of the workspace, given with `/` from its root. */
export const within = (root: string, path: string): string => join(root, ...path.split('/'))
