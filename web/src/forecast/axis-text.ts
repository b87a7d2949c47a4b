import { count } from '../../../src/messages/format.ts'
import type { Messages } from '../../../src/messages/page-es.ts'

/** A round number on an axis: `5,000`, and from a hundred thousand on `250 mil`, `1.5 mill.`: it stands in a narrow margin. */
export function axisText(tick: number, t: Messages): string {
  if (tick >= 1e6) return t.slider.million(String(tick / 1e6))
  return tick >= 1e5 ? t.slider.thousand(String(tick / 1000)) : count(tick)
}
