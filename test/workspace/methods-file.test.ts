import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { drawForecast, forecast } from '../../src/forecast/forecast.ts'
import { negativeBinomial, seedFor, stream } from '../../src/kernel/random.ts'
import { methodsText, readMethods } from '../../src/workspace/methods-file.ts'
import { after, panelOf } from '../forecast/panels.ts'

const series = (code: string, mean: number): number[] => {
  const random = stream(seedFor(5, code))
  return Array.from({ length: 60 }, (_, t) =>
    negativeBinomial(random, mean * (1 + 0.8 * Math.sin((2 * Math.PI * t) / 12)), 2),
  )
}

test('a forecast by methods read from a file is that of the methods that were written: weights, calibration and sums', async () => {
  const codes = ['010101', '010102', '010201', '010202', '020101', '020102', '020201', '020202']
  const panel = panelOf(Object.fromEntries(codes.map((code, i) => [`${code} p`, series(code, 2 + 3 * i)])))
  const window = after(panel)
  const made = forecast({ panel, window, seed: 1 })
  expect(made.methods.get('p')?.agreement).toBeDefined()
  const folder = mkdtempSync(join(tmpdir(), 'chasqui-methods-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'methods.json')
  for (const way of ['bottom-up', 'wls-variance', 'mint-shrink', 'level-conditional'] as const) {
    const methods = new Map(
      [...made.methods].map(([product, method]) => {
        const { agreement } = method
        if (agreement === undefined) throw new Error('sums were tested')
        const nodes = 8 + 4 + 2 + 1
        const variances = Float64Array.from({ length: nodes }, (_, i) => (i === 3 ? Infinity : 1 + i))
        const errors = Float64Array.from({ length: 20 * nodes }, (_, i) => (i % 7 === 0 ? Number.NaN : Math.sin(i * i)))
        return [product, { ...method, agreement: { ...agreement, way, variances, errors } }]
      }),
    )
    writeFileSync(path, methodsText(methods))
    const read = await readMethods(path)
    expect(drawForecast({ panel, window, seed: 1, methods: read })).toEqual(
      drawForecast({ panel, window, seed: 1, methods }),
    )
  }
})
