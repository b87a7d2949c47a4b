import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Job, JobEvent, JobsResponse } from '../../src/api/jobs.ts'
import type { ExperimentsResponse, ModelResponse } from '../../src/api/model.ts'
import type { Problem } from '../../src/api/problem.ts'
import { serve } from '../../src/server/server.ts'
import { takeLock } from '../../src/workspace/lock.ts'
import { snapshot } from '../workspace/snapshot.ts'
import { type DemoWorkspace, plannedDemo } from './demo-workspace.ts'

let demo: DemoWorkspace
let server: Awaited<ReturnType<typeof serve>>
const params = (epochs: number) =>
  writeFileSync(`${demo.root}/params.yaml`, `train:\n  seeds: 1\n  width: 16\n  epochs: ${epochs}\n`)

beforeAll(async () => {
  demo = await plannedDemo()
  server = await serve({ root: demo.root, port: 0, lang: 'es' })
})
beforeEach(() => params(1))

afterAll(async () => {
  await server.close()
  await demo.remove()
})

const json = { 'content-type': 'application/json' }
const get = async <T>(path: string): Promise<T> => (await fetch(server.url + path)).json() as Promise<T>
const order = (command: string, headers: Readonly<Record<string, string>> = json) =>
  fetch(`${server.url}/api/jobs`, { method: 'POST', headers, body: JSON.stringify({ command }) })

async function begin(command: string): Promise<Job> {
  const answer = await order(command)
  expect(answer.status).toBe(202)
  return (await answer.json()) as Job
}

interface Heard {
  readonly id: number
  readonly data: JobEvent
}

/** The events of a job until it is over, or as many as are wanted. */
async function hear(id: string, after = 0, most = Number.POSITIVE_INFINITY): Promise<readonly Heard[]> {
  const answer = await fetch(`${server.url}/api/jobs/${id}/events`, {
    headers: after === 0 ? {} : { 'last-event-id': String(after) },
  })
  const heard: Heard[] = []
  if (answer.status === 204) return heard
  let text = ''
  for await (const part of answer.body ?? []) {
    text += new TextDecoder().decode(part)
    const whole = text.split('\n\n')
    text = whole.pop() ?? ''
    for (const event of whole) {
      const [, line, data] = /^id: (\d+)\ndata: (.*)$/.exec(event) ?? []
      if (line !== undefined && data !== undefined) heard.push({ id: Number(line), data: JSON.parse(data) as JobEvent })
    }
    if (heard.length >= most) return heard.slice(0, most)
  }
  return heard
}

const stateOf = async (id: string) => (await get<JobsResponse>('/api/jobs')).jobs.find((job) => job.id === id)?.state

test('a training begun by HTTP tells its progress line by line, resumes after any line, and leaves a model and its experiment', async () => {
  const before = await get<ExperimentsResponse>('/api/experiments')
  expect(before.experiments.map((e) => [e.state, e.statistical])).toEqual([['in-use', true]])
  expect((await get<ModelResponse>('/api/model')).id).toBe(null)

  const { id } = await begin('train')
  const all = await hear(id)
  const lines = readFileSync(`${demo.root}/.chasqui/jobs/${id}.ndjson`, 'utf8').trimEnd().split('\n')
  expect(all.map((event) => event.id)).toEqual(lines.map((_, i) => i + 1))
  expect(all.map((event) => event.data)).toEqual(lines.map((line) => JSON.parse(line) as JobEvent))
  expect(all[0]?.data).toMatchObject({ kind: 'requested', command: 'train' })
  expect(all.at(-1)?.data).toMatchObject({ kind: 'ended', exitCode: 0 })
  const progress = all.find(({ data }) => data.kind === 'progress')
  expect(Object.keys(progress?.data.detail ?? {})).toEqual(['product', 'epoch', 'loss'])
  // Who has it all is not to come again.
  expect((await hear(id, lines.length)).length).toBe(0)
  expect(await stateOf(id)).toBe('done')

  const model = await get<ModelResponse>('/api/model')
  expect(model.products.map((p) => p.network?.losses.length)).toEqual(model.products.map(() => 1))
  const waiting = await get<ExperimentsResponse>('/api/experiments')
  expect(waiting.experiments.map((e) => e.state)).toEqual(['waiting', 'in-use'])
  expect(waiting.experiments[0]?.id).toBe(model.id)

  const plan = await begin('plan')
  await hear(plan.id)
  const used = await get<ExperimentsResponse>('/api/experiments')
  expect(used.experiments.map((e) => [e.state, e.statistical])).toEqual([
    ['in-use', false],
    [null, true],
  ])
  const measures = new Set(used.experiments[0]?.measures.map((m) => m.measure))
  expect(measures).toEqual(new Set(['combination', 'statistics', 'network', 'coverage80', 'validation']))
})

test('a job that is heard again from a line on tells what came after it', async () => {
  params(200)
  const { id } = await begin('train')
  const first = await hear(id, 0, 3)
  const next = await hear(id, 3, 2)
  expect(next.map((event) => event.id)).toEqual([4, 5])
  expect(first.map((event) => event.id)).toEqual([1, 2, 3])
  const lines = readFileSync(`${demo.root}/.chasqui/jobs/${id}.ndjson`, 'utf8').split('\n')
  expect(next.map((event) => event.data)).toEqual(lines.slice(3, 5).map((line) => JSON.parse(line) as JobEvent))
  await fetch(`${server.url}/api/jobs/${id}`, { method: 'DELETE' })
  await hear(id)
})

test('cancelled, the workspace is as it was, and a restart of the server loses nothing of the job', async () => {
  params(200)
  const before = snapshot(demo.root)
  const pointer = readFileSync(`${demo.root}/.chasqui/pointer.json`, 'utf8')
  const { id } = await begin('train')
  await hear(id, 0, 4)
  await server.close()
  server = await serve({ root: demo.root, port: 0, lang: 'es' })
  expect(await stateOf(id)).toBe('running')
  expect((await hear(id, 0, 6)).map((event) => event.id)).toEqual([1, 2, 3, 4, 5, 6])
  const cancel = () => fetch(`${server.url}/api/jobs/${id}`, { method: 'DELETE' })
  expect((await cancel()).status).toBe(202)
  const rest = await hear(id)
  expect(rest.at(-1)?.data).toMatchObject({ kind: 'ended', exitCode: 130 })
  expect(await stateOf(id)).toBe('cancelled')
  expect(snapshot(demo.root)).toEqual(before)
  expect(readFileSync(`${demo.root}/.chasqui/pointer.json`, 'utf8')).toBe(pointer)
  expect((await cancel()).status).toBe(409)
})

test('asked for the best so far, a training of many epochs ends well and says that it ended early', async () => {
  params(200)
  const { id } = await begin('train')
  const heard = await hear(id, 0, 8)
  expect(heard.at(-1)?.data.kind).toBe('progress')
  const asked = await fetch(`${server.url}/api/jobs/${id}/best`, { method: 'POST', headers: json, body: '{}' })
  expect([asked.status, ((await asked.json()) as Job).wantsBest]).toEqual([202, true])
  const end = await hear(id)
  expect(end.at(-1)?.data).toMatchObject({ kind: 'ended', exitCode: 0 })
  expect((await get<ModelResponse>('/api/model')).early).toBe(true)
})

test('while a command holds the workspace no job begins, and the answer says which command it is', async () => {
  const lock = await takeLock(demo.root, 'plan')
  const answer = await order('train', { ...json, 'accept-language': 'en' })
  lock.release()
  const problem = (await answer.json()) as Problem
  expect([answer.status, problem.code]).toEqual([409, 'workspace-in-use'])
  expect(problem.detail).toContain(`chasqui plan (process ${process.pid})`)
})

test('of two jobs asked for at once one begins', async () => {
  params(200)
  const answers = await Promise.all([order('train'), order('train'), order('plan')])
  expect(answers.map((a) => a.status).sort((a, b) => a - b)).toEqual([202, 409, 409])
  const { jobs } = await get<JobsResponse>('/api/jobs')
  const running = jobs.filter((job) => job.state === 'running')
  expect(running).toHaveLength(1)
  await fetch(`${server.url}/api/jobs/${running[0]?.id}`, { method: 'DELETE' })
  await hear(running[0]?.id ?? '')
})

test('a process that is killed leaves a job that is lost, and does not stand in the way of the next', async () => {
  params(200)
  const { id } = await begin('train')
  const started = (await hear(id, 0, 5)).find(({ data }) => data.kind === 'started')
  process.kill(Number(started?.data['pid']), 'SIGKILL')
  await hear(id)
  expect(await stateOf(id)).toBe('lost')
  params(1)
  const next = await begin('train')
  await hear(next.id)
  expect(await stateOf(next.id)).toBe('done')
})

test('a job that fails tells the sentence of its error in the language asked for', async () => {
  writeFileSync(`${demo.root}/params.yaml`, 'train: {width: 1}\n')
  const { id } = await begin('train')
  await hear(id)
  const answer = await fetch(`${server.url}/api/jobs`, { headers: { 'accept-language': 'en' } })
  const job = ((await answer.json()) as JobsResponse).jobs.find((j) => j.id === id)
  expect([job?.state, job?.problem?.code]).toEqual(['failed', 'params'])
  expect(job?.problem?.items).toHaveLength(1)
  expect(job?.problem?.items?.[0]).toContain('4 … 512')
})

test('a page of another origin, a form and an unknown command begin nothing', async () => {
  const { port } = new URL(server.url)
  const before = (await get<JobsResponse>('/api/jobs')).jobs.length
  const cases = [
    [{ ...json, origin: 'http://example.org' }, 403, 'foreign-origin'],
    [{ ...json, origin: `http://127.0.0.1:${Number(port) + 1}` }, 403, 'foreign-origin'],
    [{ ...json, origin: 'null' }, 403, 'foreign-origin'],
    [{ ...json, 'sec-fetch-site': 'same-site' }, 403, 'foreign-origin'],
    [{ 'content-type': 'text/plain' }, 415, 'json-only'],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 415, 'json-only'],
  ] as const
  for (const [headers, status, code] of cases) {
    const answer = await order('train', headers)
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([status, code])
  }
  expect((await order('import')).status).toBe(400)
  const deleted = await fetch(`${server.url}/api/jobs/nada`, { method: 'DELETE', headers: { origin: 'null' } })
  expect(deleted.status).toBe(403)
  expect((await fetch(`${server.url}/api/jobs/nada`, { method: 'DELETE' })).status).toBe(404)
  expect((await fetch(`${server.url}/api/jobs/nada/events`)).status).toBe(404)
  expect((await get<JobsResponse>('/api/jobs')).jobs).toHaveLength(before)
})
