import { resolve } from 'node:path'
import { InputError } from '../model/input-error.ts'
import { type Job, openJob } from '../workspace/job.ts'
import { startTask, type Task, type TaskResult } from '../workspace/task.ts'
import type { Context } from './context.ts'
import type { WritingFlags } from './flags.ts'
import { talkOn } from './talk.ts'
import { tellTrouble } from './trouble.ts'

const INTERRUPTED = 130

/**
 * Runs a task with progress, Ctrl-C and, where asked, a job file.
 * @param told what to say when it is done
 */
export async function runWriting(
  context: Context,
  flags: WritingFlags,
  task: Task,
  told: (result: TaskResult) => string | undefined,
): Promise<void> {
  const root = resolve(flags.workspace)
  const talk = talkOn(context)
  let job: Job | undefined
  let result: object
  try {
    job = flags.job === undefined ? undefined : openJob(root, flags.job, task.kind === 'stage' ? task.stage : task.kind)
    result = await follow(context, root, task, talk, job, told)
  } catch (error) {
    result = tellTrouble(context, error)
  }
  if (flags.json) context.process.stdout.write(`${JSON.stringify(result)}\n`)
  job?.append({ kind: 'ended', exitCode: context.exitCode, result })
}

async function follow(
  context: Context,
  root: string,
  task: Task,
  talk: ReturnType<typeof talkOn>,
  job: Job | undefined,
  told: (result: TaskResult) => string | undefined,
): Promise<object> {
  let committing = false
  const running = startTask(
    root,
    task,
    (event) => {
      committing ||= event.kind === 'commit'
      talk.stage(event)
      job?.append(event)
    },
    job?.best,
  )
  const stop = (): void => {
    if (!committing) running.cancel()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    const end = await running.end
    if (end.kind === 'cancelled') {
      talk.line(context.texts.interrupted)
      context.exitCode = INTERRUPTED
      return { interrupted: true }
    }
    if (end.kind === 'finished-anyway') {
      talk.line(context.texts.finishedAnyway)
      return { finished: true }
    }
    const sentence = told(end.result)
    if (sentence !== undefined) talk.line(sentence)
    return end.result.kind === 'plan' ? end.result.plan : end.result.figures
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}

/** A flag's text as a whole number. */
export function wholeNumber(flag: string, value: string, least: number, most: number): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < least || number > most) throw new InputError('arguments', { flag, value })
  return number
}
