import { isNetwork } from '../model/forecast.ts'
import { lossOf, type Tally } from './backtest.ts'

/** A network that is better by less than a hundredth than a method anyone can look into is so by chance as likely as not. */
const EARNED = 1.01

/** The member of least loss, the first of equals; a network only where it earns its place. */
export function bestOf(tallies: readonly Tally[]): Tally {
  const cost = (tally: Tally): number => lossOf(tally) * (isNetwork(tally.member.name) ? EARNED : 1)
  return tallies.reduce((best, tally) => (cost(tally) < cost(best) ? tally : best))
}
