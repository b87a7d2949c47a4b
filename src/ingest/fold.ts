const seen = new Map<string, string>()

/**
 * Text as people compare it: lower case, no accents (ñ becomes n), and anything but letters and digits a single space.
 * `COD. DISTRITO ` and `cod distrito` are the same.
 */
export function fold(text: string): string {
  const known = seen.get(text)
  if (known !== undefined) return known
  const folded = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  if (seen.size > 50_000) seen.clear()
  seen.set(text, folded)
  return folded
}

/** Edits (insert, delete, replace a letter) that make one text the other (Levenshtein). */
export function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] as number) + 1,
          (next[j - 1] as number) + 1,
          (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return row[b.length] as number
}
