import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PanoramaResponse } from '../../src/api/panorama.ts'
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

/** Listens to the server's events until it closes. @returns ids of the `generation` events so far */
function listen(lastEventId: string): readonly string[] {
  const heard: string[] = []
  const read = async () => {
    const answer = await fetch(`${server.url}/api/events`, { headers: { 'last-event-id': lastEventId } })
    let text = ''
    for await (const part of answer.body ?? []) {
      text += new TextDecoder().decode(part)
      const whole = text.split('\n\n')
      text = whole.pop() ?? ''
      for (const event of whole) {
        const id = /^id: (\S+)\nevent: generation\ndata: \{"generation":"\1"\}$/.exec(event)?.[1]
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
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual([generation])
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
  expect(stale.stages.map((s) => s.state)).toEqual(['fresh', 'fresh', 'stale', 'stale', 'stale'])
  await chasqui('plan', '-w', demo.root)

  const after = (await (await fetch(`${server.url}/api/workspace`)).json()) as WorkspaceResponse
  expect(after.plan).not.toBe(plan)
  expect(after.months).toEqual(before.months.slice(0, 2))
  await expect.poll(() => heard.at(-1), { timeout: 10_000 }).toBe(after.generation)
  expect(heard).not.toContain(generation)
  const changed = await fetch(`${server.url}/api/panorama`, { headers: { 'if-none-match': tag } })
  expect(changed.status).toBe(200)
})
