import { resolve } from 'node:path'
import { styleText } from 'node:util'
import { closeDuckDb } from '../../adapters/duckdb.ts'
import { change, DRIVER_NAMES, driverSentence } from '../../messages/drivers.ts'
import { estimate, type Language, longMonth, percent } from '../../messages/format.ts'
import { type Note, noteSentence } from '../../messages/notes.ts'
import { problemSentences } from '../../messages/problems.ts'
import { METHODS } from '../../messages/methods.ts'
import { InputError } from '../../model/input-error.ts'
import { parseMonth } from '../../model/month.ts'
import { parseUbigeo } from '../../model/ubigeo.ts'
import { readGeneration } from '../../workspace/generation.ts'
import { type Explanation, readExplanation } from '../../workspace/reading/explain.ts'
import { readForecast } from '../../workspace/reading/forecast.ts'
import type { Context } from '../context.ts'
import type { CommonFlags } from '../flags.ts'
import { tellTrouble } from '../trouble.ts'

interface ExplainFlags extends CommonFlags {
  readonly product?: string
}

/** Where the forecast does not follow a history of its own, or there is none. */
const NO_HISTORY: readonly Note['code'][] = [
  'places-not-named',
  'product-without-history',
  'places-without-history',
  'new-places-borrow',
  'young-places-borrow',
]

/** Characters of the longest bar. */
const WIDTH = 24

/** Why the forecast of a place is what it is: what moves the networks, and which methods speak. */
export default async function explain(this: Context, flags: ExplainFlags, place: string): Promise<void> {
  const { stdout } = this.process
  const root = resolve(flags.workspace)
  try {
    const code = parseUbigeo(place)
    if (code === undefined) throw new InputError('arguments', { flag: 'UBIGEO', value: place })
    const generation = await readGeneration(root)
    const found = await readForecast(root, generation, { ubigeo: code, product: flags.product })
    if (found.status === 'no-forecast') throw new InputError('stage-missing', { stage: 'forecast', path: root })
    if (found.status === 'unknown-product')
      throw new InputError('arguments', { flag: '--product', value: found.product, known: found.known.join(', ') })
    if (found.status === 'unknown-place') throw new InputError('arguments', { flag: 'UBIGEO', value: place })
    if (found.status === 'place-not-named') {
      const sentence = problemSentences[this.language]['place-not-named']
      const { id, name } = found.product
      stdout.write(
        flags.json
          ? `${JSON.stringify({ product: id, ubigeo: code, name: found.name, months: [], notes: [{ code: found.status }] })}\n`
          : `${styleText('bold', `${found.name}, ${name}`, { stream: process.stdout })}\n${sentence}\n`,
      )
      return
    }
    const { product, place: node, months } = found.forecast
    const notes = found.forecast.notes.filter((note) => NO_HISTORY.includes(note.code))
    const explanation = await readExplanation(generation, product.id, code)
    if (flags.json) {
      stdout.write(
        `${JSON.stringify({ product: product.id, ubigeo: code, name: node.name, months, notes, ...explanation })}\n`,
      )
      return
    }
    const total = months.reduce((sum, m) => sum + m.mean, 0) / product.persons
    const what = `${node.name}, ${product.name} (${product.unit}), ${windowOf(months, this.language)}`
    stdout.write(`${styleText('bold', `${what}: ${estimate(total)}`, { stream: process.stdout })}\n`)
    for (const note of notes) stdout.write(`${noteSentence(note, this.language)}\n`)
    for (const line of linesOf(explanation, this)) stdout.write(`${line}\n`)
  } catch (error) {
    const trouble = tellTrouble(this, error)
    if (flags.json) stdout.write(`${JSON.stringify(trouble)}\n`)
  } finally {
    await closeDuckDb()
  }
}

/** First and last month that are forecast. */
function windowOf(months: readonly { readonly month: string }[], language: Language): string {
  const ends = [months[0], months.at(-1)].flatMap((at) => parseMonth(at?.month ?? '') ?? [])
  return [...new Set(ends)].map((at) => longMonth(at, language)).join(' – ')
}

function linesOf({ drivers, weights }: Explanation, { language, texts }: Context): readonly string[] {
  const greatest = Math.max(0, ...drivers.map((d) => Math.abs(d.effect)))
  const bar = (effect: number): string =>
    (effect < 0 ? '░' : '█').repeat(Math.round((WIDTH * Math.abs(effect)) / greatest))
  return [
    drivers.length === 0 ? texts.noDrivers : driverSentence(drivers, language),
    ...drivers.map(
      ({ driver, effect }) =>
        `  ${DRIVER_NAMES[language][driver].padEnd(50)} ${change(effect).padStart(9)} ${bar(effect)}`,
    ),
    ...(weights.length === 0 ? [] : [texts.weights]),
    ...weights.map(
      ({ method, weight }) =>
        `  ${((METHODS[language] as Readonly<Record<string, string>>)[method] ?? method).padEnd(60)} ${percent(weight).padStart(6)}`,
    ),
  ]
}
