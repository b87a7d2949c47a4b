/** Without accents and case, so that `ancash` finds Áncash. */
export const plainText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
