import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WorkspaceResponse } from '../../src/api/workspace.ts'
import { serve } from '../../src/server/server.ts'
import { chasqui, type DemoWorkspace, folder } from '../server/demo-workspace.ts'
import { axeFaults, openBrowser, PHONE, type Watched, watchedPage } from './browser.ts'

let demo: DemoWorkspace
let server: Awaited<ReturnType<typeof serve>>
let browser: Browser

beforeAll(async () => {
  execFileSync(process.execPath, [new URL('../../scripts/build-web.mjs', import.meta.url).pathname])
  demo = await folder()
  const provinces = '150100,200200,080100,160100'
  await chasqui('demo', demo.root, '--seed', '7', '--until', '2025-12', '--months', '36', '--province', provinces)
  server = await serve({ root: demo.root, port: 0, lang: 'es' })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await demo?.remove()
})

const planInUse = async () =>
  ((await (await fetch(`${server.url}/api/workspace`)).json()) as WorkspaceResponse).plan ?? ''
async function open(path: string, options: Parameters<typeof watchedPage>[2] = {}): Promise<Watched> {
  const watched = await watchedPage(browser, server.url, options)
  await watched.page.goto(server.url + path)
  return watched
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter')
const stale = (page: Page) => page.locator('.band-stale')
const sideways = (page: Page) => page.evaluate('document.documentElement.scrollWidth > innerWidth')
const change = async (from: string, to: string) => {
  const path = `${demo.root}/chasqui.yaml`
  await writeFile(path, (await readFile(path, 'utf8')).replace(from, to))
}
const waitsForEnd = { timeout: 60_000 }

test('with files alone, the keyboard makes the first plan where the forecast will be, and the focus follows', async () => {
  const { page, faults } = await open('/pronostico')
  await page.getByRole('heading', { name: 'Todavía no hay pronóstico' }).waitFor()
  await page.getByText(/npx chasqui plan -w/).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await press(page, 'Leer los datos y planificar')
  await page.getByRole('heading', { name: 'Planificando' }).waitFor()
  await page.locator('.job:focus').waitFor()
  await page.getByRole('button', { name: 'Leer los datos y planificar' }).waitFor({ state: 'detached' })
  await page.getByText('Plan hecho y verificado.').waitFor(waitsForEnd)
  await page.locator('.fan svg').waitFor()
  await page.locator('.job:focus').waitFor()
  await press(page, 'Cerrar')
  await page.locator('.job').waitFor({ state: 'detached' })
  expect(faults).toEqual([])
  await page.context().close()
})

for (const [path, ready, options, seed] of [
  ['/pronostico', '.fan svg', {}, 2],
  ['/', '.totals', { viewport: PHONE }, 3],
] as const)
  test(`${path}: a plan that the settings have left behind is made anew from its band`, async () => {
    const { page, faults } = await open(path, options)
    await page.locator(ready).waitFor()
    const before = await planInUse()
    await change(`seed: ${seed - 1}`, `seed: ${seed}`)
    await stale(page)
      .getByText(/npx chasqui plan -w/)
      .waitFor(waitsForEnd)
    expect(await axeFaults(page)).toEqual([])
    await expect.poll(() => sideways(page)).toBe(false)
    await press(page, 'Planificar de nuevo')
    await page.locator('.job:focus').waitFor()
    await page.getByText('Plan hecho y verificado.').waitFor(waitsForEnd)
    await page.locator('.job:focus').waitFor()
    await stale(page).waitFor({ state: 'detached' })
    expect(await planInUse()).not.toBe(before)
    await page.locator(ready).waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  })

test('work that was begun elsewhere is told on these pages too, takes the button meanwhile, and is cancelled', async () => {
  // So long that no machine is through before a person asks it to stop.
  await writeFile(`${demo.root}/params.yaml`, 'train: {seeds: 10, width: 256, epochs: 200}\n')
  await change('rule: proportional', 'rule: least-cost')
  const desk = await open('/pronostico')
  const phone = await open('/', { viewport: PHONE })
  for (const { page } of [desk, phone])
    await page.getByRole('button', { name: 'Planificar de nuevo' }).waitFor(waitsForEnd)
  const { status } = await fetch(`${server.url}/api/jobs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"command":"train"}',
  })
  expect(status).toBe(202)
  for (const { page } of [desk, phone]) {
    await page.getByRole('heading', { name: 'Entrenando' }).waitFor(waitsForEnd)
    await page.getByRole('button', { name: 'Planificar de nuevo' }).waitFor({ state: 'detached' })
    expect(await axeFaults(page)).toEqual([])
    await expect.poll(() => sideways(page)).toBe(false)
  }
  await press(phone.page, 'Cancelar')
  for (const { page } of [desk, phone]) {
    await page.getByText('Cancelado: nada cambió.').waitFor(waitsForEnd)
    await page.getByRole('button', { name: 'Planificar de nuevo' }).waitFor()
  }
  expect([...desk.faults, ...phone.faults]).toEqual([])
  await desk.page.context().close()
  await phone.page.context().close()
})

test('English: the band, the work and its end', async () => {
  const { page } = await open('/pronostico')
  await page.getByText('EN', { exact: true }).click()
  await stale(page).getByText('Stale.').waitFor(waitsForEnd)
  await press(page, 'Plan again')
  await page.getByText('The plan is made and verified.').waitFor(waitsForEnd)
  await stale(page).waitFor({ state: 'detached' })
  await page.context().close()
})
