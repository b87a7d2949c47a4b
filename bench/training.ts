/**
 * The national panel (1,891 districts × 4 products): time and memory of training its networks, of trying all methods on the past, and of a forecast from
 * the stored networks; one run each, process start included.
 * `CHASQUI_DATA` names the folder with the real files. Usage: node bench/training.ts [workspace to keep]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure } from './measure.ts'
import { nationalWorkspace } from './national.ts'

const TARGETS = {
  import: '4 s',
  prepare: '',
  train: '600 s, 2,500 MB',
  backtest: '',
  forecast: '60 s',
  plan: '180 s, 2,000 MB',
}

const data = process.env['CHASQUI_DATA']
if (data === undefined) throw new Error('CHASQUI_DATA names no folder')
const [kept] = process.argv.slice(2)
const scratch = mkdtempSync(join(tmpdir(), 'chasqui-bench-'))
const root = kept ?? join(scratch, 'w')
try {
  nationalWorkspace(root, data)
  console.log('| command | wall [s] | processor [s] | peak [MB] | target |\n|---|---|---|---|---|')
  for (const [command, target] of Object.entries(TARGETS)) {
    const { code, seconds, processor, megabytes } = await measure([command, '-w', root])
    if (code !== 0) throw new Error(`${command} ended with ${code}`)
    const asked = target === '' ? '' : `≤ ${target}`
    console.log(
      `| ${command} | ${seconds.toFixed(1)} | ${processor.toFixed(1)} | ${Math.round(megabytes)} | ${asked} |`,
    )
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
