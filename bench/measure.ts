import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

const MAIN = new URL('../bin/chasqui.mjs', import.meta.url).pathname

/** Ticks of the kernel's clock in a second, on Linux. */
const TICKS = 100

export interface Measured {
  /** Wall clock, process start included [s]. */
  readonly seconds: number
  /** Time of all its threads on processors [s], to the last poll. */
  readonly processor: number
  /** Peak resident memory [MB]: VmHWM, polled every 20 ms. */
  readonly megabytes: number
  readonly code: number | null
}

/** Runs one command of the program and measures it from outside. */
export async function measure(args: readonly string[]): Promise<Measured> {
  const began = performance.now()
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  let peak = 0
  let ticks = 0
  const poll = setInterval(() => {
    try {
      const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))
      peak = Math.max(peak, Number(found?.[1] ?? 0) / 1024)
      // After the name in parentheses: state is the third field, user and system time the fourteenth and fifteenth.
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      ticks = Math.max(ticks, Number(fields[11] ?? 0) + Number(fields[12] ?? 0))
    } catch {
      // It has just ended.
    }
  }, 20)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(poll)
  return { seconds: (performance.now() - began) / 1000, processor: ticks / TICKS, megabytes: peak, code }
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
