import { DEFAULT_PARAMS, type TrainParams } from '../model/params.ts'

const NOTES = {
  es: {
    head: 'lo que varían los experimentos; null: lo que conviene al tipo de demanda (docs/methods.md)',
    architecture: 'residual | pooled',
    lags: 'meses pasados que ve una red (6 … 120)',
    width: 'neuronas de cada capa (4 … 512)',
    blocks: 'bloques de capas (1 … 6)',
    epochs: 'vueltas por los datos, a lo más (1 … 200)',
    batch: 'ventanas por paso (16 … 4096)',
    learning_rate: 'tamaño del paso (0.00001 … 0.1)',
    dropout: 'parte de las neuronas que se apaga al entrenar (0 … 0.8)',
    seeds: 'redes de distinto comienzo cuyos cuantiles se promedian (1 … 10)',
    origins: 'pruebas hacia atrás, a lo más (3 … 24)',
  },
  en: {
    head: 'what experiments vary; null: what suits the kind of demand (docs/methods.md)',
    architecture: 'residual | pooled',
    lags: 'past months that a network sees (6 … 120)',
    width: 'neurons of each layer (4 … 512)',
    blocks: 'blocks of layers (1 … 6)',
    epochs: 'rounds over the data at most (1 … 200)',
    batch: 'windows per step (16 … 4096)',
    learning_rate: 'size of a step (0.00001 … 0.1)',
    dropout: 'share of the neurons that is off while training (0 … 0.8)',
    seeds: 'networks of different beginnings whose quantiles are averaged (1 … 10)',
    origins: 'origins of the backtest at most (3 … 24)',
  },
}

/** Networks that train in seconds: enough to see how it all hangs together. */
const SMALL: TrainParams = { ...DEFAULT_PARAMS.train, width: 48, epochs: 3, seeds: 1 }

/** A new `params.yaml`: every key with its default and its meaning. @param small networks of an example */
export function paramsText(language: 'es' | 'en', small: boolean): string {
  const n = NOTES[language]
  const { architecture, lags, width, blocks, epochs, batch, learningRate, dropout, seeds } = small
    ? SMALL
    : DEFAULT_PARAMS.train
  return `# ${n.head}
train:
  architecture: ${architecture} # ${n.architecture}
  lags: ${lags} # ${n.lags}
  width: ${width} # ${n.width}
  blocks: ${blocks} # ${n.blocks}
  epochs: ${epochs} # ${n.epochs}
  batch: ${batch} # ${n.batch}
  learning_rate: ${learningRate} # ${n.learning_rate}
  dropout: ${dropout} # ${n.dropout}
  seeds: ${seeds} # ${n.seeds}
backtest:
  origins: ${DEFAULT_PARAMS.backtest.origins} # ${n.origins}
`
}
