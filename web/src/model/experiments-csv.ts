import type { Experiment } from '../../../src/api/model.ts'
import type { ModelMessages } from '../../../src/messages/page-model-es.ts'
import { csvText } from '../csv-text.ts'
import { measured, measuresOf, productsMeasured } from './experiment-facts.ts'

/** Every setting and every measure of the experiments, unrounded, in the order of the rows. */
export function experimentsCsv(experiments: readonly Experiment[], m: ModelMessages): string {
  const settings = [...new Set(experiments.flatMap(({ parameters }) => parameters.map(({ name }) => name)))]
  const measures = measuresOf(experiments).flatMap((measure) =>
    productsMeasured(experiments, measure, []).map((product) => ({ measure, product })),
  )
  const same = (e: Experiment): string | null => (e.sameData === null ? null : e.sameData ? m.yes : m.no)
  return csvText(
    [
      ...m.csvColumns,
      ...settings,
      ...measures.map(({ measure, product }) => (product === '' ? measure : `${product} ${measure}`)),
    ],
    experiments.map((e) => [
      e.statistical ? m.statistical : e.id,
      e.name,
      e.state === null ? null : (m.states[e.state] ?? null),
      e.at,
      e.before,
      same(e),
      ...settings.map((name) => e.parameters.find((p) => p.name === name)?.value ?? null),
      ...measures.map(({ measure, product }) => measured(e, product, measure) ?? null),
    ]),
  )
}
