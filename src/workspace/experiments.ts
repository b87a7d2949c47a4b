import { readFile } from 'node:fs/promises'
import type { MethodName } from '../model/forecast.ts'
import { formatMonth } from '../model/month.ts'
import { writeAtomically } from './atomic-file.ts'
import { MODEL_NOTE, readModelNote } from './demand-model.ts'
import { EXPERIMENTS_FILE, within } from './layout.ts'
import { outputPath, type Pointer } from './pointer.ts'
import type { StageName } from './stage.ts'
import { SCORES } from './tables/forecasts.ts'
import { readTable } from './tables/table.ts'

/** What a training gave for one product. */
interface TrainedProduct {
  readonly product: string
  /** Loss on held-out windows of the epoch whose weights are kept, in the unit of the head's loss. */
  readonly validation: number | null
  readonly settings: Readonly<Record<string, string | number>>
}

/** What the backtest found for one product. */
interface TestedProduct {
  readonly product: string
  readonly method: MethodName
  /** Of the method in use, of the best statistical method and of the network: pinball losses over what came. */
  readonly loss: number
  readonly statistics: number | null
  readonly network: number | null
  readonly coverage80: number
}

/** A training and its backtest, or a backtest without networks. Kept apart from results, which hold no time of day. */
export interface Experiment {
  /** ISO 8601, UTC. */
  readonly at: string
  /** Hash of the training's output; null: no networks. */
  readonly model: string | null
  /** First month that the networks have not seen. */
  readonly before: string | null
  /** Hash of the demand: losses compare on the same demand only. */
  readonly data: string
  readonly trained: readonly TrainedProduct[]
  /** Hash of the backtest's output; null: not tried yet. */
  readonly test: string | null
  readonly tested: readonly TestedProduct[]
}

/** Of older ones nobody asks. */
const MOST = 200

export async function readExperimentRecords(root: string): Promise<readonly Experiment[]> {
  try {
    return JSON.parse(await readFile(within(root, EXPERIMENTS_FILE), 'utf8')) as readonly Experiment[]
  } catch {
    // A record of the past is a comfort: without it everything still works.
    return []
  }
}

export const isNetwork = (method: string): boolean => method.startsWith('network-')
export const isStatistical = (method: string): boolean => !isNetwork(method) && method !== 'combination'

/** Writes down what a command just trained or tried, after its commit; the same again is not written twice. */
export async function keepExperiment(root: string, pointer: Pointer, touched: readonly StageName[]): Promise<void> {
  if (!touched.includes('train') && !touched.includes('backtest')) return
  const former = await readExperimentRecords(root)
  const { train, prepare, backtest } = pointer.stages
  const model = train?.hash ?? null
  const own = former.filter((e) => e.model === model && e.data === prepare?.hash)
  let kept: Experiment | undefined
  if (touched.includes('backtest') && backtest !== undefined) {
    if (own.some((e) => e.test === backtest.hash)) return
    const waiting = own.find((e) => e.test === null)
    const begun = waiting ?? (await begin(root, pointer))
    kept = { ...begun, test: backtest.hash, tested: await testedIn(outputPath(root, backtest, 'scores.parquet')) }
    await write(root, [...former.filter((e) => e !== waiting), kept])
  } else if (model !== null && own.length === 0) await write(root, [...former, await begin(root, pointer)])
}

const write = (root: string, records: readonly Experiment[]): Promise<void> =>
  writeAtomically(within(root, EXPERIMENTS_FILE), JSON.stringify(records.slice(-MOST), null, 2))

async function begin(root: string, { stages: { train, prepare } }: Pointer): Promise<Experiment> {
  const isThere = train?.files.some((file) => file.name === MODEL_NOTE) ?? false
  const products = (isThere && train && (await readModelNote(outputPath(root, train, MODEL_NOTE)))) || []
  const before = products[0]?.vintages[0]?.before
  return {
    at: new Date().toISOString(),
    model: train?.hash ?? null,
    before: before === undefined ? null : formatMonth(before),
    data: prepare?.hash ?? '',
    trained: products.map(({ product, head, settings, vintages: [now] }) => ({
      product,
      validation: now?.losses[now.best - 1]?.validation ?? null,
      settings: { head, ...settings },
    })),
    test: null,
    tested: [],
  }
}

async function testedIn(path: string): Promise<readonly TestedProduct[]> {
  const byProduct = Map.groupBy(await readTable(path, SCORES), (score) => score.product)
  return [...byProduct].flatMap(([product, scores]) => {
    const chosen = scores.find((score) => score.chosen)
    if (chosen === undefined) return []
    const least = (of: (method: string) => boolean): number | null => {
      const losses = scores.filter((score) => of(score.method)).map((score) => score.loss)
      return losses.length === 0 ? null : Math.min(...losses)
    }
    const { method, loss, coverage80 } = chosen
    return { product, method, loss, statistics: least(isStatistical), network: least(isNetwork), coverage80 }
  })
}
