import { demo } from '../../src/demo/demo.ts'
import { departments } from '../../src/gazetteer/department.ts'
import { provinces } from '../../src/gazetteer/provinces.ts'
import { parseDrivenLeg } from '../../src/model/distance.ts'
import { monthOf } from '../../src/model/month.ts'
import { nodeFinder } from '../../src/model/node.ts'
import type { Row } from '../../src/model/row.ts'
import type { LearnInput } from '../../src/route/leg-time/learn.ts'
import { demoCountry } from './demo-country.ts'

/** Two years of legs of the demo country of a seed, and what is known of their ends and vehicles. */
export function demoLegs(seed: number): Omit<LearnInput, 'seed'> {
  const text = demo({ seed, until: monthOf(2025, 12), months: 12, departments, provinces }).find(
    (file) => file.name === 'delivery_routes.csv',
  )!.text
  const [head = '', ...lines] = text.slice(1).split('\r\n').slice(0, -1)
  const columns = head.split(';')
  const legs = lines.map((line, i) => {
    const cells = line.split(';')
    const row: Row = {
      file: 'demo',
      line: i + 2,
      cells: Object.fromEntries(columns.map((c, k) => [c, cells[k] ?? ''])),
    }
    const parsed = parseDrivenLeg(row)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
    return parsed.value
  })
  const { vehicleTypes, depots, points, places } = demoCountry(100, seed)
  return { legs, vehicleTypes, nodeOf: nodeFinder({ depots, points, places }) }
}
