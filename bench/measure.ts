import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

const MAIN = new URL('../bin/chasqui.mjs', import.meta.url).pathname

export interface Measured {
  /** Wall clock, process start included [s]. */
  readonly seconds: number
  /** Peak resident memory [MB]: VmHWM, polled every 20 ms. */
  readonly megabytes: number
  readonly code: number | null
}

/** Runs one command of the program and measures it from outside. */
export async function measure(args: readonly string[]): Promise<Measured> {
  const began = performance.now()
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  let peak = 0
  const poll = setInterval(() => {
    try {
      const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))
      peak = Math.max(peak, Number(found?.[1] ?? 0) / 1024)
    } catch {
      // It has just ended.
    }
  }, 20)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(poll)
  return { seconds: (performance.now() - began) / 1000, megabytes: peak, code }
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
