import { expect, test } from 'vitest'
import { chainOf } from '../../web/src/frame/chain.ts'

const importAt = '2026-01-05T08:00:00'
const prepareAt = '2026-01-04T09:00:00'

test('beside a failure stands the time of what failed, of the import and its preparation alike', () => {
  const data = (first: 'failed' | 'fresh', second: 'failed' | 'fresh') =>
    chainOf([
      { stage: 'import', state: first, at: importAt },
      { stage: 'prepare', state: second, at: prepareAt },
    ])[0]
  expect(data('failed', 'fresh')).toMatchObject({ state: 'failed', at: importAt })
  expect(data('fresh', 'failed')).toMatchObject({ state: 'failed', at: prepareAt })
})
