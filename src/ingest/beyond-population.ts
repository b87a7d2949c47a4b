import { mostUnits } from '../model/most-units.ts'
import type { Product } from '../model/product.ts'
import { type Answers, answerTo } from './answers.ts'
import { evidence } from './evidence.ts'
import type { ReadRow } from './ledger.ts'
import type { Notes } from './notes.ts'
import type { Reading } from './reading.ts'

type PopulationOf = (code: string) => number

/** The row of some that is farthest beyond what the people of its place explain. */
interface Farthest {
  readonly times: number
  readonly line: number
  readonly value: string
  readonly place: string
  readonly persons: number
  readonly population: number
}

const seenIn = ({ line, value, place, persons, population }: Farthest, rows: number) => ({
  line,
  value,
  rows,
  place,
  persons: Math.round(persons),
  population,
})

interface Beyond {
  rows: number
  least: number
  most: number
  farthest: Farthest
}

/** Quantities of one demand file that would serve more people than live in their place. */
export interface LargeQuantities {
  see(row: ReadRow, place: string, product: Product, quantity: number): void
  /** Asks about them, product by product: a number with digits too many, or a whole column in another unit, would be planned for. */
  ask(answers: Answers, said: Notes): void
}

/** @param column the one that counts, in our word */
export function largeQuantities(
  file: string,
  reading: Reading,
  column: string,
  populationOf: PopulationOf,
): LargeQuantities {
  const byProduct = new Map<string, Beyond>()
  const at = reading.columns.get(column)?.at ?? -1
  return {
    see(row, place, product, quantity) {
      const population = populationOf(place)
      const times = quantity / mostUnits(product, population)
      if (!(times > 1)) return
      const value = (row.written[at] ?? '').trim()
      const one = { times, line: row.line, value, place, persons: quantity * product.persons, population }
      const known = byProduct.get(product.id)
      if (known === undefined) byProduct.set(product.id, { rows: 1, least: quantity, most: quantity, farthest: one })
      else {
        known.rows++
        known.least = Math.min(known.least, quantity)
        known.most = Math.max(known.most, quantity)
        if (times > known.farthest.times) known.farthest = one
      }
    },
    ask(answers, said) {
      // Where the mark or the product is open, so is every number.
      if (said.questions.some((q) => q.file === file && ['column', 'decimal', 'product'].includes(q.subject))) return
      for (const [product, { rows, least, most, farthest }] of byProduct) {
        const [from, to] = [Math.round(least), Math.round(most)]
        const subject = 'beyond-population'
        const about = `${product} ${from === to ? from : `${from}..${to}`}`
        const pairs = seenIn(farthest, rows)
        if (answerTo(answers, file, subject, about) === 'keep')
          said.decide(file, subject, about, 'keep', { by: 'person', ...pairs })
        else said.questions.push({ file, subject, column: about, choices: ['keep'], evidence: evidence(pairs) })
      }
    },
  }
}

/** A register counts some people in every event of a season and those of neighbours: 308 of 26,053 real events have more than live there, 113 more than this. */
const COUNTED = 1.5

/** Events of one file of a register with more people than live in their district. */
export interface LargeEvents {
  see(row: ReadRow, place: string, persons: number): void
  /** Tells how many; they are real too often to be asked about. */
  tell(said: Notes): void
}

export function largeEvents(file: string, populationOf: PopulationOf): LargeEvents {
  let rows = 0
  let farthest: Farthest | undefined
  return {
    see(row, place, persons) {
      const population = populationOf(place)
      const times = persons / population
      if (!(times > COUNTED)) return
      rows++
      if (times > (farthest?.times ?? 0)) farthest = { times, line: row.line, value: '', place, persons, population }
    },
    tell(said) {
      if (farthest !== undefined) said.decide(file, 'register-beyond-population', '', 'counted', seenIn(farthest, rows))
    },
  }
}
