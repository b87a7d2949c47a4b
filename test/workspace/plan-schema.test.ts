import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePlan, planText } from '../../src/workspace/plan-schema.ts'
import { goodPlan } from '../check/plan.ts'

test('a plan that is written and read back is the same plan', () => {
  const read = parsePlan(planText(goodPlan))
  expect(read).toEqual({ ok: true, plan: goodPlan })
})

test('the same plan has the same text', () => expect(planText(goodPlan)).toBe(planText(goodPlan)))

test('months, days and moments are written as people write them', () => {
  const text = planText(goodPlan)
  expect(text).toMatch(/"from": "\d{4}-\d{2}"/)
  expect(text).toMatch(/"leave":"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}"/)
})

test('a text cut or changed anywhere is read or refused, never a crash', () => {
  const text = planText(goodPlan)
  fc.assert(
    fc.property(fc.nat(text.length), fc.string(), (at, put) => {
      const read = parsePlan(text.slice(0, at) + put + text.slice(at + put.length))
      expect(typeof read.ok).toBe('boolean')
    }),
  )
  expect(parsePlan(text.slice(0, 500)).ok).toBe(false)
})
