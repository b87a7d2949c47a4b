import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PanoramaResponse } from '../../src/api/panorama.ts'
import type { Problem } from '../../src/api/problem.ts'
import type { StageTableResponse, StageTablesResponse } from '../../src/api/stage-table.ts'
import type { WhyResponse } from '../../src/api/why.ts'
import type { WorkspaceResponse } from '../../src/api/workspace.ts'
import { serve } from '../../src/server/server.ts'
import { chasqui, type DemoWorkspace, folder, plannedDemo } from './demo-workspace.ts'

let demo: DemoWorkspace
let server: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  demo = await plannedDemo()
  server = await serve({ root: demo.root, port: 0, lang: 'es' })
})

afterAll(async () => {
  await server.close()
  await demo.remove()
})

const get = async <T>(path: string): Promise<T> => (await fetch(server.url + path)).json() as Promise<T>
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

/** `fetch` does not let a caller choose the Host. */
function withHost(host: string): Promise<{ readonly status: number; readonly type: string; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${server.url}/api/workspace`, { headers: { host } }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        body += part
      })
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', body })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

test('a foreign Host is refused with a problem document, the own names are not', async () => {
  const { port } = new URL(server.url)
  const foreign = await withHost(`example.org:${port}`)
  expect([foreign.status, foreign.type]).toEqual([421, 'application/problem+json; charset=utf-8'])
  expect(JSON.parse(foreign.body)).toMatchObject({ status: 421, code: 'wrong-host' })
  expect((await withHost(`localhost:${port}`)).status).toBe(200)
  expect((await withHost('127.0.0.1')).status).toBe(421)
})

test('nothing can be written: every method but GET and HEAD is refused', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await fetch(`${server.url}/api/plan`, { method })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  }
})

test('an error is a problem document with a stable code', async () => {
  const cases = [
    ['/nada', 404, 'not-found'],
    ['/api/panorama?level=street', 400, 'bad-request'],
    ['/api/panorama?product=nada', 404, 'unknown-product'],
    ['/api/places/10101/why?product=x&month=2026-01', 400, 'bad-request'],
    ['/api/places/010101/why?product=x&month=2026-01', 404, 'unknown-number'],
    ['/api/stages/forecast/nada', 404, 'unknown-table'],
    ['/api/forecast/010101', 404, 'unknown-place'],
    ['/api/forecast/000000?product=nada', 404, 'unknown-product'],
    ['/api/forecast/0', 400, 'bad-request'],
  ] as const
  for (const [path, status, code] of cases) {
    const answer = await fetch(server.url + path)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await answer.json()).toMatchObject({ type: 'about:blank', status, code })
  }
})

test('a bad query names its part and what that may be, in the language asked for', async () => {
  const detail = async (path: string, language: string) => {
    const answer = await fetch(server.url + path, { headers: { 'accept-language': language } })
    return ((await answer.json()) as Problem).detail
  }
  expect(await detail('/api/panorama?level=street', 'de')).toBe(
    'La consulta no se entiende. «level» debe ser department, province o district.',
  )
  expect(await detail('/api/places/010101/why?product=x&month=enero', 'es-PE')).toBe(
    'La consulta no se entiende. «month» debe ser AAAA-MM.',
  )
  expect(await detail('/api/stages/forecast/scores?limit=0', 'en')).toBe(
    'The query is not understood. “limit” must be a whole number from 1 to 10,000.',
  )
})

test('an address too long, or none at all, is a problem document too', async () => {
  for (const [path, status, code] of [
    [`/api/panorama?product=${'x'.repeat(20_000)}`, 431, 'too-long'],
    [`/api/places/${'1'.repeat(200)}/why`, 414, 'too-long'],
    ['/%zz', 400, 'bad-request'],
  ] as const) {
    const answer = await fetch(server.url + path)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await answer.json()).toMatchObject({ type: 'about:blank', status, code })
  }
})

test('OpenAPI 3.1 names every route of results', async () => {
  const document = await get<{ openapi: string; paths: Record<string, unknown> }>('/openapi.json')
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths).sort()).toEqual([
    '/api/events',
    '/api/experiments',
    '/api/forecast/{ubigeo}',
    '/api/jobs',
    '/api/jobs/{id}',
    '/api/jobs/{id}/best',
    '/api/jobs/{id}/events',
    '/api/model',
    '/api/nodes',
    '/api/outline',
    '/api/panorama',
    '/api/places/{ubigeo}/why',
    '/api/plan',
    '/api/stages',
    '/api/stages/{stage}/{table}',
    '/api/workspace',
  ])
})

test('the page may run only what the server sends, by a nonce that is never used twice', async () => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await fetch(server.url)).headers.get('content-security-policy')),
  )
  for (const policy of policies) {
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
  }
  expect(policies[0]).not.toBe(policies[1])
})

test('means of provinces add up to the means of the country, in every month', async () => {
  const { products } = await get<WorkspaceResponse>('/api/workspace')
  for (const product of products) {
    expect(product.levels).toEqual(['department', 'province'])
    for (const level of product.levels) {
      const panorama = await get<PanoramaResponse>(`/api/panorama?product=${product.id}&level=${level}`)
      panorama.nation.forEach(({ persons }, month) => {
        const total = sum(panorama.places.map((place) => place.months[month]?.mean ?? 0))
        expect(total).toBeCloseTo(persons.mean, 6)
      })
    }
  }
})

test('a made-up country says so, the workspace of a person does not', async () => {
  expect((await get<WorkspaceResponse>('/api/workspace')).example).toBe(true)
})

test('stock at the start of a month is what the months before it left', async () => {
  const { nation } = await get<PanoramaResponse>('/api/panorama')
  const first = nation[0]?.stock?.packs ?? 0
  nation.forEach(({ stock }, month) => {
    const granted = sum(nation.slice(0, month).map(({ supply }) => supply?.granted ?? 0))
    expect(stock?.packs).toBe(first - granted)
  })
  expect(nation.at(-1)?.stock?.packs).toBeLessThan(first)
})

test('packs of departments, reserves included, are those of the country', async () => {
  const { nation, places } = await get<PanoramaResponse>('/api/panorama?level=department')
  nation.forEach(({ supply }, month) => {
    for (const key of ['need', 'granted', 'short'] as const)
      expect(sum(places.map((place) => place.supply[month]?.[key] ?? 0))).toBe(supply?.[key])
  })
})

test('what is granted and what is short make the need, in the country and in a place', async () => {
  const { product, months, nation, places } = await get<PanoramaResponse>('/api/panorama')
  for (const { supply } of nation) expect((supply?.granted ?? 0) + (supply?.short ?? 0)).toBe(supply?.need)
  for (const { ubigeo } of places.filter((place) => place.months[0] !== null)) {
    const why = await get<WhyResponse>(`/api/places/${ubigeo}/why?product=${product.id}&month=${months[0]}`)
    expect(sum((why.allocation?.short ?? []).map((s) => s.packs)) + (why.allocation?.granted ?? 0)).toBe(
      why.allocation?.need,
    )
  }
})

test('packs on routes and packs unserved of a place are the packs granted to it', async () => {
  const { product, months, places } = await get<PanoramaResponse>('/api/panorama')
  for (const { ubigeo } of places.filter((place) => place.months[0] !== null)) {
    const { routes, allocation } = await get<WhyResponse>(
      `/api/places/${ubigeo}/why?product=${product.id}&month=${months[0]}`,
    )
    expect((routes?.packs ?? 0) + sum((routes?.unserved ?? []).map((u) => u.packs))).toBe(allocation?.granted)
  }
})

test('the records behind a number are lines of the file it names', async () => {
  const { product, months } = await get<PanoramaResponse>('/api/panorama')
  const { records } = await get<WhyResponse>(`/api/places/200200/why?product=${product.id}&month=${months[0]}`)
  expect(records.latest).toHaveLength(6)
  for (const { file, row, ubigeo, value, date } of records.latest) {
    const lines = (await readFile(`${demo.root}/data/raw_data/${file}`, 'utf8')).split(/\r?\n/)
    const line = lines[row - 1] ?? ''
    expect(line).toContain(String(value))
    expect(line).toContain(ubigeo.replace(/^0/, ''))
    expect(line).toContain(date.slice(0, 4))
  }
})

test('every table of every stage is read page by page, whole', async () => {
  const { tables } = await get<StageTablesResponse>('/api/stages')
  expect(new Set(tables.map((t) => t.stage))).toEqual(
    new Set(['import', 'prepare', 'backtest', 'forecast', 'allocate', 'route']),
  )
  for (const { stage, table } of tables) {
    const path = `/api/stages/${stage}/${table}`
    const page = await get<StageTableResponse>(`${path}?limit=1`)
    expect(page.columns.filter((column) => column.about === '')).toEqual([])
    const half = Math.ceil(page.rows / 2)
    if (half === 0 || half > 10_000) continue
    const parts = await Promise.all(
      [0, half].map((offset) => get<StageTableResponse>(`${path}?limit=${half}&offset=${offset}`)),
    )
    expect(sum(parts.map((part) => part.data.length))).toBe(page.rows)
  }
})

test('closing leaves nothing that keeps the process alive', async () => {
  const program = `
    import { serve } from ${JSON.stringify(new URL('../../src/server/server.ts', import.meta.url).href)}
    const server = await serve({ root: ${JSON.stringify(demo.root)}, port: 0, lang: 'es' })
    await (await fetch(server.url + '/api/panorama')).arrayBuffer()
    const events = await fetch(server.url + '/api/events')
    await events.body.getReader().read()
    await server.close()
    process.stdout.write('closed')`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    timeout: 60_000,
  })
  expect(stdout).toBe('closed')
})

test('a taken port is left alone and the next free one is used', async () => {
  const port = Number(new URL(server.url).port)
  const second = await serve({ root: demo.root, port, lang: 'en' })
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port)
  await second.close()
})

test('a workspace without results says what there is and has no panorama yet', async () => {
  const empty = await folder()
  await chasqui('init', empty.root)
  const other = await serve({ root: empty.root, port: 0, lang: 'en' })
  const facts = (await (await fetch(`${other.url}/api/workspace`)).json()) as WorkspaceResponse
  expect(facts).toMatchObject({ plan: null, example: false, observations: null, months: [], products: [] })
  expect(facts.stages.map((s) => s.state)).toEqual(Array(7).fill('pending'))
  const panorama = await fetch(`${other.url}/api/panorama`)
  expect([panorama.status, await panorama.json()]).toMatchObject([404, { code: 'no-forecast' }])
  expect((await fetch(`${other.url}/api/plan`)).status).toBe(404)
  await other.close()
  await empty.remove()
})
