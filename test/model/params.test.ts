import { expect, test } from 'vitest'
import { DEFAULT_PARAMS, parseParams } from '../../src/model/params.ts'

test('an empty file, empty parts and nulls are the defaults', () => {
  for (const file of [undefined, null, {}, { train: null }, { train: {}, backtest: { origins: null } }])
    expect(parseParams(file)).toEqual({ ok: true, value: DEFAULT_PARAMS })
})

test('keys are read by the names of the file', () => {
  const read = parseParams({
    train: { width: 64, learning_rate: 0.01, architecture: 'residual' },
    backtest: { origins: 6 },
  })
  expect(read).toMatchObject({
    ok: true,
    value: { train: { width: 64, learningRate: 0.01, architecture: 'residual' }, backtest: { origins: 6 } },
  })
})

test('every fault is told at once, with the key, the value and what is expected', () => {
  const read = parseParams({ train: { width: 'wide', depth: 3 }, backtest: [1], seed: 1 })
  expect(read.ok ? [] : read.faults.map((f) => [f.key, f.value])).toEqual([
    ['seed', '1'],
    ['train.width', 'wide'],
    ['train.depth', '3'],
    ['backtest', '[1]'],
  ])
})
