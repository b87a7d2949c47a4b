const TILDE = '\u0303'

/** In lower case, without accents, so that `ancash` finds Áncash; ñ is a letter of its own and stays. */
export const plainText = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(new RegExp(`(?<!n)${TILDE}|(?!${TILDE})\\p{M}`, 'gu'), '')
    .normalize('NFC')

/** A text as somebody means it who typed this: who types ñ means it; who types n may have a keyboard without ñ. Both plain. */
export const asTyped = (text: string, typed: string): string => (typed.includes('ñ') ? text : text.replaceAll('ñ', 'n'))
