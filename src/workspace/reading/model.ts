import { readFile } from 'node:fs/promises'
import { DEMAND_CLASSES, SILENT } from '../../forecast/demand-class.ts'
import type { Note } from '../../messages/notes.ts'
import { type BacktestScore, type CoverageScore, isNetwork } from '../../model/forecast.ts'
import { formatMonth } from '../../model/month.ts'
import type { LegNote } from '../../route/leg-time/leg-model.ts'
import { MODEL_NOTE, type NoteProduct, readModelNote } from '../demand-model.ts'
import { isStatistical } from '../experiments.ts'
import type { Generation } from '../generation.ts'
import { readMethods } from '../methods-file.ts'
import { SCORES } from '../tables/forecasts.ts'
import { readTable } from '../tables/table.ts'
import { readCoverage } from './coverage.ts'
import { notesOf } from './forecast-notes.ts'
import { nodeName } from './nodes.ts'
import { readPlaces } from './places.ts'
import { type ProductFacts, readForecastProducts, readProducts } from './products.ts'

/** Classes of demand by which members are weighted: one that was silent until then weighs none. */
const CLASSES = DEMAND_CLASSES.filter((_, i) => i !== SILENT)

interface Network extends Pick<NoteProduct, 'head' | 'horizon' | 'settings'> {
  /** First month it has not seen. */
  readonly before: string
  /** The same of those that stand for it in the backtest, latest first. */
  readonly past: readonly string[]
  /** Epoch whose weights are kept. */
  readonly best: number
  readonly losses: readonly { readonly epoch: number; readonly training: number; readonly validation: number }[]
}

interface Member extends Omit<BacktestScore, 'product'> {
  readonly kind: 'network' | 'statistics' | 'combination'
  /** By class of demand; null: nothing is combined. */
  readonly weights: readonly number[] | null
}

interface ProductModelFacts {
  readonly product: ProductFacts
  readonly network: Network | null
  readonly members: readonly Member[]
  /** How often what came lay within the 80 % interval of the method in use. */
  readonly coverage: readonly (Omit<CoverageScore, 'product'> & { readonly name: string })[]
}

interface ModelFacts {
  /** Hash of the training's output; null: nothing was trained. */
  readonly id: string | null
  /** The file is of another version. */
  readonly unreadable: boolean
  /** Training ended before its time, on request. */
  readonly early: boolean
  readonly classes: readonly string[]
  readonly products: readonly ProductModelFacts[]
  readonly legs: Omit<LegNote, 'kind'> | null
  readonly notes: readonly Note[]
}

/** The model in use: its networks, how they learned, what they weigh beside the statistical methods, and how well all of it did. */
export async function readModel(generation: Generation): Promise<ModelFacts> {
  const notePath = generation.file('train', MODEL_NOTE)
  const networks = notePath === undefined ? [] : await readModelNote(notePath)
  const past = await pastOf(generation)
  const scores = generation.file('backtest', 'scores.parquet')
  const members = Map.groupBy(scores === undefined ? [] : await readTable(scores, SCORES), (score) => score.product)
  const weights = await readWeights(generation)
  const coverage = await readCoverage(generation)
  const places = await readPlaces(generation)
  return {
    id: generation.output('train')?.slice(0, 7) ?? null,
    unreadable: networks === undefined,
    early: generation.stages.some(({ stage, early }) => stage === 'train' && early),
    classes: CLASSES,
    products: (await productsOf(generation)).map((product) => ({
      product,
      network: networkOf(
        networks?.find((n) => n.product === product.id),
        past.get(product.id) ?? [],
      ),
      members: (members.get(product.id) ?? [])
        .map((score) => memberOf(score, weights.get(product.id)))
        .toSorted((a, b) => a.loss - b.loss),
      coverage: coverage
        .filter((c) => c.product === product.id)
        .map(({ by, of, cells, coverage80 }) => ({
          by,
          of,
          name: by === 'department' ? nodeName(places, of) : of,
          cells,
          coverage80,
        })),
    })),
    legs: await readLegs(generation.file('train', 'optimization_model.json')),
    notes: [
      ...(await notesOf(generation.file('train', 'training.json'))),
      ...(await notesOf(generation.file('backtest', 'backtest.json'))),
    ],
  }
}

/** The most needed first, as everywhere; before the first forecast, as they come. */
async function productsOf(generation: Generation): Promise<readonly ProductFacts[]> {
  const forecast = await readForecastProducts(generation)
  const products = forecast.length > 0 ? forecast : await readProducts(generation)
  return products.map(({ id, name, unit, pack, persons, days }) => ({ id, name, unit, pack, persons, days }))
}

function networkOf(product: NoteProduct | undefined, past: readonly string[]): Network | null {
  const now = product?.vintages[0]
  if (product === undefined || now === undefined) return null
  const { head, horizon, settings } = product
  const { best, losses } = now
  return { head, horizon, settings, before: formatMonth(now.before), past, best, losses }
}

async function pastOf(generation: Generation): Promise<ReadonlyMap<string, readonly string[]>> {
  const path = generation.file('train', 'past_networks.json')
  const products = path === undefined ? [] : await readModelNote(path)
  return new Map(products?.map(({ product, vintages }) => [product, vintages.map((v) => formatMonth(v.before))]))
}

/** Weights of each member by class of demand, of each product whose members are combined. */
async function readWeights(generation: Generation): Promise<ReadonlyMap<string, ReadonlyMap<string, number[]>>> {
  const path = generation.file('backtest', 'methods.json')
  if (path === undefined) return new Map()
  return new Map(
    [...(await readMethods(path))].flatMap(([product, { members, blend }]) =>
      blend === undefined
        ? []
        : [[product, new Map(members.map((name, m) => [name, CLASSES.map((_, kind) => blend[kind]?.[m] ?? 0)]))]],
    ),
  )
}

function memberOf(score: BacktestScore, weights: ReadonlyMap<string, readonly number[]> | undefined): Member {
  const { method, loss, bias, coverage80, origins, chosen } = score
  const kind = isNetwork(method) ? 'network' : isStatistical(method) ? 'statistics' : 'combination'
  return { method, kind, loss, bias, coverage80, origins, chosen, weights: weights?.get(method) ?? null }
}

async function readLegs(path: string | undefined): Promise<LegNote | null> {
  return path === undefined ? null : (JSON.parse(await readFile(path, 'utf8')) as LegNote)
}
