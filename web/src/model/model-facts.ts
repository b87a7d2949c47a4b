import type { ExperimentsResponse, ModelMember, ModelResponse, ProductModel } from '../../../src/api/model.ts'

/** What every method must beat: they stand at the end, whatever their loss. */
const YARDSTICKS: readonly string[] = ['seasonal-naive', 'zero']
export const isYardstick = ({ method }: ModelMember): boolean => YARDSTICKS.includes(method)

/** By loss; the yardsticks last, themselves by loss. */
export const inOrder = (members: readonly ModelMember[]): readonly ModelMember[] =>
  members.toSorted((a, b) => Number(isYardstick(a)) - Number(isYardstick(b)) || a.loss - b.loss)

export const chosenOf = ({ members }: ProductModel): ModelMember | undefined => members.find((member) => member.chosen)

const weighs = ({ weights }: ModelMember): boolean => weights?.some((w) => w > 0) ?? false

/** Whether a network takes part in the product's forecast. */
export function usesNetwork(product: ProductModel): boolean {
  const chosen = chosenOf(product)
  if (chosen?.kind === 'combination') return product.members.some((m) => m.kind === 'network' && weighs(m))
  return chosen?.kind === 'network'
}

/** Months that the networks have not seen begin here; products may differ after a training that was cut short. */
export const trainedBefore = ({ products }: ModelResponse): string | undefined =>
  products
    .flatMap(({ network }) => network?.before ?? [])
    .toSorted()
    .at(-1)

/** Losses of the combination, over the same origins, of the experiment in use and of the latest one without networks on the same demand. */
export function withAndWithout(
  { experiments }: ExperimentsResponse,
  product: string,
): { readonly networks: number; readonly without: number } | undefined {
  const combined = (of: (e: ExperimentsResponse['experiments'][number]) => boolean): number | undefined =>
    experiments.find(of)?.measures.find((m) => m.product === product && m.measure === 'combination')?.value
  const networks = combined((e) => e.state === 'in-use' && !e.statistical && e.sameData === true)
  const without = combined((e) => e.statistical && e.sameData === true)
  return networks === undefined || without === undefined ? undefined : { networks, without }
}

/** Share of cases that chance alone would leave within an interval that holds 80 %: 95 of 100 times between these. */
export function byChance(cells: number): readonly [number, number] {
  const off = 1.96 * Math.sqrt((0.8 * 0.2) / cells)
  return [Math.max(0, 0.8 - off), Math.min(1, 0.8 + off)]
}
