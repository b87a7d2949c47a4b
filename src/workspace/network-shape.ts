import { KNOWN, LAGS } from '../forecast/network/architectures.ts'
import { HEADS } from '../forecast/network/heads.ts'
import type { ProductModel } from '../forecast/network/product-networks.ts'
import { knownWidth } from '../forecast/network/window.ts'
import { shapesOf, type Topology } from '../kernel/network/topology.ts'

/** Whether a network reads what its note says it is given, and says what its head understands. */
export function fitsNote(
  topology: Topology,
  { head, horizon, settings, scale, pastOnly, knownAhead }: Omit<ProductModel, 'product' | 'vintages'>,
): boolean {
  const shapes = shapesOf(topology)
  if ('fault' in shapes) return false
  const told = { statics: scale.mean.length, past: pastOnly.names.length, ahead: knownAhead.names.length }
  const widths = new Map([
    [LAGS, settings.lags],
    [KNOWN, knownWidth(head, settings.lags, horizon, told)],
  ])
  const inputs = topology.layers.filter((layer) => layer.kind === 'InputLayer')
  const [width = 0, ...more] = shapes.of.get(topology.output) ?? []
  return (
    inputs.length === widths.size &&
    inputs.every(({ name, shape }) => shape.length === 1 && shape[0] === widths.get(name)) &&
    more.length === 0 &&
    Number.isInteger(width / HEADS[head].outputs(horizon))
  )
}
