import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { isNetwork } from '../model/forecast.ts'
import { formatMonth } from '../model/month.ts'
import { writeAtomically } from './atomic-file.ts'
import { MODEL_NOTE, readModelNote } from './demand-model.ts'
import { EXPERIMENTS_FILE, within } from './layout.ts'
import { type Output, outputHash, outputPath, type Pointer } from './pointer.ts'
import type { StageName } from './stage.ts'
import { SCORES } from './tables/forecasts.ts'
import { readTable } from './tables/table.ts'

/** What a training gave for one product. */
const trained = z.object({
  product: z.string(),
  /** Loss on held-out windows of the epoch whose weights are kept, in the unit of the head's loss. */
  validation: z.number().nullable(),
  settings: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** What the backtest found for one product. */
const tested = z.object({
  product: z.string(),
  /** In use. */
  method: z.string(),
  /**
   * Pinball losses over what came: of the combination over the latest origins, of the best statistical method and of the network over all.
   * Each compares with its like of another experiment only.
   */
  combination: z.number().nullable(),
  statistics: z.number().nullable(),
  network: z.number().nullable(),
  /** Of the method in use. */
  coverage80: z.number(),
})
type TestedProduct = z.infer<typeof tested>

/** A training and its backtest, or a backtest without networks. Kept apart from results, which hold no time of day. */
const experiment = z.object({
  /** ISO 8601, UTC. */
  at: z.string(),
  /** Hash of the training's output; null: no networks. */
  model: z.string().nullable(),
  /** First month that the networks have not seen. */
  before: z.string().nullable(),
  /** Hash of the demand: losses compare on the same demand only. */
  data: z.string(),
  trained: z.array(trained).readonly(),
  /** Hash of the backtest's output; null: not tried yet. */
  test: z.string().nullable(),
  tested: z.array(tested).readonly(),
})
export type Experiment = z.infer<typeof experiment>

/** Of older ones nobody asks. */
const MOST = 200

export async function readExperimentRecords(root: string): Promise<readonly Experiment[]> {
  try {
    const records = z.array(z.unknown()).parse(JSON.parse(await readFile(within(root, EXPERIMENTS_FILE), 'utf8')))
    return records.flatMap((record) => experiment.safeParse(record).data ?? [])
  } catch {
    // A record of the past is a comfort: without it everything still works.
    return []
  }
}

export const isStatistical = (method: string): boolean => !isNetwork(method) && method !== 'combination'

const hashOf = (output: Output | undefined): string | null => (output === undefined ? null : outputHash(output))

/** Writes down what a command just trained or tried, after its commit; the same again is not written twice. */
export async function keepExperiment(root: string, pointer: Pointer, touched: readonly StageName[]): Promise<void> {
  if (!touched.includes('train') && !touched.includes('backtest')) return
  const former = await readExperimentRecords(root)
  const { train, prepare, backtest } = pointer.stages
  const model = hashOf(train)
  const data = hashOf(prepare)
  const own = former.filter((e) => e.model === model && e.data === data)
  let kept: Experiment | undefined
  if (touched.includes('backtest') && backtest !== undefined) {
    const test = outputHash(backtest)
    if (own.some((e) => e.test === test)) return
    const waiting = own.find((e) => e.test === null)
    const begun = waiting ?? (await begin(root, pointer))
    kept = { ...begun, test, tested: await testedIn(outputPath(root, backtest, 'scores.parquet')) }
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
    model: hashOf(train),
    before: before === undefined ? null : formatMonth(before),
    data: hashOf(prepare) ?? '',
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
    const { method, coverage80 } = chosen
    const combination = least((name) => name === 'combination')
    return { product, method, combination, statistics: least(isStatistical), network: least(isNetwork), coverage80 }
  })
}
