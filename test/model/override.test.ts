import { expect, test } from 'vitest'
import { dayOf } from '../../src/model/day.ts'
import { monthOf } from '../../src/model/month.ts'
import { countingOverrides, type Override, parseOverrides } from '../../src/model/override.ts'

const entry = {
  ubigeo: '200200',
  product: 'food',
  month: '2026-02',
  quantity: 900,
  author: 'Ana',
  reason: 'Rain',
  date: '2025-12-10',
}
const read = (...entries: readonly object[]): readonly Override[] => {
  const parsed = parseOverrides(entries)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.value
}

test('an entry is read with and without its baseline; a code that lost its zero and its quotes gets them back', () => {
  const [first, second] = read({ ...entry, ubigeo: 10_101, baseline: 640.5 }, entry)
  expect(first).toEqual({
    ubigeo: '010101',
    product: 'food',
    month: monthOf(2026, 2),
    quantity: 900,
    author: 'Ana',
    reason: 'Rain',
    date: dayOf(2025, 12, 10),
    baseline: 640.5,
  })
  expect(second?.baseline).toBeNull()
  for (const nothing of [null, undefined, []]) expect(parseOverrides(nothing)).toEqual({ ok: true, value: [] })
})

test('every fault is told at once, by entry and key: absent, refused and misspelt ones', () => {
  const parsed = parseOverrides([
    entry,
    { ...entry, month: '2026-13', quantity: -1, ubigeo: '990000' },
    { product: 'food', month: '2026-02', quantity: '900', author: ' ', date: '2025-02-30', why: 'x' },
    'Ana',
  ])
  expect(parsed.ok ? [] : [...new Set(parsed.faults.map((f) => f.key))].sort()).toEqual([
    'overrides[1].month',
    'overrides[1].quantity',
    'overrides[1].ubigeo',
    'overrides[2].author',
    'overrides[2].date',
    'overrides[2].quantity',
    'overrides[2].reason',
    'overrides[2].ubigeo',
    'overrides[2].why',
    'overrides[3]',
  ])
  expect(parseOverrides({ ubigeo: '200200' }).ok).toBe(false)
})

test('of one place, product and month the last date counts, of one day the last entry', () => {
  const counting = countingOverrides(
    read(
      { ...entry, quantity: 1, date: '2025-12-11' },
      { ...entry, quantity: 2, date: '2025-12-10' },
      { ...entry, quantity: 3, date: '2025-12-11' },
      { ...entry, quantity: 4, month: '2026-03' },
    ),
  )
  expect(counting.map((one) => one.quantity)).toEqual([3, 4])
})
