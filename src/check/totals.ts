import { formatMonth, type Month } from '../model/month.ts'
import type { Plan } from '../model/plan.ts'
import { key } from './book.ts'
import type { Report } from './violation.ts'

interface Sum {
  readonly where: string
  need: number
  granted: number
}

/** A place, its province, its department and the nation, each once. */
function upwards(code: string): readonly string[] {
  return [...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`, '000000'])]
}

/** The totals of every node, and those per product, add up what the places need and get. */
export function checkTotals(plan: Plan, report: Report): void {
  const nodes = new Map<string, Sum>()
  const add = (of: { ubigeo: string; product: string; period: Month }, need: number, granted: number): void => {
    for (const code of upwards(of.ubigeo)) {
      const name = key(code, of.product, of.period)
      const where = `ubigeo ${code} ${of.product} ${formatMonth(of.period)}`
      const node = nodes.get(name) ?? { where, need: 0, granted: 0 }
      node.need += need
      node.granted += granted
      nodes.set(name, node)
    }
  }
  for (const need of plan.needs) add(need, need.packs, 0)
  for (const grant of plan.allocation.grants) add(grant, 0, grant.packs)

  const told = new Set<string>()
  for (const total of plan.totals) {
    const name = key(total.ubigeo, total.product, total.period)
    const where = `ubigeo ${total.ubigeo} ${total.product} ${formatMonth(total.period)}`
    if (told.has(name)) report('hierarchy-sum', where, 'one row', 'several')
    told.add(name)
    const { need, granted } = nodes.get(name) ?? { need: 0, granted: 0 }
    if (total.need !== need || total.granted !== granted) {
      report('hierarchy-sum', where, `need ${need} granted ${granted}`, `need ${total.need} granted ${total.granted}`)
    }
  }
  for (const [name, { where, need, granted }] of nodes) {
    if (told.has(name) || (need === 0 && granted === 0)) continue
    report('hierarchy-sum', where, `need ${need} granted ${granted}`, 'none')
  }
  checkCoverage(plan, report)
}

function checkCoverage(plan: Plan, report: Report): void {
  const products = new Map<string, Sum>()
  const sumOf = (product: string): Sum => {
    const sum = products.get(product) ?? { where: `product ${product}`, need: 0, granted: 0 }
    products.set(product, sum)
    return sum
  }
  for (const need of plan.needs) sumOf(need.product).need += need.packs
  for (const grant of plan.allocation.grants) sumOf(grant.product).granted += grant.packs

  const told = new Set<string>()
  for (const row of plan.coverage) {
    const { where, need, granted } = sumOf(row.product)
    if (told.has(row.product)) report('coverage', where, 'one row', 'several')
    told.add(row.product)
    if (row.need !== need || row.granted !== granted) {
      report('coverage', where, `need ${need} granted ${granted}`, `need ${row.need} granted ${row.granted}`)
    }
    if (!(row.expectedShare >= 0 && row.expectedShare <= 1)) report('coverage', where, '0 – 1', row.expectedShare)
    else if (granted === 0 && need > 0 && row.expectedShare === 1) report('coverage', where, '< 1', row.expectedShare)
  }
  for (const [product, { where, need, granted }] of products) {
    if (!told.has(product) && (need > 0 || granted > 0)) {
      report('coverage', where, `need ${need} granted ${granted}`, 'none')
    }
  }
}
