/**
 * Two digits of a department or four of a province, as statistics write them, made six; `undefined` for anything else. `2000` is no province, and what is left
 * of `101` once a spreadsheet took its zero could be any number.
 */
export function shortCode(written: string): string | undefined {
  const digits = written.replace(/\.0+$/, '')
  return /^\d\d((?!00)\d\d)?$/.test(digits) ? digits.padEnd(6, '0') : undefined
}
