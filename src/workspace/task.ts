import { Worker } from 'node:worker_threads'
import { closeGate, newGate } from '../adapters/native-gate.ts'
import { type Details, type InputCode, InputError } from '../model/input-error.ts'
import type { StageEvent } from './chain.ts'
import type { ImportOptions, PlanResult } from './commands.ts'
import { recover } from './journal.ts'
import { lockOfThread } from './lock.ts'
import type { StageName } from './stage.ts'

/** A command that writes the workspace. */
export type Task =
  | { readonly kind: 'import'; readonly options: ImportOptions }
  | { readonly kind: 'undo-import' }
  | { readonly kind: 'stage'; readonly stage: Exclude<StageName, 'import'> }
  | { readonly kind: 'forecast-with'; readonly model: string }
  | { readonly kind: 'plan' }

export type TaskResult =
  | { readonly kind: 'figures'; readonly figures: Details }
  | { readonly kind: 'plan'; readonly plan: PlanResult }

type TaskEnd =
  | { readonly kind: 'done'; readonly result: TaskResult }
  | { readonly kind: 'cancelled' }
  /** Cancelled when the change was already written down: it was finished instead. */
  | { readonly kind: 'finished-anyway' }

export interface RunningTask {
  /** @throws InputError, or what went wrong on our side */
  readonly end: Promise<TaskEnd>
  cancel(): void
}

/** What the worker tells. Errors cross threads as data. */
export type TaskMessage =
  | { readonly kind: 'event'; readonly event: StageEvent }
  | { readonly kind: 'result'; readonly result: TaskResult }
  | {
      readonly kind: 'input-error'
      readonly code: InputCode
      readonly details: Details
      readonly items: readonly object[]
    }
  | { readonly kind: 'fault'; readonly stack: string }

/**
 * Runs a task in a thread of its own, so that this one hears Ctrl-C while numbers are crunched there.
 * Cancelled, the workspace is as it was.
 * @param best path of a file that asks for the best so far, once it is there
 */
export function startTask(root: string, task: Task, onEvent: (event: StageEvent) => void, best?: string): RunningTask {
  const gate = newGate()
  const worker = new Worker(new URL(`./task-worker${import.meta.url.slice(-3)}`, import.meta.url), {
    workerData: { root, task, best, gate },
  })
  let cancelled = false
  const end = new Promise<TaskEnd>((resolve, reject) => {
    let last: TaskMessage | undefined
    worker.on('message', (message: TaskMessage) => {
      if (message.kind === 'event') onEvent(message.event)
      else last = message
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      if (last?.kind === 'result') resolve({ kind: 'done', result: last.result })
      else if (last?.kind === 'input-error') reject(new InputError(last.code, last.details, last.items))
      else if (last?.kind === 'fault') reject(new Error(last.stack))
      else if (cancelled) resolve(cleared(root))
      else reject(new Error('the worker ended without a result'))
    })
  })
  return {
    end,
    cancel: () => {
      cancelled = true
      void closeGate(gate).then(() => worker.terminate())
    },
  }
}

async function cleared(root: string): Promise<TaskEnd> {
  const lock = lockOfThread(root)
  if (lock === undefined) return { kind: 'cancelled' }
  try {
    return { kind: (await recover(root)) ? 'finished-anyway' : 'cancelled' }
  } finally {
    lock.release()
  }
}
