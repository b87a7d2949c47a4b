import { readFile } from 'node:fs/promises'
import type { Method } from '../forecast/method.ts'

/** The method of each product as a file, for the forecast and for whoever wants to know the weights. */
export const methodsText = (methods: ReadonlyMap<string, Method>): string =>
  `${JSON.stringify(Object.fromEntries(methods), (_, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value), 2)}\n`

/** Reads a file of {@link methodsText}, whose hash the pointer knows. */
export async function readMethods(path: string): Promise<ReadonlyMap<string, Method>> {
  return new Map(Object.entries(JSON.parse(await readFile(path, 'utf8')) as Readonly<Record<string, Method>>))
}
