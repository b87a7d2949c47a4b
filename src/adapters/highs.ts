import { extname } from 'node:path'
import { Piscina } from 'piscina'
import type { LinearProgram, LinearSolution, Solve } from '../allocate/linear-program.ts'

export interface Solver {
  readonly solve: Solve
  /** Ends the worker; programs that are not solved yet are rejected. */
  close(): Promise<void>
}

/** HiGHS in one worker thread that lives from the first program to `close`. */
export function highsSolver(): Solver {
  let pool: Piscina<LinearProgram, LinearSolution> | undefined
  // `.ts` from source, `.js` from dist: the compiler rewrites imports, not URLs.
  const filename = new URL(`./highs-worker${extname(import.meta.url)}`, import.meta.url).href
  return {
    solve: (program) => {
      pool ??= new Piscina({ filename, minThreads: 1, maxThreads: 1 })
      return pool.run(program)
    },
    close: async () => {
      await pool?.destroy()
      pool = undefined
    },
  }
}
