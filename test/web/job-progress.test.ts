import { expect, test } from 'vitest'
import type { JobEvent } from '../../src/api/jobs.ts'
import { type JobProgress, NOTHING_YET, progressAfter } from '../../web/src/jobs/job-progress.ts'

const at = (seconds: number): string => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString()
const after = (...events: readonly JobEvent[]): JobProgress => events.reduce(progressAfter, NOTHING_YET)

test('time left is what the rest takes at the pace so far, and is not told before it can be guessed', () => {
  const start = { at: at(0), kind: 'start', stage: 'train' }
  const detail = { product: 'food', epoch: 2, loss: 0.5 }
  // 30 s for a quarter: 90 s for the other three.
  const quarter = after(start, { at: at(30), kind: 'progress', stage: 'train', share: 0.25, detail })
  expect([quarter.stage, quarter.share, quarter.left, quarter.detail]).toEqual(['train', 0.25, 90, detail])
  expect(after(start, { at: at(30), kind: 'progress', share: 0.05 }).left).toBe(undefined)
  expect(after(start, { at: at(0.9), kind: 'progress', share: 0.5 }).left).toBe(undefined)
})

test('stages are counted with those that were unchanged, and each begins from nothing', () => {
  const progress = after(
    { at: at(0), kind: 'requested', command: 'plan' },
    { at: at(1), kind: 'started', pid: 7 },
    { at: at(2), kind: 'unchanged', stage: 'import' },
    { at: at(2), kind: 'unchanged', stage: 'prepare' },
    { at: at(2), kind: 'start', stage: 'backtest' },
    { at: at(9), kind: 'progress', stage: 'backtest', share: 0.5 },
    { at: at(12), kind: 'done', stage: 'backtest' },
    { at: at(12), kind: 'start', stage: 'forecast' },
  )
  expect([progress.stage, progress.begun, progress.share, progress.left]).toEqual(['forecast', 4, 0, undefined])
})

test('from the commit on it cannot be cancelled, and at the end it is over', () => {
  const started = { at: at(0), kind: 'start', stage: 'train' }
  expect(after(started).committing).toBe(false)
  const saving = after(started, { at: at(1), kind: 'done' }, { at: at(1), kind: 'commit' })
  expect([saving.committing, saving.share, saving.over]).toEqual([true, 1, false])
  expect(progressAfter(saving, { at: at(2), kind: 'ended', exitCode: 0 }).over).toBe(true)
})
