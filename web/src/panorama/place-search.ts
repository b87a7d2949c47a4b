import { asTyped, plainText } from '../plain-text.ts'

/** Whether a text holds what somebody typed; ñ is found by n, n not by ñ. */
export function found(text: string, typed: string): boolean {
  const wanted = plainText(typed.trim())
  return asTyped(plainText(text), wanted).includes(wanted)
}
