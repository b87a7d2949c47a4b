import type { AppliedOverride } from '../../forecast/override.ts'
import { formatDay } from '../../model/day.ts'
import { formatMonth } from '../../model/month.ts'
import { liesIn, type Ubigeo } from '../../model/ubigeo.ts'
import type { Generation } from '../generation.ts'
import { OVERRIDES } from '../tables/overrides.ts'
import { readTable } from '../tables/table.ts'
import type { NodeName } from './nodes.ts'
import type { ProductFacts } from './products.ts'

/** A person's correction that the forecast of a node follows: of the node itself, or of one above it. Persons. */
export interface FollowedOverride {
  readonly place: NodeName
  readonly month: string
  /** Mean of that place without any correction. */
  readonly baseline: number
  readonly corrected: number
  readonly author: string
  readonly reason: string
  readonly date: string
}

/** @param path the node and all above it @returns by month, the nation first */
export async function readFollowedOverrides(
  generation: Generation,
  product: ProductFacts,
  node: Ubigeo,
  path: readonly NodeName[],
): Promise<readonly FollowedOverride[]> {
  const file = generation.file('forecast', 'overrides.parquet')
  if (file === undefined) return []
  const followed = ({ override }: AppliedOverride): boolean =>
    override.product === product.id && liesIn(node, override.ubigeo)
  return (await readTable(file, OVERRIDES))
    .filter(followed)
    .sort((a, b) => a.override.month - b.override.month)
    .map(({ override: o, baseline }) => ({
      place: path.find(({ ubigeo }) => ubigeo === o.ubigeo) ?? { ubigeo: o.ubigeo, name: o.ubigeo },
      month: formatMonth(o.month),
      baseline: baseline * product.persons,
      corrected: o.quantity * product.persons,
      author: o.author,
      reason: o.reason,
      date: formatDay(o.date),
    }))
}
