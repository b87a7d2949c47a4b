import { join } from 'node:path'
import { test } from 'vitest'

const root = process.env['CHASQUI_DATA']

/** Path of a shared real file, or `undefined` where the folder `CHASQUI_DATA` names is not there. */
export const realData = (path: string): string | undefined => (root === undefined ? undefined : join(root, path))

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
