import { existsSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { closeDuckDb } from '../adapters/duckdb.ts'
import { useGate } from '../adapters/native-gate.ts'
import { InputError } from '../model/input-error.ts'
import type { Effects } from './chain.ts'
import { forecastWith, importFiles, makePlan, runStage, undoImport } from './commands.ts'
import type { Task, TaskMessage, TaskResult } from './task.ts'

const { root, task, best, gate } = workerData as {
  readonly root: string
  readonly task: Task
  readonly best?: string
  readonly gate: Int32Array
}
useGate(gate)
const tell = (message: TaskMessage): void => parentPort?.postMessage(message)
const effects: Effects = {
  onEvent: (event) => tell({ kind: 'event', event }),
  enough: () => best !== undefined && existsSync(best),
}

async function run(): Promise<TaskResult> {
  switch (task.kind) {
    case 'import':
      return { kind: 'figures', figures: await importFiles(root, task.options, effects) }
    case 'undo-import':
      return { kind: 'figures', figures: await undoImport(root) }
    case 'stage':
      return { kind: 'figures', figures: await runStage(root, task.stage, effects) }
    case 'forecast-with':
      return { kind: 'figures', figures: await forecastWith(root, task.model, effects) }
    case 'plan':
      return { kind: 'plan', plan: await makePlan(root, effects) }
  }
}

try {
  tell({ kind: 'result', result: await run() })
} catch (error) {
  if (error instanceof InputError)
    tell({ kind: 'input-error', code: error.code, details: error.details, items: error.items })
  else tell({ kind: 'fault', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
} finally {
  await closeDuckDb()
}
