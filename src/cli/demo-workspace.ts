import { writeFile } from 'node:fs/promises'
import { demo } from '../demo/demo.ts'
import { departments } from '../gazetteer/department.ts'
import { provinces } from '../gazetteer/provinces.ts'
import { InputError } from '../model/input-error.ts'
import type { Month } from '../model/month.ts'
import { initWorkspace } from '../workspace/init.ts'
import { RAW_FOLDER, within } from '../workspace/layout.ts'

export interface DemoChoice {
  readonly seed: number
  readonly until: Month
  readonly months: number
  /** Ubigeos of provinces; none: all. */
  readonly provinces: readonly string[]
}

/** A new workspace with the three files of a believable country. */
export async function makeDemo(root: string, language: 'es' | 'en', choice: DemoChoice): Promise<void> {
  const chosen = provinces.filter((p) => choice.provinces.length === 0 || choice.provinces.includes(p.ubigeo))
  if (chosen.length < choice.provinces.length)
    throw new InputError('arguments', { flag: '--province', value: choice.provinces.join(',') })
  await initWorkspace(root, language, true)
  const files = demo({ seed: choice.seed, until: choice.until, months: choice.months, departments, provinces: chosen })
  for (const { name, text } of files) await writeFile(within(root, `${RAW_FOLDER}/${name}`), text)
}
