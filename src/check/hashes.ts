import type { Plan } from '../model/plan.ts'
import type { Report } from './violation.ts'

/** The files that the plan names are the ones it was made from. */
export function checkHashes(plan: Plan, hashes: ReadonlyMap<string, string | undefined>, report: Report): void {
  for (const { path, sha256 } of plan.inputs) {
    const now = hashes.get(path)
    if (hashes.has(path) && now !== sha256) report('hash', path, sha256, now ?? 'the file is gone')
  }
}
