import { expect, test } from 'vitest'
import { emptyTally } from '../../src/forecast/backtest.ts'
import { bestOf } from '../../src/forecast/best-member.ts'
import { PLAN_LEVELS } from '../../src/forecast/levels.ts'
import type { Member } from '../../src/forecast/member.ts'
import type { MethodName } from '../../src/model/forecast.ts'

const tally = (name: MethodName, loss: number) => {
  const member: Member = { name, predict: () => undefined }
  const empty = emptyTally(member, PLAN_LEVELS)
  return { ...empty, loss: empty.loss.map(() => loss), actual: 1, cells: 1 }
}
const best = (...tallies: readonly (readonly [MethodName, number])[]) =>
  bestOf(tallies.map(([name, loss]) => tally(name, loss))).member.name

test('the least loss is best, of equals the first', () => {
  expect(best(['theta', 2], ['ets', 1], ['sba', 1])).toBe('ets')
})

test('a network has to be better by a hundredth, but not than another network', () => {
  expect(best(['theta', 100], ['network-count', 99.1])).toBe('theta')
  expect(best(['theta', 100], ['network-count', 98.9])).toBe('network-count')
  expect(best(['network-count', 100], ['network-hurdle', 99.9])).toBe('network-hurdle')
})
