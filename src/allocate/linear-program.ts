/** A linear program: the columns x within their bounds, the rows A·x within theirs. No bound is ±Infinity. */
export interface LinearProgram {
  readonly sense: 'minimise' | 'maximise'
  readonly columns: number
  readonly rows: number
  /** By column. */
  readonly cost: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** By row. */
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  /** A by compressed columns: entries start[j] … start[j + 1] − 1 of `index` (rows, ascending) and `value` are column j's. */
  readonly start: Int32Array
  readonly index: Int32Array
  readonly value: Float64Array
}

export type LinearSolution =
  /** One number per column: a vertex of the feasible set. */
  | { readonly status: 'optimal'; readonly values: Float64Array; readonly objective: number }
  /** `detail`: the solver's own word for it. */
  | { readonly status: 'infeasible' | 'unbounded' | 'stopped'; readonly detail: string }

/** A solver that returns vertices: simplex, or interior point with crossover. */
export type Solve = (program: LinearProgram) => Promise<LinearSolution>
