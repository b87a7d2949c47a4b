import { existsSync } from 'node:fs'
import { type DvcExperiment, readDvcExperiments } from '../../adapters/dvc.ts'
import { type Experiment, readExperimentRecords } from '../experiments.ts'
import type { Generation } from '../generation.ts'
import { within } from '../layout.ts'
import { localTime } from './local-time.ts'

/** A training and what came of it. */
interface ExperimentFacts {
  readonly id: string
  readonly name: string | null
  /** Peru's local time, ISO 8601. */
  readonly at: string | null
  /** `in-use`: the present forecast is from it; `waiting`: trained last, not planned with yet. */
  readonly state: 'in-use' | 'waiting' | null
  /** Without networks. */
  readonly statistical: boolean
  /** First month that the networks have not seen. */
  readonly before: string | null
  /** Tried on the demand of now, so that losses compare; null: not known. */
  readonly sameData: boolean | null
  readonly parameters: readonly { readonly name: string; readonly value: string }[]
  readonly measures: readonly { readonly product: string; readonly measure: string; readonly value: number }[]
}

/** Experiments, the latest first. */
interface Experiments {
  readonly source: 'dvc' | 'workspace'
  /** Why DVC, which this folder is a project of, did not tell. */
  readonly failed: string | null
  readonly experiments: readonly ExperimentFacts[]
}

/** From DVC where the folder is its project and it is installed, else the runs that the workspace wrote down. */
export async function readExperiments(root: string, generation: Generation): Promise<Experiments> {
  const answer = existsSync(within(root, '.dvc')) ? await readDvcExperiments(root) : undefined
  if (answer?.status === 'read')
    return { source: 'dvc', failed: null, experiments: answer.experiments.map((e) => ofDvc(e)) }
  const records = await readExperimentRecords(root)
  return {
    source: 'workspace',
    failed: answer?.status === 'failed' ? answer.reason : null,
    experiments: records.map((e) => ofRecord(e, generation)).toReversed(),
  }
}

const SHOWN_ID = 7

function ofRecord(e: Experiment, generation: Generation): ExperimentFacts {
  const used = e.test !== null && e.test === generation.output('backtest')
  const waits = e.test === null && e.model !== null && e.model === generation.output('train')
  const names = [...new Set(e.trained.flatMap(({ settings }) => Object.keys(settings)))]
  const value = (name: string) => [...new Set(e.trained.map(({ settings }) => settings[name]))].join(' · ')
  const measure = (product: string, name: string, of: number | null) =>
    of === null ? [] : [{ product, measure: name, value: of }]
  return {
    id: (e.model ?? e.test ?? '').slice(0, SHOWN_ID),
    name: null,
    at: localTime(e.at),
    state: used ? 'in-use' : waits ? 'waiting' : null,
    statistical: e.model === null,
    before: e.before,
    sameData: e.data === generation.output('prepare'),
    parameters: names.map((name) => ({ name, value: value(name) })),
    measures: [
      ...e.tested.flatMap(({ product, combination, statistics, network, coverage80 }) => [
        ...measure(product, 'combination', combination),
        ...measure(product, 'statistics', statistics),
        ...measure(product, 'network', network),
        ...measure(product, 'coverage80', coverage80),
      ]),
      ...e.trained.flatMap(({ product, validation }) => measure(product, 'validation', validation)),
    ],
  }
}

/** Metrics are product → measure → number; a number alone belongs to all products. */
function ofDvc({ rev, name, at, params, metrics }: DvcExperiment): ExperimentFacts {
  return {
    id: rev.slice(0, rev === 'workspace' ? undefined : SHOWN_ID),
    name,
    at: at === null ? null : at.slice(0, 19),
    state: rev === 'workspace' ? 'in-use' : null,
    statistical: false,
    before: null,
    sameData: null,
    parameters: [...params].map(([key, value]) => ({ name: key, value })),
    measures: [...metrics].map(([key, value]) => {
      const dot = key.indexOf('.')
      return { product: dot < 0 ? '' : key.slice(0, dot), measure: key.slice(dot + 1), value }
    }),
  }
}
