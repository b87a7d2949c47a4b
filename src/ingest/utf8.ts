/** Counts whether bytes can be UTF-8. State carries over from chunk to chunk. */
export interface Utf8Count {
  /** Characters of two to four bytes that are well formed. */
  readonly wide: number
  /** Bytes that fit no character. */
  readonly wrong: number
  update(bytes: Uint8Array): void
  /** A character cut off at the end of the file is wrong. */
  end(): void
}

/** Well-formed sequences of the Unicode standard, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF. */
export function utf8Count(): Utf8Count {
  let wide = 0
  let wrong = 0
  let missing = 0
  let low = 0x80
  let high = 0xbf
  let taken = 0
  return {
    get wide() {
      return wide
    },
    get wrong() {
      return wrong
    },
    update(bytes) {
      for (let i = 0; i < bytes.length; i++) {
        const b = bytes[i] as number
        if (missing === 0) {
          if (b < 0x80) continue
          low = 0x80
          high = 0xbf
          if (b >= 0xc2 && b <= 0xdf) missing = 1
          else if (b >= 0xe0 && b <= 0xef) {
            missing = 2
            if (b === 0xe0) low = 0xa0
            if (b === 0xed) high = 0x9f
          } else if (b >= 0xf0 && b <= 0xf4) {
            missing = 3
            if (b === 0xf0) low = 0x90
            if (b === 0xf4) high = 0x8f
          } else wrong++
          taken = 1
        } else if (b >= low && b <= high) {
          low = 0x80
          high = 0xbf
          taken++
          if (--missing === 0) wide++
        } else {
          wrong += taken
          missing = 0
          i--
        }
      }
    },
    end() {
      if (missing > 0) wrong += taken
      missing = 0
    },
  }
}

/**
 * UTF-8 unless its errors are more than a tenth of its characters: text in Windows-1252 hardly ever makes one by chance,
 * while a single damaged byte does not turn a file of a thousand accents into Windows-1252.
 */
export const encodingOf = (count: Utf8Count): 'utf-8' | 'windows-1252' =>
  count.wrong * 10 <= count.wide ? 'utf-8' : 'windows-1252'
