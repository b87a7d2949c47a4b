import { afterAll, expect, test } from 'vitest'
import { highsSolver } from '../../src/adapters/highs.ts'
import type { LinearProgram } from '../../src/allocate/linear-program.ts'

const solver = highsSolver()
afterAll(() => solver.close())

/** max x + 2y with x + y ≤ 4, x + 3y ≤ 6, 0 ≤ x ≤ 3, 0 ≤ y */
const program: LinearProgram = {
  sense: 'maximise',
  columns: 2,
  rows: 2,
  cost: Float64Array.of(1, 2),
  lower: Float64Array.of(0, 0),
  upper: Float64Array.of(3, Infinity),
  rowLower: Float64Array.of(-Infinity, -Infinity),
  rowUpper: Float64Array.of(4, 6),
  start: Int32Array.of(0, 2, 4),
  index: Int32Array.of(0, 1, 0, 1),
  value: Float64Array.of(1, 1, 1, 3),
}

test('The optimum is the vertex where both rows bind: x + y = 4 and x + 3y = 6 give x = 3, y = 1, objective 5', async () => {
  const solution = await solver.solve(program)
  expect(solution.status).toBe('optimal')
  if (solution.status !== 'optimal') return
  expect(solution.objective).toBeCloseTo(5, 9)
  expect([...solution.values]).toEqual([expect.closeTo(3, 9), expect.closeTo(1, 9)])
})

test('The same program minimised is at the origin', async () => {
  expect(await solver.solve({ ...program, sense: 'minimise' })).toMatchObject({ status: 'optimal', objective: 0 })
})

test('Rows that contradict each other are a value, not an exception', async () => {
  const contradiction = { ...program, rowLower: Float64Array.of(5, -Infinity), rowUpper: Float64Array.of(9, 2) }
  expect(await solver.solve(contradiction)).toEqual({ status: 'infeasible', detail: 'infeasible' })
})

test('A direction without end is a value, not an exception', async () => {
  const free = { ...program, upper: Float64Array.of(Infinity, Infinity), rowUpper: Float64Array.of(Infinity, Infinity) }
  const solution = await solver.solve(free)
  expect(solution).toMatchObject({ status: 'unbounded' })
})

test('A program without columns has the value 0', async () => {
  const none = new Float64Array(0)
  const empty = { columns: 0, rows: 0, cost: none, lower: none, upper: none, rowLower: none, rowUpper: none }
  const matrix = { start: Int32Array.of(0), index: new Int32Array(0), value: none }
  expect(await solver.solve({ sense: 'minimise', ...empty, ...matrix })).toMatchObject({
    status: 'optimal',
    objective: 0,
  })
})

test('After close, the next program gets a new worker', async () => {
  await solver.close()
  expect(await solver.solve(program)).toMatchObject({ status: 'optimal' })
})
