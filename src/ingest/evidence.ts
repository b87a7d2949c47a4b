/**
 * What speaks for a decision, as `key=value` pairs joined by `; `: data, not a sentence. `messages` has a word for every key.
 * Zero counts are left out unless nothing else is there.
 */
export function evidence(pairs: Readonly<Record<string, string | number>>): string {
  const all = Object.entries(pairs)
  const telling = all.filter(([, value]) => value !== 0 && value !== '')
  return (telling.length > 0 ? telling : all).map(([key, value]) => `${key}=${value}`).join('; ')
}
