import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InputError } from '../../src/model/input-error.ts'
import { monthOf } from '../../src/model/month.ts'
import { DEFAULT_PARAMS } from '../../src/model/params.ts'
import { DEFAULT_SETTINGS } from '../../src/model/settings.ts'
import type { TravelNote } from '../../src/model/travel-note.ts'
import { within } from '../../src/workspace/layout.ts'
import { openLegTimes, trainLegModel } from '../../src/workspace/leg-model.ts'
import { publishedPath, type StageName } from '../../src/workspace/stage.ts'
import { routeStage } from '../../src/workspace/stages/route.ts'
import { readSupply } from '../../src/workspace/tables/read-supply.ts'
import { readTable } from '../../src/workspace/tables/table.ts'
import { WAYS } from '../../src/workspace/tables/tours.ts'
import { DRIVEN_LEGS } from '../../src/workspace/tables/transport.ts'
import { chasqui } from '../cli/chasqui.ts'

const JANUARY = monthOf(2026, 1)
const home = mkdtempSync(join(tmpdir(), 'chasqui-legs-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const scratch = (): string => mkdtempSync(join(home, 'x'))
const never = (): boolean => false

describe('A workspace of one province', () => {
  let root: string
  let model: string
  let note: TravelNote
  const input = (stage: StageName, name: string): string => within(root, publishedPath(stage, name) ?? name)
  const legs = () => readTable(input('import', 'legs.parquet'), DRIVEN_LEGS)
  /** The model with its note, changed. */
  const copied = (change: (bytes: Buffer) => Buffer, changeNote: (text: string) => string): string => {
    const path = join(scratch(), 'optimization_model.h5')
    writeFileSync(path, change(readFileSync(model)))
    writeFileSync(path.replace('.h5', '.json'), changeNote(readFileSync(model.replace('.h5', '.json'), 'utf8')))
    return path
  }
  const refusal = async (path: string): Promise<unknown> => {
    const error = await openLegTimes(path, JANUARY, []).catch((e: unknown) => e as InputError)
    return error instanceof Error ? [error.code, error.details['reason']] : error
  }

  beforeAll(async () => {
    root = join(home, 'w')
    for (const words of [
      ['demo', root, '--province', '200200', '--months', '24'],
      ['plan', '-w', root],
    ]) {
      const { code, err } = await chasqui(...words)
      if (code !== 0) throw new Error(err)
    }
    model = join(scratch(), 'optimization_model.h5')
    note = await trainLegModel(model, await legs(), await readSupply(input), 7, never)
  })

  test('trains a network that beats the speed table, and writes it with its note', async () => {
    expect(note).toMatchObject({ code: 'leg-network', used: true })
    const written = JSON.parse(readFileSync(model.replace('.h5', '.json'), 'utf8')) as Record<string, unknown>
    expect(written).toMatchObject({ kind: 'leg-time', version: 1, output: 'ln(duration / speed table)', used: true })
    expect((written['inputs'] as string[]).slice(0, 2)).toEqual(['ln_km', 'climb_m_per_km'])
  })

  test('routes with its times, and every leg of the plan tells that', async () => {
    const folder = scratch()
    const { notes } = await routeStage.run({
      root,
      settings: DEFAULT_SETTINGS,
      params: DEFAULT_PARAMS,
      input,
      inputIfAny: () => model,
      former: () => undefined,
      output: (name) => join(folder, name),
      progress: () => undefined,
      enough: never,
    })
    const before = await readTable(input('route', 'ways.parquet'), WAYS)
    const after = await readTable(join(folder, 'ways.parquet'), WAYS)
    expect(new Set(before.map((leg) => leg.source))).toEqual(new Set(['straight-line']))
    expect(new Set(after.map((leg) => leg.source))).toEqual(new Set(['network']))
    expect(notes[0]).toMatchObject({ code: 'leg-times', legs: after.length, timed: after.length })
  })

  test('refuses a network that was changed after its training, or is of another kind or version', async () => {
    const same = (x: string): string => x
    const bit = copied((bytes) => bytes.with(bytes.length >> 1, 1 ^ (bytes.at(bytes.length >> 1) ?? 0)) as Buffer, same)
    expect(await refusal(bit)).toEqual(['leg-model', 'changed'])
    const whole = (bytes: Buffer): Buffer => bytes
    for (const [from, to] of [
      ['"version": 1', '"version": 2'],
      ['"leg-time"', '"demand"'],
      ['"ln_km"', '"km"'],
      ['"surfaces": [', '"surfaces": ["hielo",'],
    ] as const) {
      const path = copied(whole, (text) => text.replace(from, to))
      expect(await refusal(path)).toEqual(['leg-model', 'other-version'])
    }
    expect(await refusal(copied(whole, () => '{'))).toEqual(['leg-model', 'damaged-note'])
    expect(await refusal(join(root, 'nothing.h5'))).toEqual(['leg-model', 'not-readable'])
  })

  test('does not use a network that says it is no better than the speed table', async () => {
    const path = copied(
      (bytes) => bytes,
      (text) => text.replace('"used": true', '"used": false'),
    )
    expect(await openLegTimes(path, JANUARY, [])).toBeUndefined()
  })

  test('with few legs writes no network and says so', async () => {
    const path = join(scratch(), 'optimization_model.h5')
    const few = (await legs()).slice(0, 50)
    expect(await trainLegModel(path, few, await readSupply(input), 7, never)).toEqual({
      code: 'leg-network-too-few',
      legs: 50,
      least: 200,
    })
    expect(existsSync(path)).toBe(false)
  })

  test('trains the same bytes again', async () => {
    const path = join(scratch(), 'optimization_model.h5')
    await trainLegModel(path, await legs(), await readSupply(input), 7, never)
    expect(readFileSync(path).equals(readFileSync(model))).toBe(true)
  })
})
