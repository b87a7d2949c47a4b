import { resolve } from 'node:path'
import { closeDuckDb } from '../../adapters/duckdb.ts'
import { decimal, estimate } from '../../messages/format.ts'
import { formatDay, parseDay } from '../../model/day.ts'
import { InputError } from '../../model/input-error.ts'
import { formatMonth, parseMonth } from '../../model/month.ts'
import { MOST_CORRECTED } from '../../model/override.ts'
import { parseUbigeo } from '../../model/ubigeo.ts'
import { recordOverride } from '../../workspace/record-override.ts'
import { today } from '../../workspace/today.ts'
import type { Context } from '../context.ts'
import type { CommonFlags } from '../flags.ts'
import { talkOn } from '../talk.ts'
import { tellTrouble } from '../trouble.ts'

interface OverrideFlags extends CommonFlags {
  readonly product: string
  readonly month: string
  readonly quantity: string
  readonly author: string
  readonly reason: string
  readonly date?: string
}

const asked = <T>(flag: string, value: string, parse: (text: string) => T | undefined): T => {
  const found = parse(value)
  if (found === undefined) throw new InputError('arguments', { flag, value })
  return found
}
const word = (text: string): string | undefined => text.trim() || undefined
const amount = (text: string): number | undefined =>
  /^\d+(\.\d+)?$/.test(text.trim()) && Number(text) <= MOST_CORRECTED ? Number(text) : undefined

/** Appends a person's correction to `overrides.yaml`. */
export default async function override(this: Context, flags: OverrideFlags, place: string): Promise<void> {
  let result: object
  try {
    const { override: made, most } = await recordOverride(resolve(flags.workspace), {
      ubigeo: asked('UBIGEO', place, parseUbigeo),
      product: asked('--product', flags.product, word),
      month: asked('--month', flags.month, parseMonth),
      quantity: asked('--quantity', flags.quantity, amount),
      author: asked('--author', flags.author, word),
      reason: asked('--reason', flags.reason, word),
      date: flags.date === undefined ? today() : asked('--date', flags.date, parseDay),
    })
    const { ubigeo, product, quantity, baseline } = made
    const month = formatMonth(made.month)
    const told = decimal(quantity, Number.isInteger(quantity) ? 0 : 1)
    talkOn(this).line(
      this.texts.overridden(product, ubigeo, month, told, baseline === null ? null : estimate(baseline)),
    )
    if (most !== null) talkOn(this).line(this.texts.beyondPopulation(product, ubigeo, told, estimate(most)))
    result = { ...made, month, date: formatDay(made.date) }
  } catch (error) {
    result = tellTrouble(this, error)
  } finally {
    await closeDuckDb()
  }
  if (flags.json) this.process.stdout.write(`${JSON.stringify(result)}\n`)
}
