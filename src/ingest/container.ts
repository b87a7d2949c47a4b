export type Container = 'empty' | 'gzip' | 'zip' | 'spreadsheet' | 'pdf' | 'binary' | 'utf-16le' | 'utf-16be' | 'text'

/** Share of control characters above which bytes are no text. */
const CONTROL_SHARE = 0.01

const startsWith = (head: Uint8Array, ...bytes: readonly number[]): boolean => bytes.every((b, i) => head[i] === b)

function holds(head: Uint8Array, word: string): boolean {
  for (let i = 0; i + word.length <= head.length; i++) {
    let k = 0
    while (k < word.length && head[i + k] === word.charCodeAt(k)) k++
    if (k === word.length) return true
  }
  return false
}

/**
 * What a file is, by its first bytes; its name is not asked.
 * @param head the first kilobytes, or all of a smaller file
 */
export function containerOf(head: Uint8Array): Container {
  if (head.length === 0) return 'empty'
  if (startsWith(head, 0x1f, 0x8b)) return 'gzip'
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06))
    return holds(head, 'xl/') || holds(head, '[Content_Types].xml') || holds(head, 'opendocument.spreadsheet')
      ? 'spreadsheet'
      : 'zip'
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) return 'spreadsheet'
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (startsWith(head, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(head, 0xfe, 0xff)) return 'utf-16be'
  let zeroEven = 0
  let zeroOdd = 0
  let control = 0
  for (let i = 0; i < head.length; i++) {
    const b = head[i] as number
    if (b === 0 && i % 2 === 0) zeroEven++
    else if (b === 0) zeroOdd++
    else if (b < 0x20 && b !== 9 && b !== 10 && b !== 12 && b !== 13 && b !== 0x1a) control++
  }
  // Latin text in UTF-16 has a zero in nearly every other byte.
  const half = head.length / 2
  if (zeroOdd > 0.8 * half && zeroEven < 0.05 * half) return 'utf-16le'
  if (zeroEven > 0.8 * half && zeroOdd < 0.05 * half) return 'utf-16be'
  if (zeroEven + zeroOdd > 0 || control > CONTROL_SHARE * head.length) return 'binary'
  return 'text'
}
