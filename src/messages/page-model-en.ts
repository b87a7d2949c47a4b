import { count, counted } from './format.ts'
import { memberNames } from './member-names.ts'
import type { ModelMessages } from './page-model-es.ts'

type Named = Readonly<Record<string, string>>

const HEADS: Named = { count: 'counts', hurdle: 'whether and how much', quantile: 'quantiles' }
const SETTINGS: Named = {
  head: 'head',
  architecture: 'architecture',
  lags: 'months it sees',
  width: 'width',
  blocks: 'blocks',
  epochs: 'epochs',
  batch: 'batch',
  learningRate: 'rate',
  dropout: 'dropout',
  seeds: 'networks',
}
const VALUES: Named = { ...HEADS, pooled: 'pooled', residual: 'residual' }
/** DVC names them as params.yaml does: `train.learning_rate`. */
const camel = (name: string): string =>
  name.replace(/^train\./, '').replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const MEASURES: Named = {
  combination: 'Loss of the combination',
  statistics: 'Loss of the best statistical method',
  network: 'Loss of the network',
  coverage80: 'Hits of the 80 % interval',
  validation: 'Validation loss of the network',
  network_loss: 'Loss of the network',
  loss: 'Loss of the method in use',
  bias: 'Bias of the method in use',
  network_coverage80: 'Hits of the 80 % interval of the network',
  training: 'Training loss of the network',
  epoch: 'Best epoch',
}

export const modelEn: ModelMessages = {
  title: 'Model',
  noModelSentence: 'Statistical methods forecast: no network has been trained yet.',
  noneLeftSentence: 'Statistical methods forecast: the last training left no network.',
  sentence: (products, before) =>
    `Networks of ${counted(products, 'product', 'products')}, trained on what was observed before ${before}.`,
  better: (n, of) =>
    n === 0
      ? 'The backtest chose them for no product: statistical methods forecast.'
      : `They weigh in the forecast of ${count(n)} of ${counted(of, 'product', 'products')}; how much, if at all, depends on the demand of each place.`,
  notTried: 'They have not been tried beside the statistical methods yet.',
  lossWith: 'Loss with networks',
  lossWithout: (loss) => `without networks: ${loss}`,
  loss: 'Loss',
  lossNote: (origins) => `over ${counted(origins, 'origin', 'origins')}`,
  hits: 'Hits of the 80 % interval',
  hitsNote: 'in the backtest · aim 80 %',
  trained: 'Trained',
  trainedNote: (epochs) => `best epoch: ${epochs}`,
  none: '–',
  train: 'Train',
  trainAgain: 'Train again',
  plan: 'Plan with this model',
  stale: 'The model is stale.',
  staleText: 'Data, settings or params.yaml changed after training. The plan goes on using these networks.',
  early: 'Training was cut short.',
  earlyText: 'The best so far was asked for; training again goes on from there.',
  failed: 'The last training failed.',
  failedText: 'The former model, if any, stays in use.',
  unreadable: 'The model cannot be read.',
  unreadableText: 'Its file is of another version of the program. Training again replaces it.',

  emptyTitle: 'There is no model yet',
  emptyText:
    'With trained networks, the plan backtests each of them beside the statistical methods and uses the mix that loses least. Without them, the statistical methods do.',
  emptyData: 'Data read and demand prepared',
  emptyPlan: 'A plan with statistical methods, to compare with',
  emptyTrain: 'Networks of demand and of travel times',

  curves: 'Learning curves',
  curvesNote: 'loss by epoch; each curve on its own scale',
  training: 'training',
  validation: 'validation',
  bestMark: 'best epoch',
  best: (epoch) => `best: ${count(epoch)}`,
  head: (head) => `network of ${HEADS[head] ?? head}`,
  epochs: 'epoch',
  noNetwork: 'no network: the history is short',
  noNetworkUnread: 'no network',
  sameCurve: 'No months held out to validate: one curve only.',
  curveText: (product, epochs, best, first, last) =>
    `${product}: over ${counted(epochs, 'epoch', 'epochs')} the validation loss goes from ${first} to ${last}; epoch ${count(best)} is the best.`,
  curvesFoot:
    'Less is better; neither products nor curves compare with each other: they are means over other cases. The weights of the best epoch in validation are kept. Where training falls and validation rises, the network memorises.',
  architecture: (s) =>
    `${VALUES[String(s['architecture'])] ?? s['architecture']} · sees ${s['lags']} months · width ${s['width']} · ${counted(Number(s['seeds']), 'network', 'networks')}`,

  members: 'Members and their weight',
  memberName: memberNames('en'),
  member: 'Member',
  memberLoss: 'Loss',
  inEighty: 'In 80 %',
  bias: 'Bias',
  inUse: 'in use',
  origins: (n) => `last ${counted(n, 'origin', 'origins')}`,
  weight: 'Weight by kind of demand',
  classes: { smooth: 'smooth', erratic: 'erratic', intermittent: 'intermittent', lumpy: 'lumpy' },
  weightAloud: (member, kind) => `Weight of ${member} with ${kind} demand`,
  single: (method) => `A single method is used, ${method}: combining loses no less.`,
  membersFoot:
    'Loss: quantile loss per unit that came, in the backtest; less is better. Who does best on these origins is known only afterwards: the combination competes with the one that was best before them. Bias: by how much the mean forecasts too much or too little. Smooth demand comes nearly always and in like sizes; erratic: in very unlike sizes; intermittent: missing in many months; lumpy: both.',
  noMembers: 'No backtest: a plan is missing, or the history is short.',

  coverage: 'Hits of the 80 % interval',
  coverageNote: 'of the method in use',
  department: 'Department',
  quintile: 'Quintile of poverty',
  quintileName: (of) => (of === '1' ? '1, least poor' : of === '5' ? '5, poorest' : of),
  hitsColumn: 'Hits',
  cells: 'Cases',
  nominal: 'aim 80 %',
  coverageText: (name, hits, cells) => `${name}: ${hits} of ${cells} cases inside`,
  noQuintiles: 'No data of poverty: quintiles cannot be compared.',
  noCoverage: 'No backtest yet.',
  coverageFoot:
    'Cases: places × months × origins. Pale band: as far as chance would go if cases were independent; they are not quite. Where nearly all is zero, the interval hits more than 80 %.',

  legs: 'Travel times',
  legsUsed: 'routes use the network',
  legsNotUsed: 'routes use the speeds',
  noLegs: 'No network of travel times: it needs driven legs, with their duration, in delivery_routes.',
  legsSentence: (legs, from, until) =>
    `Mean error in minutes, and as a share of the trip, on ${legs} legs that the network has not seen, ${from} to ${until}.`,
  legsBy: 'Timed by',
  legsTable: 'Speeds',
  legsFitted: 'Fitted by vehicle',
  legsNetwork: 'Network',
  legsDriven: 'Way known',
  legsPlanned: 'In the plan',

  experiments: 'Experiments',
  fromDvc: 'from DVC',
  fromRuns: 'of this folder',
  dvcFailed: (reason) => `DVC did not answer (${reason}): the runs of this folder are shown.`,
  noExperiments: 'None yet: each training and each backtest leaves a row here.',
  experiment: 'Experiment',
  when: 'When',
  before: 'Before',
  settings: 'Settings',
  sameSettings: 'alike',
  otherData: 'other data',
  states: { 'in-use': 'in use', waiting: 'not in use' },
  statistical: 'statistics only',
  measure: 'Measure',
  measureName: (measure) => MEASURES[measure] ?? measure,
  settingName: (name) => SETTINGS[camel(name)] ?? name,
  settingValue: (value) => VALUES[value] ?? value,
  allProducts: 'All',
  csv: 'CSV',
  csvLabel: 'Download the experiments as CSV',
  csvColumns: ['experiment', 'name', 'state', 'when', 'before', 'same_data'],
  yes: 'yes',
  no: 'no',
  experimentsFoot:
    'One row per training with its backtest. Losses compare between rows of the same data only. Settings are changed in params.yaml.',

  notes: 'What was decided in training and backtest',
}
