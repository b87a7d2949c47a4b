import { expect } from 'vitest'
import { chasqui, scratch } from '../cli/chasqui.ts'

/** A workspace with one small province (Ayabaca) and 24 months of demand. */
export async function provinceWorkspace(): Promise<string> {
  const root = `${scratch()}/w`
  const made = await chasqui('demo', root, '--province', '200200', '--months', '24')
  expect(made.code, made.err).toBe(0)
  return root
}
