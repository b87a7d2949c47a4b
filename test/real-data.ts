import { join } from 'node:path'
import { test } from 'vitest'

const root = process.env['CHASQUI_DATA']

/** A test that needs the real files: skipped aloud at home without them, a failure in CI. */
export function realTest(name: string, run: (path: (relative: string) => string) => Promise<void> | void): void {
  if (root !== undefined) {
    test(name, () => run((relative) => join(root, relative)))
  } else if (process.env['CI'] === 'true') {
    test(name, () => {
      throw new Error('CHASQUI_DATA names no folder: this test needs the real files')
    })
  } else {
    console.warn(`skipped, CHASQUI_DATA is not set: ${name}`)
    test.skip(name, () => {})
  }
}
