import type { Product } from './product.ts'

/** Days of the longest month. */
const MONTH = 31

/** Counts of people are years old, and a kit made for five goes to households of three: twice the people counted is nothing strange. */
const SLACK = 2

/**
 * The most units of a product that people can be thought to need in a month: what serves twice as many all the month through, and once where a unit
 * lasts longer than a month.
 * @param population people of the place
 * @returns product's units
 */
export const mostUnits = ({ persons, days }: Pick<Product, 'persons' | 'days'>, population: number): number =>
  (SLACK * population * Math.max(1, MONTH / days)) / persons
