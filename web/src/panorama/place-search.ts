const TILDE = '\u0303'

/** In lower case, without accents; ñ is a letter of its own and stays. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(new RegExp(`(?<!n)${TILDE}|(?!${TILDE})\\p{M}`, 'gu'), '')
    .normalize('NFC')

/**
 * Whether a text holds what somebody typed: `ancash` finds Áncash. Who types ñ means it and does not find n; who types n may
 * have a keyboard without ñ, and finds both.
 */
export function found(text: string, typed: string): boolean {
  const wanted = plain(typed.trim())
  const whole = plain(text)
  return whole.includes(wanted) || whole.replaceAll('ñ', 'n').includes(wanted)
}
