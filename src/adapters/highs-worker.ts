import highs from 'highs'
import type { LinearProgram, LinearSolution } from '../allocate/linear-program.ts'

// Its types say `export default`, its CommonJS says `module.exports =`: under nodenext the two differ by one `.default`.
const load = highs as unknown as typeof highs.default
const runtime = load()

/** Solves one program and leaves nothing behind in the WebAssembly memory. */
export default async function solve(program: LinearProgram): Promise<LinearSolution> {
  const { constants, withModel } = await runtime
  const { minimize, maximize } = constants.objectiveSense
  const source = {
    numCols: program.columns,
    numRows: program.rows,
    sense: program.sense === 'minimise' ? minimize : maximize,
    colCost: program.cost,
    colLower: program.lower,
    colUpper: program.upper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: 'csc' as const,
      numRows: program.rows,
      numCols: program.columns,
      starts: program.start,
      indices: program.index,
      values: program.value,
    },
  }
  return withModel(source, (model): LinearSolution => {
    // Simplex: the caller counts on a vertex.
    model.options.set({ output_flag: false, solver: 'simplex' })
    const { modelStatus } = model.run()
    const is = constants.modelStatus
    if (modelStatus === is.empty) return { status: 'optimal', values: new Float64Array(program.columns), objective: 0 }
    if (modelStatus === is.optimal) {
      return { status: 'optimal', values: model.getSolution().colValue, objective: model.getObjectiveValue() }
    }
    const detail = Object.entries(is).find(([, code]) => code === modelStatus)?.[0] ?? String(modelStatus)
    if (modelStatus === is.infeasible) return { status: 'infeasible', detail }
    return { status: modelStatus === is.unbounded ? 'unbounded' : 'stopped', detail }
  })
}
