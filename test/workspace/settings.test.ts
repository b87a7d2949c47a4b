import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS, parseSettings } from '../../src/model/settings.ts'
import { settingsText } from '../../src/workspace/settings-text.ts'

test('a new settings file says the defaults', () => {
  expect(parseSettings(parse(settingsText('es', false)))).toEqual({ ok: true, value: DEFAULT_SETTINGS })
  expect(parseSettings(parse(settingsText('en', false)))).toEqual({
    ok: true,
    value: { ...DEFAULT_SETTINGS, language: 'en' },
  })
})

test('an empty file is all defaults', () => expect(parseSettings(null)).toEqual({ ok: true, value: DEFAULT_SETTINGS }))

test('every fault is told at once, a misspelt key among them', () => {
  const read = parseSettings({ coverage_quantile: 8, affected_share: -1, rule: 'fair', from: '2026-13', covrage: 1 })
  expect(read.ok).toBe(false)
  expect(read.ok ? [] : read.faults.map((f) => f.key)).toEqual([
    'coverage_quantile',
    'affected_share',
    'rule',
    'from',
    'covrage',
  ])
})
