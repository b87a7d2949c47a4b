import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PanoramaResponse } from '../../src/api/panorama.ts'
import type { WorkspaceResponse } from '../../src/api/workspace.ts'
import { count, estimate } from '../../src/messages/format.ts'
import { serve } from '../../src/server/server.ts'
import { chasqui, type DemoWorkspace, folder, plannedDemo } from '../server/demo-workspace.ts'
import { axeFaults, DESK, openBrowser, PHONE, type Watched, watchedPage } from './browser.ts'

let demo: DemoWorkspace
let server: Awaited<ReturnType<typeof serve>>
let browser: Browser
let workspace: WorkspaceResponse

beforeAll(async () => {
  // The build is kept: it must be the one that people get, not React's for developers.
  execFileSync(process.execPath, [new URL('../../scripts/build-web.mjs', import.meta.url).pathname], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  demo = await plannedDemo()
  server = await serve({ root: demo.root, port: 0, lang: 'es' })
  browser = await openBrowser()
  workspace = await api<WorkspaceResponse>('/api/workspace')
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await demo?.remove()
})

const api = async <T>(path: string): Promise<T> => (await fetch(server.url + path)).json() as Promise<T>
const panorama = (product: string) => api<PanoramaResponse>(`/api/panorama?product=${product}&level=province`)

async function open(path = '/', options: Parameters<typeof watchedPage>[2] = {}): Promise<Watched> {
  const watched = await watchedPage(browser, server.url, options)
  await watched.page.goto(server.url + path)
  await watched.page.locator('.totals').waitFor()
  return watched
}

const nationShown = (page: Page) => page.locator('.total-figure').first().textContent()
const chosenRow = (page: Page) => page.locator('.row-chosen .row-pick').textContent()
const rowOf = (page: Page, name: string) => page.locator('tbody tr').filter({ hasText: name })

for (const colorScheme of ['light', 'dark'] as const)
  for (const viewport of [DESK, PHONE])
    test(`${viewport.width} px, ${colorScheme}: no violation of policy or accessibility, no error, nothing foreign`, async () => {
      const { page, faults } = await open('/?place=200200&why=1', { colorScheme, viewport })
      await page.locator('.why-chain').waitFor()
      expect(await axeFaults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('.why-chain').waitFor({ state: 'detached' })
      expect(await axeFaults(page)).toEqual([])
      const sideways = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
      expect(sideways).toBe(false)
      expect(faults).toEqual([])
      await page.context().close()
    })

test('the product and the month on screen are those of the server', async () => {
  const { page } = await open()
  for (const product of workspace.products) {
    await page.getByLabel('Producto').selectOption(product.id)
    const { nation, places } = await panorama(product.id)
    for (const [i, { month, persons }] of nation.entries()) {
      if (i > 0) await page.getByRole('button', { name: 'Mes siguiente' }).click()
      await page.waitForURL((url) => i === 0 || url.searchParams.get('month') === month)
      await expect.poll(() => nationShown(page)).toBe(estimate(persons.mean))
      const place = places.find((p) => p.ubigeo === '200200')
      const cell = rowOf(page, 'Ayabaca').locator('td.cell-persons')
      await expect.poll(() => cell.textContent()).toBe(estimate(place?.months[i]?.mean ?? 0))
    }
    for (const _ of nation.slice(1)) await page.getByRole('button', { name: 'Mes anterior' }).click()
  }
  await page.context().close()
})

test('a row picks its circle and a circle its row, and the address keeps it over a reload', async () => {
  const { page } = await open()
  await rowOf(page, 'Ayabaca').click()
  await expect.poll(() => page.locator('#place-200200').getAttribute('aria-pressed')).toBe('true')
  const circle = await page.locator('#place-080100 circle').first().boundingBox()
  if (circle === null) throw new Error('Cusco has no circle')
  await page.mouse.click(circle.x + circle.width / 2, circle.y + circle.height / 2)
  await expect.poll(() => chosenRow(page)).toMatch(/^Cusco/)
  await page.waitForURL((url) => url.searchParams.get('place') === '080100')

  await page.reload()
  await expect.poll(() => chosenRow(page)).toMatch(/^Cusco/)
  await page.goBack()
  await expect.poll(() => chosenRow(page)).toMatch(/^Ayabaca/)
  await page.context().close()
})

test('the keyboard alone goes from the map to the reasons and back, and through the months', async () => {
  const { page } = await open('/?place=200200')
  const focused = () => page.evaluate<string>('document.activeElement?.id')
  await page.locator('#place-200200').focus()
  await page.keyboard.press('ArrowDown')
  const next = await focused()
  expect(next).toMatch(/^place-\d{6}$/)
  expect(next).not.toBe('place-200200')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => `place-${url.searchParams.get('place')}` === next)

  await page.locator('#place-200200').press('Enter')
  await page.waitForURL((url) => url.searchParams.get('place') === '200200')
  await page.getByRole('button', { name: '¿Por qué?' }).press('Enter')
  await expect.poll(focused).toBe('why-title')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate('document.activeElement?.textContent')).toBe('¿Por qué?')

  const slider = page.getByRole('slider')
  await slider.press('End')
  await page.waitForURL((url) => url.searchParams.get('month') === workspace.months.at(-1))
  await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe(String(workspace.months.length))
  await slider.press('ArrowLeft')
  await page.waitForURL((url) => url.searchParams.get('month') === workspace.months.at(-2))
  await page.context().close()
})

test('the drawer names the file and the lines of its records', async () => {
  const { page } = await open('/?place=200200&why=1')
  const why = page.locator('.why')
  await why.getByText('social_aid_demand.csv').waitFor()
  const line = Number((await why.locator('.why-records td').first().textContent())?.replace(/\D/g, ''))
  const file = await readFile(`${demo.root}/data/raw_data/social_aid_demand.csv`, 'utf8')
  expect(file.split(/\r?\n/)[line - 1]).toContain('200200')
  await page.context().close()
})

test('the filter finds names without accents, and the CSV holds the rows on screen', async () => {
  const { page } = await open()
  const { places } = await panorama(workspace.products[0]?.id ?? '')
  const inAncash = places.filter((place) => place.department === 'Áncash')
  await page.getByLabel('Filtrar por nombre o ubigeo').fill('ancash')
  await expect.poll(() => page.locator('.table-count').textContent()).toBe(count(inAncash.length))
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /CSV/ }).click(),
  ])
  const text = await readFile((await download.path()) ?? '', 'utf8')
  const lines = text.trimEnd().split('\r\n')
  expect(lines[0]).toMatch(/^\ufeffubigeo;lugar;/)
  expect(
    lines
      .slice(1)
      .map((row) => row.slice(0, 6))
      .sort(),
  ).toEqual(inAncash.map((place) => place.ubigeo))
  await page.context().close()
})

test('sorting by a column orders its rows and says so', async () => {
  const { page } = await open()
  const header = page.getByRole('columnheader', { name: /Provincia/ })
  await header.getByRole('button').click()
  await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending')
  const { places } = await panorama(workspace.products[0]?.id ?? '')
  const first = places.map((place) => place.name).sort((a, b) => a.localeCompare(b, 'es'))[0]
  await expect.poll(() => page.locator('tbody tr').first().locator('.row-pick').textContent()).toContain(first)
  await page.context().close()
})

test('English by the switch, kept over a reload', async () => {
  const { page } = await open()
  await page.getByText('EN', { exact: true }).click()
  await page.getByText('People with predicted need').waitFor()
  expect(await page.getAttribute('html', 'lang')).toBe('en')
  await page.reload()
  await page.getByRole('heading', { name: 'Predicted need', exact: true }).waitFor()
  await page.context().close()
})

test('a server that is gone leaves the last numbers and says so', async () => {
  const own = await serve({ root: demo.root, port: 0, lang: 'es' })
  const { page } = await watchedPage(browser, own.url, {})
  await page.goto(own.url)
  const before = await nationShown(page)
  await own.close()
  await page.evaluate("dispatchEvent(new Event('visibilitychange'))")
  await page.getByText('Sin conexión con el servidor').waitFor()
  expect(await nationShown(page)).toBe(before)
  await page.context().close()
})

test('an address that asks for what is not there is answered with a way out', async () => {
  const { page } = await watchedPage(browser, server.url, {})
  await page.goto(`${server.url}/?product=nada`)
  await page.getByRole('alert').waitFor()
  await page.getByRole('link', { name: 'Ver sin filtros de la dirección' }).click()
  await page.locator('.totals').waitFor()
  await page.context().close()
})

test('a browser at an address that does not exist gets a sentence and a way to the page', async () => {
  const { page } = await watchedPage(browser, server.url, {})
  const answer = await page.goto(`${server.url}/nada`)
  expect(answer?.status()).toBe(404)
  await page.getByRole('heading', { name: 'No hay nada en esta dirección' }).waitFor()
  await page.getByRole('link', { name: 'Ir al panorama' }).click()
  await page.locator('.totals').waitFor()
  await page.context().close()
})

test('a month, a place and a level that are not there are told, and can be taken from the address', async () => {
  const { page } = await open('/?month=2031-01&place=999999&level=district')
  const band = page.locator('.band').filter({ hasText: 'La dirección pide' })
  const text = await band.textContent()
  for (const part of ['el mes 2031-01', 'el lugar 999999', 'el nivel distrito']) expect(text).toContain(part)
  await band.getByRole('button').click()
  await band.waitFor({ state: 'detached' })
  await page.waitForURL((url) => url.search === '')
  await page.context().close()
})

test('a choice is cleared by Escape, by choosing it again and by a click into the sea', async () => {
  const { page } = await open('/?place=200200')
  const chosen = () => new URL(page.url()).searchParams.get('place')
  await page.locator('.row-chosen').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(chosen).toBeNull()
  await rowOf(page, 'Ayabaca').click()
  await expect.poll(chosen).toBe('200200')
  await rowOf(page, 'Ayabaca').click()
  await expect.poll(chosen).toBeNull()
  await rowOf(page, 'Ayabaca').click()
  const sea = await page.locator('.map-sea').boundingBox()
  if (sea === null) throw new Error('no map')
  await page.mouse.click(sea.x + 20, sea.y + sea.height / 2)
  await expect.poll(chosen).toBeNull()
  await page.context().close()
})

test('with the drawer open, Escape closes it and keeps the choice', async () => {
  const { page } = await open('/?place=200200&why=1')
  await page.locator('.why-chain').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.why').waitFor({ state: 'detached' })
  expect(new URL(page.url()).searchParams.get('place')).toBe('200200')
  await page.context().close()
})

test('broken settings are shown by key within seconds, and so is their mending', async () => {
  const { page } = await open()
  const path = `${demo.root}/chasqui.yaml`
  const text = await readFile(path, 'utf8')
  await writeFile(path, `${text}monhts: 33\n`)
  await page.getByText('monhts: 33').waitFor()
  await page.getByRole('alert').getByText('Los ajustes de').waitFor()
  await page.getByText('EN', { exact: true }).click()
  await page.getByText('monhts: 33 — expected').waitFor()
  await writeFile(path, text)
  await page.locator('.totals').waitFor()
  await page.context().close()
})

test('on A4 the whole country and whole rows are on one page, and so are the reasons of a number', async () => {
  const { page } = await open()
  const pages = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
  expect(pages(await page.pdf({ preferCSSPageSize: true }))).toBe(1)

  await page.emulateMedia({ media: 'print' })
  // A4 on its side, less margins of 10 mm
  await page.setViewportSize({ width: 1047, height: 718 })
  await page.evaluate("dispatchEvent(new Event('beforeprint'))")
  const rows = await page.locator('.need-table tbody tr').count()
  expect(await page.locator('.table-footer').textContent()).toContain(`Y ${count(196 - rows)} más: exportar CSV.`)
  const box = async (selector: string) => {
    const found = await page.locator(selector).last().boundingBox()
    if (found === null) throw new Error(`no ${selector}`)
    return found
  }
  const [sea, footer, row] = [await box('.map-sea'), await box('.table-footer'), await box('.need-table tbody tr')]
  expect(row.y + row.height).toBeLessThanOrEqual(footer.y)
  for (const place of ['#place-230100', '#place-160100', '#place-080100']) {
    const { x, y, width, height } = await box(place)
    expect([x >= sea.x, x + width <= sea.x + sea.width]).toEqual([true, true])
    expect([y >= sea.y, y + height <= sea.y + sea.height]).toEqual([true, true])
  }
  await page.context().close()

  const { page: why } = await open('/?place=200200&why=1')
  await why.locator('.why-records').waitFor()
  expect(pages(await why.pdf({ preferCSSPageSize: true }))).toBe(1)
  await why.context().close()
})

test('at twice the size of letters nothing is cut and nothing scrolls sideways', async () => {
  const { page } = await open('/', { viewport: { width: 720, height: 450 } })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(720)
  const select = await page.getByLabel('Producto').boundingBox()
  expect(select?.width).toBeGreaterThanOrEqual(150)
  const print = await page.locator('.top-print').boundingBox()
  expect((print?.x ?? 999) + (print?.width ?? 0)).toBeLessThanOrEqual(720)
  await page.context().close()
})

test('a country made up says so beside its name and on paper', async () => {
  const { page } = await open()
  await page.locator('.top-bar').getByText('Datos de ejemplo').waitFor()
  await page.emulateMedia({ media: 'print' })
  await page.locator('.print-foot').getByText('Datos de ejemplo').waitFor()
  await page.context().close()
})

test('an empty workspace shows what to do first', async () => {
  const empty = await folder()
  await chasqui('init', empty.root)
  const own = await serve({ root: empty.root, port: 0, lang: 'es' })
  const { page, faults } = await watchedPage(browser, own.url, {})
  await page.goto(own.url)
  await page.getByRole('heading', { name: 'Todavía no hay pronóstico' }).waitFor()
  await page.getByText('npx chasqui plan -w region').waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(faults).toEqual([])
  await page.context().close()
  await own.close()
  await empty.remove()
})
