import { setTimeout } from 'node:timers/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** The browser that comes with the packages, shut off from every other host. */
export async function openBrowser(): Promise<Browser> {
  // Tells the package to unpack its own NSS libraries: a bare machine has none. Read when the package is imported.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await bundled.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  })
}

/** What a page must not do: errors and warnings on the console, requests to other hosts, violations of its policy. */
export interface Watched {
  readonly page: Page
  readonly faults: string[]
}

export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

/** Milliseconds that the answers of the server are late by, up to: a slow machine at will (CHASQUI_TEST_LAG_MS). */
const lagMs = Number(process.env['CHASQUI_TEST_LAG_MS'] ?? 0)

async function slowDown(context: BrowserContext): Promise<void> {
  await context.route('**/api/**', async (route) => {
    await setTimeout(Math.random() * lagMs)
    await route.continue().catch(() => {}) // The page may have gone.
  })
}

export async function watchedPage(browser: Browser, origin: string, options: BrowserContextOptions): Promise<Watched> {
  const context = await browser.newContext({ locale: 'es-PE', viewport: DESK, reducedMotion: 'reduce', ...options })
  if (lagMs > 0) await slowDown(context)
  const page = await context.newPage()
  const faults: string[] = []
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== origin && url.protocol !== 'data:' && url.protocol !== 'blob:')
      faults.push(`foreign ${url.href}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  await page.addInitScript({
    content:
      "document.addEventListener('securitypolicyviolation', (e) => console.error('policy', e.violatedDirective, e.blockedURI))",
  })
  return { page, faults }
}

/** Rules that the page breaks, with the first element of each. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ''}`)
}
