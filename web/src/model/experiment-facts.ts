import type { Experiment } from '../../../src/api/model.ts'

/** The measures that say most come first; others as they come. */
const FIRST = ['combination', 'network', 'network_loss', 'statistics', 'loss', 'coverage80', 'validation']

export function measuresOf(experiments: readonly Experiment[]): readonly string[] {
  const names = [...new Set(experiments.flatMap(({ measures }) => measures.map(({ measure }) => measure)))]
  return [...FIRST.filter((name) => names.includes(name)), ...names.filter((name) => !FIRST.includes(name))]
}

/** Products that have a measure, the known ones in their order. */
export function productsMeasured(
  experiments: readonly Experiment[],
  measure: string,
  known: readonly string[],
): readonly string[] {
  const found = new Set(
    experiments.flatMap(({ measures }) => measures.filter((m) => m.measure === measure).map(({ product }) => product)),
  )
  return [...known.filter((id) => found.has(id)), ...[...found].filter((id) => !known.includes(id))]
}

export const measured = ({ measures }: Experiment, product: string, measure: string): number | undefined =>
  measures.find((m) => m.product === product && m.measure === measure)?.value

/** Settings in which the experiments differ: those that are alike everywhere say nothing. */
export function differing(experiments: readonly Experiment[]): ReadonlySet<string> {
  const values = new Map<string, Set<string>>()
  for (const { parameters, statistical } of experiments)
    if (!statistical)
      for (const { name, value } of parameters) values.set(name, (values.get(name) ?? new Set()).add(value))
  return new Set([...values].filter(([, found]) => found.size > 1).map(([name]) => name))
}
