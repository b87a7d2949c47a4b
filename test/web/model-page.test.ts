import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JobsResponse } from '../../src/api/jobs.ts'
import type { ExperimentsResponse, ModelResponse } from '../../src/api/model.ts'
import { count, decimal, percent } from '../../src/messages/format.ts'
import { serve } from '../../src/server/server.ts'
import { chasqui, type DemoWorkspace, folder } from '../server/demo-workspace.ts'
import { takeLock } from '../../src/workspace/lock.ts'
import { inOrder } from '../../web/src/model/model-facts.ts'
import { axeFaults, DESK, openBrowser, PHONE, type Watched, watchedPage } from './browser.ts'

let demo: DemoWorkspace
let server: Awaited<ReturnType<typeof serve>>
let browser: Browser

/** Share of poor of the districts of the capitals: a quintile each. */
const POVERTY = `ubigeo;distrito;pobreza total
150101;LIMA;10
080101;CUSCO;20
210101;PUNO;30
160101;IQUITOS;35
200201;AYABACA;60
`
const params = (train: { readonly seeds: number; readonly width: number; readonly epochs: number }) =>
  writeFile(`${demo.root}/params.yaml`, JSON.stringify({ train }))
const short = { seeds: 1, width: 16, epochs: 3 }
/** So long that no machine is through before a person asks it to stop. */
const long = { seeds: 10, width: 256, epochs: 200 }

beforeAll(async () => {
  execFileSync(process.execPath, [new URL('../../scripts/build-web.mjs', import.meta.url).pathname])
  demo = await folder()
  const provinces = '150100,200200,080100,160100,210100'
  await chasqui('demo', demo.root, '--seed', '7', '--until', '2025-12', '--months', '36', '--province', provinces)
  await writeFile(`${demo.root}/data/raw_data/pobreza.csv`, POVERTY)
  await params(short)
  server = await serve({ root: demo.root, port: 0, lang: 'es' })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await demo?.remove()
})

const api = async <T>(path: string): Promise<T> => (await fetch(server.url + path)).json() as Promise<T>
async function open(options: Parameters<typeof watchedPage>[2] = {}, path = '/modelo'): Promise<Watched> {
  const watched = await watchedPage(browser, server.url, options)
  await watched.page.goto(server.url + path)
  await watched.page.locator('.page-head').waitFor()
  return watched
}
const job = (page: Page) => page.locator('.job')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter')
const waitsForEnd = { timeout: 60_000 }

test('with nothing but files, the keyboard alone makes a plan, then a model, then a plan with it', async () => {
  const { page, faults } = await open()
  await page.getByRole('heading', { name: 'Todavía no hay modelo' }).waitFor()
  expect(await page.getByRole('button', { name: 'Entrenar', exact: true }).count()).toBe(0)
  await press(page, 'Leer los datos y planificar')
  await page.getByRole('heading', { name: 'Planificando' }).waitFor()
  // The button is gone: the focus is where its work is told.
  await page.locator('.job:focus').waitFor()
  await page.getByText('Plan hecho y verificado').waitFor(waitsForEnd)
  await page.locator('.model-name').getByText('todavía no se entrena ninguna red').waitFor()
  await expect
    .poll(() => page.locator('.experiments tbody tr').allTextContents())
    .toEqual([expect.stringContaining('solo estadística')])
  await press(page, 'Cerrar')
  await job(page).waitFor({ state: 'detached' })

  await press(page, 'Entrenar')
  await page.getByText('Entrenamiento terminado').waitFor(waitsForEnd)
  await page.locator('.model-name').getByText('Todavía no se prueban').waitFor()
  const tags = () => page.locator('.experiments .member-tag').allTextContents()
  await expect.poll(tags).toEqual(['sin usar', 'en uso'])
  await press(page, 'Planificar con este modelo')
  await page.getByText('Plan hecho y verificado').waitFor(waitsForEnd)
  await expect.poll(tags).toEqual(['en uso'])
  expect(faults).toEqual([])
  await page.context().close()
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const viewport of [DESK, PHONE, { width: 360, height: 740 }])
    test(`${viewport.width} px, ${colorScheme}: no violation of policy or accessibility, no error, nothing foreign or sideways`, async () => {
      const { page, faults } = await open({ colorScheme, viewport })
      await page.locator('.experiments tbody tr').first().waitFor()
      await page.locator('.curve svg').first().waitFor()
      expect(await axeFaults(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
      expect(faults).toEqual([])
      await page.context().close()
    })

test('what is on screen is what the server read: curves, members with their weights, coverage, legs', async () => {
  const { page } = await open()
  const model = await api<ModelResponse>('/api/model')
  for (const { product, network } of model.products) {
    const figure = page.locator('figure.curve', { hasText: product.name })
    const rows = () => figure.locator('tbody tr').allTextContents()
    await expect
      .poll(rows)
      .toEqual(network?.losses.map((l) => `${l.epoch}${decimal(l.training, 3)}${decimal(l.validation, 3)}`))
    expect(await figure.locator('.curve-best-name').textContent()).toBe(`mejor: ${network?.best}`)
  }
  const combined = model.products.find((p) => p.members.some((m) => m.chosen && m.kind === 'combination'))
  for (const shown of [model.products[0], combined]) {
    if (shown === undefined) continue
    await page.getByLabel('Producto').selectOption(shown.product.id)
    await page.locator('.weights').getByText(shown.product.name, { exact: true }).waitFor()
    const members = inOrder(shown.members)
    const cells = await page.locator('.weights tbody tr td:nth-child(2)').allTextContents()
    expect(cells).toEqual(members.map((m) => decimal(m.loss, 2)))
    const weights = await page.locator('.weights tbody td.weight').allTextContents()
    const expected = members.flatMap((m) => model.classes.map((_, k) => m.weights?.[k]))
    const told = (w: number | undefined): string => (w === undefined ? '–' : w === 0 ? '0' : percent(w))
    expect(weights).toEqual(shown === combined ? expected.map(told) : weights)
    expect(await page.locator('.coverage-plot tbody tr').count()).toBe(shown.coverage.length)
    expect(shown.coverage.filter((c) => c.by === 'poverty-quintile')).toHaveLength(5)
    for (const { name, coverage80, cells: n } of shown.coverage.filter((c) => c.by === 'department'))
      await page.getByRole('row', { name: `${name} ${percent(coverage80)} ${count(n)}` }).waitFor()
  }
  const legs = page.locator('.legs tbody tr', { hasText: 'Red' })
  expect(await legs.locator('td').first().textContent()).toContain(decimal(model.legs?.driven.network.maeMin ?? 0, 1))
  await page.context().close()
})

test('a training is seen by two browsers and over a reload, and cancelled by the other one', async () => {
  await params(long)
  const { page, faults } = await open()
  const other = await open({ viewport: PHONE })
  await press(page, 'Entrenar otra vez')
  await job(page)
    .getByText(/época \d/)
    .waitFor(waitsForEnd)
  await page.reload()
  await job(page)
    .getByText(/época \d/)
    .waitFor(waitsForEnd)
  await job(other.page)
    .getByText(/época \d/)
    .waitFor(waitsForEnd)
  await page.getByRole('button', { name: 'Entrenar otra vez' }).waitFor({ state: 'detached' })
  expect(await axeFaults(page)).toEqual([])
  expect(await axeFaults(other.page)).toEqual([])
  const before = await api<ModelResponse>('/api/model')
  await press(other.page, 'Cancelar')
  await page.getByText('Cancelado: nada cambió.').waitFor(waitsForEnd)
  await other.page.getByText('Cancelado: nada cambió.').waitFor(waitsForEnd)
  expect(await api<ModelResponse>('/api/model')).toEqual(before)
  expect([...faults, ...other.faults]).toEqual([])
  await other.page.context().close()
  await page.context().close()
})

test('the best so far ends a long training, and the page says that it was cut short', async () => {
  await params(long)
  const { page } = await open()
  await press(page, 'Entrenar otra vez')
  await job(page)
    .getByText(/época \d/)
    .waitFor(waitsForEnd)
  await press(page, 'Quedarse con lo mejor hasta ahora')
  await page.getByText('Entrenamiento terminado').waitFor(waitsForEnd)
  await page.getByText('Entrenamiento acortado.').waitFor()
  await page.context().close()
})

test('what makes a training fail is told with its sentence, and a held workspace with who holds it', async () => {
  const { page } = await open()
  await writeFile(`${demo.root}/params.yaml`, 'train: {width: 1}\n')
  const answer = await fetch(`${server.url}/api/jobs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"command":"train"}',
  })
  expect(answer.status).toBe(202)
  await expect.poll(async () => (await api<JobsResponse>('/api/jobs')).jobs[0]?.state).toBe('failed')
  await params(short)
  await page.getByRole('alert').getByText('No se pudo terminar').waitFor()
  await page.getByRole('alert').getByText('4 … 512').waitFor()
  await press(page, 'Cerrar')

  await page.getByRole('alert').waitFor({ state: 'detached' })

  const lock = await takeLock(demo.root, 'plan')
  await press(page, 'Entrenar otra vez')
  await page.getByRole('alert').getByText(`chasqui plan (proceso ${process.pid})`).waitFor()
  lock.release()
  await page.context().close()
})

test('experiments sort by any column and leave as CSV with every measure', async () => {
  const { page } = await open()
  const { experiments } = await api<ExperimentsResponse>('/api/experiments')
  const rows = page.locator('.experiments tbody tr')
  await rows.first().waitFor()
  await expect.poll(() => rows.count()).toBe(experiments.length)
  await page.getByLabel('Medida').selectOption('coverage80')
  const header = page.locator('.experiments thead th.cell-number').first()
  await header.getByRole('button').press('Enter')
  await expect.poll(() => header.getAttribute('aria-sort')).not.toBe('none')
  const values = (await page.locator('.experiments tbody tr td.cell-number:nth-child(5)').allTextContents())
    .filter((text) => text !== '–')
    .map((text) => Number.parseInt(text, 10))
  const rising = (await header.getAttribute('aria-sort')) === 'ascending'
  expect(values).toEqual(values.toSorted((a, b) => (rising ? a - b : b - a)))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Descargar los experimentos como CSV' }).click(),
  ])
  const lines = (await readFile((await download.path()) ?? '', 'utf8')).trimEnd().split('\r\n')
  expect(lines).toHaveLength(1 + experiments.length)
  expect(lines[0]).toContain('combination')
  await page.context().close()
})

test('English by the switch; the rail leads here from Panorama, which does not load this page before', async () => {
  const { page } = await watchedPage(browser, server.url, {})
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await page.goto(server.url)
  await page.locator('.totals').waitFor()
  expect(loaded.filter((url) => url.includes('model-page'))).toEqual([])
  await page.getByRole('link', { name: 'Modelo' }).press('Enter')
  await page.locator('.page-head').waitFor()
  expect(new URL(page.url()).pathname).toBe('/modelo')
  await page.getByText('EN', { exact: true }).click()
  for (const name of ['Learning curves', 'Members and their weight', 'Experiments', 'Travel times'])
    await page.getByRole('heading', { name, exact: true }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.context().close()
})
