import type { ApiStage } from '../../../src/api/workspace.ts'
import type { Messages } from '../../../src/messages/page-es.ts'

/** A link of the chain as people see it: the import and its preparation are one. */
export interface ChainLink {
  readonly name: 'data' | 'forecast' | 'allocation' | 'routes'
  readonly state: ApiStage['state']
  readonly at: string | null
}

const LINKS: readonly (readonly [ChainLink['name'], readonly ApiStage['stage'][]])[] = [
  ['data', ['import', 'prepare']],
  ['forecast', ['backtest', 'forecast']],
  ['allocation', ['allocate']],
  ['routes', ['route']],
]
const WORST_FIRST = ['failed', 'pending', 'stale', 'fresh'] as const

export function chainOf(stages: readonly ApiStage[]): readonly ChainLink[] {
  return LINKS.map(([name, members]) => {
    const own = stages.filter((stage) => members.includes(stage.stage))
    const state = WORST_FIRST.find((s) => own.some((stage) => stage.state === s)) ?? 'pending'
    // The time beside a state is of the stage that is in it; a link that is stale only through its first stage ran whole.
    const told = state === 'failed' ? own.filter((stage) => stage.state === state) : own
    return { name, state, at: told.findLast((stage) => stage.at !== null)?.at ?? null }
  })
}

export const linkNames = (links: readonly ChainLink[], t: Messages): string =>
  links.map((link) => t.frame[link.name]).join(', ')
