import { expect, test } from 'vitest'
import { VIOLATION_KINDS } from '../../src/check/violation.ts'
import { violations } from '../../src/messages/violations.ts'

test.each(['es', 'en'] as const)(
  'every kind of violation has a sentence in %s, and no sentence is without a kind',
  (lang) => {
    expect(Object.keys(violations[lang])).toEqual([...VIOLATION_KINDS])
    for (const sentence of Object.values(violations[lang])) expect(sentence).toMatch(/^[A-Z].*\.$/)
  },
)
