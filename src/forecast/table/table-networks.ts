import { TRAIN_SETTINGS } from '../network/network-input.ts'
import { networkMember } from '../network/network-member.ts'
import { askModel, headFor, trainModel } from '../network/network-model.ts'
import type { Predict } from '../network/predict.ts'
import type { Train } from '../network/train.ts'
import type { Group } from '../history.ts'
import type { Member } from '../member.ts'
import { month } from '../../model/month.ts'
import type { Schedule } from '../schedule.ts'

/** Where networks are trained and asked. */
export interface NetworkPlace {
  readonly train: Train
  readonly predict: Predict
}

/** A network of fewer numbers [rows × steps] learns them by heart. */
const LEAST_CELLS = 600
/** Farther ahead a network has more outputs than lessons. */
const FARTHEST = 24

export interface TableNetworks {
  /** For the backtest of the sample. */
  readonly past: Member
  /** For the forecast of all rows. */
  readonly now: Member
}

/**
 * Networks of the series of a table, trained on a sample of them.
 * @param ends column at which the forecast of each row begins
 * @returns `undefined` where there is too little to learn from
 */
export async function tableNetworks(
  { train, predict }: NetworkPlace,
  sample: Group,
  group: Group,
  ends: Int32Array,
  plan: Schedule,
  end: number,
  horizon: number,
  seed: number,
  onShare: (share: number) => void,
): Promise<TableNetworks | undefined> {
  if (sample.rows * end < LEAST_CELLS || horizon > FARTHEST) return undefined
  const head = headFor(sample, end)
  const settings = TRAIN_SETTINGS[head]
  const first = month(0)
  let done = 0
  const epochs = settings.epochs * (settings.seeds + 2)
  const input = { group: sample, first, end, plan, horizon, head, settings, seed }
  const model = await trainModel(train, input, () => onShare(++done / epochs))
  if (model === undefined) return undefined
  const past = await askModel(predict, model, { group: sample, first }, plan.origins)
  const now = await askModel(predict, model, { group, first }, [...new Set(ends)])
  return past && now && { past: networkMember(head, past), now: networkMember(head, now) }
}
