import { highsSolver } from '../../adapters/highs.ts'
import { allocate } from '../../allocate/allocate.ts'
import { needs } from '../../allocate/need.ts'
import { RULES } from '../../model/allocation.ts'
import { month } from '../../model/month.ts'
import { straightLineTravel } from '../../model/travel.ts'
import { shortNotes } from '../../plan/summary.ts'
import type { Stage } from '../stage.ts'
import { ALLOCATIONS, allocationRows, RULE_COSTS } from '../tables/allocations.ts'
import { NEEDS, readSamples } from '../tables/forecasts.ts'
import { readSupply, SUPPLY_FILES } from '../tables/read-supply.ts'
import { writeTable } from '../tables/table.ts'

/** Forecast and stock → who gets what, under every rule. */
export const allocateStage: Stage = {
  name: 'allocate',
  version: 1,
  reads: { import: SUPPLY_FILES, forecast: ['samples.parquet'] },
  settings: (s) => s.coverage,
  files: async () => [],
  run: async ({ settings, input, output, progress }) => {
    const forecast = await readSamples(input('forecast', 'samples.parquet'))
    const supply = await readSupply(input)
    const need = needs({ forecast, products: supply.products, settings })
    const problem = {
      ...supply,
      needs: need,
      travel: straightLineTravel(supply.distances),
      window: { from: forecast.periods[0] ?? month(0), months: forecast.periods.length },
    }
    const solver = highsSolver()
    try {
      const allocations = []
      for (const [i, rule] of RULES.entries()) {
        const onProgress = (done: number, total: number) => progress((i + done / total) / RULES.length, { rule })
        const result = await allocate({ ...problem, solve: solver.solve, onProgress }, rule)
        if (result.status !== 'allocated') throw new Error(`allocation ended as ${JSON.stringify(result)}`)
        allocations.push(result.allocation)
      }
      await writeTable(output('need.parquet'), NEEDS, need)
      await writeTable(output('allocation.parquet'), ALLOCATIONS, allocations.flatMap(allocationRows))
      await writeTable(output('rules.parquet'), RULE_COSTS, allocations)
      const chosen = allocations.find((allocation) => allocation.rule === settings.rule)
      const packs = need.reduce((sum, n) => sum + n.packs, 0)
      return {
        figures: { places: new Set(need.map((n) => n.ubigeo)).size, packs },
        notes: chosen === undefined ? [] : shortNotes(chosen),
      }
    } finally {
      await solver.close()
    }
  },
}
