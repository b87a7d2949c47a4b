import { type DrivenLeg, parseDrivenLeg } from '../model/distance.ts'
import { formatMonth, type Month } from '../model/month.ts'
import type { Observations, RegisterMonth } from '../model/observation.ts'
import type { Product } from '../model/product.ts'
import type { Answers } from './answers.ts'
import { largeEvents, largeQuantities } from './beyond-population.ts'
import { demandReader } from './demand.ts'
import { demandForm } from './demand-form.ts'
import { askFarMonths, type FileMonths, fileMonths } from './far-months.ts'
import type { FileInHand } from './first-reading.ts'
import type { ReadDistrict } from './district-reader.ts'
import type { Notes } from './notes.ts'
import { observationList } from './observation-list.ts'
import type { KnownPlaces } from './read-places.ts'
import type { SecondReading } from './second-reading.ts'
import { sinpadReader } from './sinpad.ts'

/** Legs that were driven, in the order of files and lines. */
export async function readLegs(second: SecondReading): Promise<readonly DrivenLeg[]> {
  const legs: DrivenLeg[] = []
  for (const file of second.of('delivery_routes'))
    await second.rows(file, (row) => {
      const parsed = parseDrivenLeg(row)
      const load = Number(row.cells['load_kg'] || 0)
      if (!parsed.ok) file.book.reject(row, parsed.faults, load)
      else {
        legs.push(parsed.value)
        file.book.accept(load)
      }
    })
  return legs
}

/** Facts of demand tables and of the register of emergencies, and how complete the register is. */
export async function readObservations(
  second: SecondReading,
  places: KnownPlaces,
  districtOf: (file: FileInHand) => ReadDistrict,
  products: readonly Product[],
  setAside: readonly string[],
  answers: Answers,
  thisMonth: Month,
  said: Notes,
): Promise<{ readonly observations: Observations; readonly registers: readonly RegisterMonth[] }> {
  const list = observationList()
  const told: Record<'demand' | 'register', FileMonths[]> = { demand: [], register: [] }
  for (const file of second.of('social_aid_demand')) {
    const { form, decisions, questions } = demandForm(file.survey, file.reading, products, answers)
    said.decisions.push(...decisions)
    said.questions.push(...questions)
    const months = fileMonths(file.book.file, file.reading, ['period', 'year', 'month'])
    told.demand.push(months)
    const counts = form.hasQuantity ? 'quantity' : 'persons'
    const large = largeQuantities(file.book.file, file.reading, counts, places.populationOf)
    const demand = demandReader(list, form, file.book, districtOf(file), places.see, months.see, large.see)
    await second.rows(file, demand.take)
    large.ask(answers, said)
    if (demand.summed > 0) said.decide(file.book.file, 'summed', '', 'added-up', { rows: demand.summed })
  }
  const sinpad = sinpadReader(list, setAside, places.see)
  for (const file of second.of('sinpad')) {
    const district = districtOf(file)
    const months = fileMonths(file.book.file, file.reading, ['date'])
    told.register.push(months)
    const large = largeEvents(file.book.file, places.populationOf)
    await second.rows(file, (row) => sinpad.take(row, file.book, district, months.see, large.see))
    large.tell(said)
    for (const [group, rows] of sinpad.setAside.get(file.book.file) ?? [])
      said.decide(file.book.file, 'set-aside', '', group, { rows })
  }
  for (const files of [told.demand, told.register]) askFarMonths(files, thisMonth, answers, said)
  const registers = sinpad.end()
  for (const month of registers) if (month.persons !== 'observed') sayMonth(month, said)
  return { observations: list.done(), registers }
}

const sayMonth = (month: RegisterMonth, said: Notes): void =>
  said.decide(month.register, 'register-month', formatMonth(month.period), month.persons, {
    events: month.events,
    rows: month.rows,
    'days-in-holes': month.daysInHoles,
    days: month.days,
    'counted-share': month.countedShare.toFixed(3),
  })
