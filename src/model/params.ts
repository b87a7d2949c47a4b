import { isWhole, keyReader, type SettingFault } from './keys.ts'

/** `params.yaml`: what experiments vary. A null is what suits the kind of demand (docs/methods.md). */
export interface Params {
  readonly train: TrainParams
  readonly backtest: BacktestParams
}

export interface TrainParams {
  readonly architecture: 'residual' | 'pooled' | null
  /** Past months that a network sees. */
  readonly lags: number | null
  readonly width: number | null
  readonly blocks: number | null
  readonly epochs: number | null
  readonly batch: number | null
  readonly learningRate: number | null
  readonly dropout: number | null
  /** Networks of different random beginnings, whose quantiles are averaged. */
  readonly seeds: number | null
}

interface BacktestParams {
  /** Origins at most. */
  readonly origins: number
}

export const DEFAULT_PARAMS: Params = {
  train: {
    architecture: null,
    lags: null,
    width: null,
    blocks: null,
    epochs: null,
    batch: null,
    learningRate: null,
    dropout: null,
    seeds: null,
  },
  backtest: { origins: 12 },
}

const whole =
  (min: number, max: number) =>
  (x: unknown): number | undefined =>
    isWhole(x, min, max) ? x : undefined
const real =
  (min: number, max: number) =>
  (x: unknown): number | undefined =>
    typeof x === 'number' && x >= min && x <= max ? x : undefined

/** @returns the parameters, or every fault at once; an absent key has its default */
export function parseParams(
  file: unknown,
): { readonly ok: true; readonly value: Params } | { readonly ok: false; readonly faults: readonly SettingFault[] } {
  const parts = keyReader(file)
  const part = (name: string) =>
    keyReader(
      parts.read<unknown>(name, null, 'key: value', (x) => x),
      name,
    )
  const train = part('train')
  const backtest = part('backtest')
  const value: Params = {
    train: {
      architecture: train.read<TrainParams['architecture']>('architecture', null, 'residual | pooled', (x) =>
        x === 'residual' || x === 'pooled' ? x : undefined,
      ),
      lags: train.read<number | null>('lags', null, '6 … 120', whole(6, 120)),
      width: train.read<number | null>('width', null, '4 … 512', whole(4, 512)),
      blocks: train.read<number | null>('blocks', null, '1 … 6', whole(1, 6)),
      epochs: train.read<number | null>('epochs', null, '1 … 200', whole(1, 200)),
      batch: train.read<number | null>('batch', null, '16 … 4096', whole(16, 4096)),
      learningRate: train.read<number | null>('learning_rate', null, '0.00001 … 0.1', real(0.00001, 0.1)),
      dropout: train.read<number | null>('dropout', null, '0 … 0.8', real(0, 0.8)),
      seeds: train.read<number | null>('seeds', null, '1 … 10', whole(1, 10)),
    },
    backtest: { origins: backtest.read('origins', DEFAULT_PARAMS.backtest.origins, '3 … 24', whole(3, 24)) },
  }
  const faults = [...parts.faults(), ...train.faults(), ...backtest.faults()]
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value }
}
