import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { query } from '../../src/adapters/duckdb.ts'
import type { ForecastResponse, NodesResponse } from '../../src/api/forecast.ts'
import type { WorkspaceResponse } from '../../src/api/workspace.ts'
import { chance, count, decimal, estimate, range } from '../../src/messages/format.ts'
import { serve } from '../../src/server/server.ts'
import { type DemoWorkspace, plannedDemo } from '../server/demo-workspace.ts'
import { axeFaults, DESK, openBrowser, PHONE, type Watched, watchedPage } from './browser.ts'

let demo: DemoWorkspace
let server: Awaited<ReturnType<typeof serve>>
let browser: Browser
let workspace: WorkspaceResponse

beforeAll(async () => {
  execFileSync(process.execPath, [new URL('../../scripts/build-web.mjs', import.meta.url).pathname])
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
const forecastOf = (ubigeo: string, product: string) =>
  api<ForecastResponse>(`/api/forecast/${ubigeo}?product=${product}`)
const table = (name: string) => `read_parquet('${demo.root}/data/preprocessed_data/${name}.parquet')`

async function open(path = '/pronostico', options: Parameters<typeof watchedPage>[2] = {}): Promise<Watched> {
  const watched = await watchedPage(browser, server.url, options)
  await watched.page.goto(server.url + path)
  await watched.page.locator('.fan svg').waitFor()
  return watched
}

const titled = (page: Page, name: RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const focused = (page: Page, of: 'id' | 'textContent') =>
  expect.poll(() => page.evaluate<string>(`document.activeElement?.${of}`))
const place = (page: Page) => new URL(page.url()).searchParams.get('place')

for (const colorScheme of ['light', 'dark'] as const)
  for (const viewport of [DESK, PHONE])
    test(`${viewport.width} px, ${colorScheme}: no violation of policy or accessibility, no error, nothing foreign`, async () => {
      const { page, faults } = await open('/pronostico?place=200200', { colorScheme, viewport })
      await page.locator('details').first().locator('summary').click()
      expect(await axeFaults(page)).toEqual([])
      await page.getByRole('button', { name: 'De dónde sale' }).click()
      await page.locator('.why-chain').waitFor()
      expect(await axeFaults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('.why-chain').waitFor({ state: 'detached' })
      const sideways = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
      expect(sideways).toBe(false)
      expect(faults).toEqual([])
      await page.context().close()
    })

test('the months on screen are those of the server, and the server’s are those of the Parquet, at every node', async () => {
  const { page } = await open()
  const { nodes } = await api<NodesResponse>('/api/nodes')
  const product = workspace.products[0]
  if (product === undefined) throw new Error('the demo has products')
  for (const { ubigeo, name } of nodes) {
    const { months, levels, history } = await forecastOf(ubigeo, product.id)
    const stored = await query(
      `SELECT * FROM ${table('forecast')} WHERE ubigeo = '${ubigeo}' AND product = '${product.id}' ORDER BY period`,
    )
    expect(months.map((m) => m.mean)).toEqual(stored.map((row) => Number(row['mean']) * product.persons))
    expect(months.map((m) => m.quantiles)).toEqual(
      stored.map((row) => levels.map((level) => Number(row[`q${level}`]) * product.persons)),
    )
    await page.goto(`${server.url}/pronostico?place=${ubigeo}`)
    const rows = page.locator('.months-table tbody tr')
    await page.getByRole('heading', { level: 1, name }).waitFor()
    for (const [i, month] of months.entries()) {
      const at = (level: number) => estimate(month.quantiles[levels.indexOf(level)] ?? Number.NaN)
      const cells = rows.nth(i).locator('td')
      await expect
        .poll(async () => (await cells.allTextContents()).slice(0, 8))
        .toEqual([
          estimate(month.mean),
          at(0.5),
          range(at(0.25), at(0.75)),
          range(at(0.1), at(0.9)),
          range(at(0.025), at(0.975)),
          chance(
            month.positive,
            history.some(({ persons }) => persons > 0),
          ),
          count(month.supply?.need ?? Number.NaN),
          count(month.supply?.granted ?? Number.NaN),
        ])
    }
  }
  await page.context().close()
})

test('the calibration strip shows every past forecast of the Parquet, misses as crosses', async () => {
  const product = workspace.products[0]?.id ?? ''
  const { page } = await open(`/pronostico?place=200200&product=${product}`)
  for (const ahead of [1, 2, 3]) {
    const rows = await query(
      `SELECT actual, actual >= "q0.1" AND actual <= "q0.9" AS inside FROM ${table('backtest')}
       WHERE ubigeo = '200200' AND product = '${product}' AND datediff('month', origin, period) = ${ahead - 1}`,
    )
    expect(rows).toHaveLength(12)
    const inside = rows.filter((row) => row['inside'] === true).length
    const panel = page.locator('section', { has: page.getByRole('heading', { name: 'Cómo acertó' }) })
    await panel
      .locator('.past-leads label')
      .filter({ hasText: String(ahead) })
      .click()
    await panel.getByText(`${inside} de 12 dentro`, { exact: true }).waitFor()
    await expect.poll(() => panel.locator('.bars-picture .past-miss').count()).toBe(12 - inside)
    await expect.poll(() => panel.locator('.dot-came').count()).toBe(inside)
  }
  await page.context().close()
})

test('history on screen is what was recorded: hollow dots for the months of zero', async () => {
  const { history, product } = await forecastOf('200200', workspace.products.at(-1)?.id ?? '')
  const { page } = await open(`/pronostico?place=200200&product=${product.id}`)
  await page.locator('.fan .segments').getByText('Todo').click()
  const first = history[0]?.month.slice(5)
  const observed = history.filter((month) => month.status === 'observed')
  // The month on screen is the first of the forecast: January, as is that of the history.
  const zeros = observed.filter((month) => month.persons === 0 && month.month.slice(5) !== first)
  await expect.poll(() => page.locator('.fan .dot-zero').count()).toBe(zeros.length)
  const cells = page.locator('.fan .only-read-aloud td')
  await expect.poll(() => cells.allTextContents()).toEqual(observed.map((month) => count(month.persons)))
  await page.context().close()
})

test('what was counted is told exactly in every panel, and no name or column is cut on a desk', async () => {
  const product = workspace.products[0]?.id ?? ''
  const { history } = await forecastOf('000000', product)
  const januaries = history.filter(({ month, status }) => month.endsWith('-01') && status === 'observed')
  const greatest = count(Math.max(...januaries.map((month) => month.persons)))
  const { page } = await open(`/pronostico?product=${product}&month=2026-01`)
  await expect.poll(() => page.locator('.bars-panel .only-read-aloud td').allTextContents()).toContain(greatest)
  await page.locator('.why-rows tr', { hasText: 'El mayor enero' }).getByText(greatest, { exact: true }).waitFor()
  const beyond = (of: string) => page.evaluate<number>(`(${of}).scrollWidth - (${of}).clientWidth`)
  const fits = (selector: string) => expect.poll(() => beyond(`document.querySelector('${selector}')`)).toBe(0)
  await fits('.months-scroll')
  await fits('.top-bar')
  await page.context().close()
})

test('members stand by loss, the two yardsticks at the end', async () => {
  const { members, product } = await forecastOf('000000', workspace.products[0]?.id ?? '')
  const { page } = await open(`/pronostico?product=${product.id}`)
  const shown = () => page.locator('.members td.members-loss').allTextContents()
  const last = (method: string) => method === 'zero' || method === 'seasonal-naive'
  const expected = [...members.filter((m) => !last(m.method)), ...members.filter((m) => last(m.method))]
  await expect.poll(shown).toEqual(expected.map((m) => decimal(m.loss, 2)))
  expect(await page.locator('.member-chosen').count()).toBe(1)
  await page.context().close()
})

test('the keyboard alone goes down the hierarchy, up again, to another place and through the months', async () => {
  const { page } = await open()
  await page.getByLabel('Bajar un nivel').selectOption({ label: 'Piura' })
  await page.waitForURL((url) => url.searchParams.get('place') === '200000')
  await page.getByLabel('Bajar un nivel').selectOption({ label: 'Ayabaca' })
  await page.waitForURL((url) => url.searchParams.get('place') === '200200')
  await page.getByRole('navigation', { name: 'Lugar' }).getByRole('link', { name: 'Piura' }).press('Enter')
  await page.waitForURL((url) => url.searchParams.get('place') === '200000')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('cusco')
  await page.getByRole('listbox').getByRole('option').first().waitFor()
  // The department is first, the province second.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.searchParams.get('place') === '080100')

  const slider = page.getByRole('slider')
  await slider.press('End')
  await page.waitForURL((url) => url.searchParams.get('month') === workspace.months.at(-1))
  await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe(String(workspace.months.length))
  await slider.press('ArrowLeft')
  await page.waitForURL((url) => url.searchParams.get('month') === workspace.months.at(-2))

  const source = page.getByRole('button', { name: 'De dónde sale' })
  await source.press('Enter')
  await focused(page, 'id').toBe('why-title')
  await page.keyboard.press('Escape')
  await focused(page, 'textContent').toBe('De dónde sale')
  await page.context().close()
})

test('the address keeps page, place, product and month over a reload and the back button', async () => {
  const { page } = await open()
  const product = workspace.products.at(-1)
  await page.getByLabel('Producto').selectOption(product?.id ?? '')
  await page.getByLabel('Bajar un nivel').selectOption({ label: 'Piura' })
  await page.locator('.months-table .row-pick').last().click()
  await titled(page, /^Piura, marzo/)
  await page.reload()
  await titled(page, /^Piura, marzo/)
  await expect.poll(() => page.getByLabel('Producto').inputValue()).toBe(product?.id)
  await page.goBack()
  await titled(page, /^Piura, enero/)
  await page.goBack()
  await titled(page, /^Perú, enero/)
  await page.context().close()
})

test('from a place of Panorama to its forecast and back by the rail, without losing it', async () => {
  const { page } = await watchedPage(browser, server.url, {})
  await page.goto(`${server.url}/?place=200200`)
  await page.locator('.callout-chosen').getByRole('link', { name: 'Pronóstico' }).click()
  await titled(page, /^Ayabaca/)
  expect(new URL(page.url()).pathname).toBe('/pronostico')
  const rail = page.getByRole('navigation', { name: 'Páginas' })
  expect(await rail.getByRole('link', { name: /Pronóstico/ }).getAttribute('aria-current')).toBe('page')
  await rail.getByRole('link', { name: 'Panorama' }).click()
  await page.locator('.row-chosen').getByText('Ayabaca').waitFor()
  await page.context().close()
})

test('what the drawer shows of a place leads to its forecast', async () => {
  const { page } = await watchedPage(browser, server.url, {})
  await page.goto(`${server.url}/?place=200200&why=1`)
  await page.getByRole('link', { name: 'Ver el pronóstico' }).click()
  await titled(page, /^Ayabaca/)
  expect(place(page)).toBe('200200')
  await page.context().close()
})

test('the CSV holds history and forecast, unrounded', async () => {
  const { history, months, place: at } = await forecastOf('200200', workspace.products[0]?.id ?? '')
  const { page } = await open('/pronostico?place=200200')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Exportar historia y pronóstico como CSV' }).click(),
  ])
  const lines = (await readFile((await download.path()) ?? '', 'utf8')).trimEnd().split('\r\n')
  expect(lines[0]).toMatch(/^\ufeffubigeo;lugar;/)
  expect(lines).toHaveLength(1 + history.length + months.length)
  const last = lines.at(-1)?.split(';') ?? []
  expect([last[0], last[3], Number(last[6])]).toEqual([at.ubigeo, months.at(-1)?.month, months.at(-1)?.mean])
  await page.context().close()
})

test('English by the switch, kept over a reload', async () => {
  const { page } = await open()
  await page.getByText('EN', { exact: true }).click()
  await page.getByRole('heading', { name: 'Members and their test' }).waitFor()
  expect(await page.getAttribute('html', 'lang')).toBe('en')
  await page.reload()
  await page.getByRole('heading', { name: 'What this forecast does not know' }).waitFor()
  await page.context().close()
})

test('a place that has no forecast is answered with a way out', async () => {
  const { page } = await watchedPage(browser, server.url, {})
  await page.goto(`${server.url}/pronostico?place=250401`)
  await page.getByRole('alert').getByText('No hay pronóstico de ese lugar.').waitFor()
  await page.getByRole('link', { name: 'Ver sin filtros de la dirección' }).click()
  await page.locator('.totals').waitFor()
  await page.context().close()
})

test('Panorama does not load what only this page needs', async () => {
  const { page } = await watchedPage(browser, server.url, {})
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await page.goto(server.url)
  await page.locator('.totals').waitFor()
  expect(loaded.filter((url) => url.includes('forecast-page'))).toEqual([])
  await page
    .getByRole('link', { name: /Pronóstico/ })
    .first()
    .click()
  await page.locator('.fan svg').waitFor()
  await expect.poll(() => loaded.filter((url) => url.includes('forecast-page'))).toHaveLength(2)
  await page.context().close()
})
