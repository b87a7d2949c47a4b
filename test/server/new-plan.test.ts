import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PanoramaResponse } from '../../src/api/panorama.ts'
import type { Problem } from '../../src/api/problem.ts'
import type { WorkspaceResponse } from '../../src/api/workspace.ts'
import { serve } from '../../src/server/server.ts'
import { chasqui, type DemoWorkspace, plannedDemo } from './demo-workspace.ts'

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

/** Listens to the server's events until it closes. @returns ids of the events of one name so far */
function listen(lastEventId: string, name = 'generation'): readonly string[] {
  const heard: string[] = []
  const read = async () => {
    const answer = await fetch(`${server.url}/api/events`, { headers: { 'last-event-id': lastEventId } })
    let text = ''
    for await (const part of answer.body ?? []) {
      text += new TextDecoder().decode(part)
      const whole = text.split('\n\n')
      text = whole.pop() ?? ''
      for (const event of whole) {
        const id = new RegExp(`^event: ${name}\ndata: \\{"generation":(.*)\\}$`, 'm')
          .exec(event)?.[1]
          ?.replaceAll('"', '')
        if (id !== undefined) heard.push(id)
      }
    }
  }
  void read()
  return heard
}

test('a client that comes back with an old event hears at once that it missed something', async () => {
  const { generation } = (await (await fetch(`${server.url}/api/workspace`)).json()) as WorkspaceResponse
  const heard = listen('before')
  await expect.poll(() => heard).toEqual([generation])
})

test('a changed raw file and broken settings are told while nothing runs, and so is their mending', async () => {
  const { generation } = (await (await fetch(`${server.url}/api/workspace`)).json()) as WorkspaceResponse
  const heard = listen(generation, 'stages')
  // The first look of a stream is what later ones are compared with.
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const raw = `${demo.root}/data/raw_data/social_aid_demand.csv`
  const { length } = await readFile(raw)
  await appendFile(raw, '\n')
  await expect.poll(() => heard).toEqual([generation])
  const stale = (await (await fetch(`${server.url}/api/workspace`)).json()) as WorkspaceResponse
  // Nothing was trained.
  expect(stale.stages.map((s) => s.state)).toEqual(Array(7).fill('stale').with(2, 'pending'))
  await truncate(raw, length)
  await expect.poll(() => heard).toEqual([generation, generation])

  const settings = `${demo.root}/chasqui.yaml`
  const text = await readFile(settings, 'utf8')
  await writeFile(settings, `${text}monhts: 33\n`)
  await expect.poll(() => heard).toEqual([generation, generation, 'null'])
  const broken = await fetch(`${server.url}/api/workspace`)
  const problem = (await broken.json()) as Problem
  expect([broken.status, problem.code, problem.items?.length]).toEqual([409, 'settings', 1])
  expect(problem.items?.[0]).toMatch(/^monhts: 33 — se espera /)
  await writeFile(settings, text)
  await expect.poll(() => heard).toEqual([generation, generation, 'null', generation])
})

test('a plan made on the command line appears without a restart, and what did not change is not sent again', async () => {
  const first = await fetch(`${server.url}/api/panorama`)
  const tag = first.headers.get('etag') ?? ''
  const before = (await first.json()) as PanoramaResponse
  const again = await fetch(`${server.url}/api/panorama`, { headers: { 'if-none-match': tag } })
  expect([again.status, await again.text()]).toEqual([304, ''])

  const { plan, generation } = (await (await fetch(`${server.url}/api/workspace`)).json()) as WorkspaceResponse
  const heard = listen(generation)
  const settings = `${demo.root}/chasqui.yaml`
  const text = await readFile(settings, 'utf8')
  await writeFile(settings, `${text.replace(/^months:.*$/m, '').replace(/^window:(\n .*)*$/m, '')}\nmonths: 2\n`)
  const stale = (await (await fetch(`${server.url}/api/workspace`)).json()) as WorkspaceResponse
  expect(stale.stages.map((s) => s.state)).toEqual(['fresh', 'fresh', 'pending', 'stale', 'stale', 'stale', 'stale'])
  const old = (await (await fetch(`${server.url}/api/panorama`)).json()) as PanoramaResponse
  expect([before.coverage, old.coverage]).toEqual([0.8, null])
  await chasqui('plan', '-w', demo.root)

  const after = (await (await fetch(`${server.url}/api/workspace`)).json()) as WorkspaceResponse
  expect(after.plan).not.toBe(plan)
  expect(after.months).toEqual(before.months.slice(0, 2))
  await expect.poll(() => heard.at(-1)).toBe(after.generation)
  expect(heard).not.toContain(generation)
  const changed = await fetch(`${server.url}/api/panorama`, { headers: { 'if-none-match': tag } })
  expect(changed.status).toBe(200)
})
