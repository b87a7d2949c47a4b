import { expect, test } from 'vitest'
import { closeGate, native, newGate, useGate } from '../../src/adapters/native-gate.ts'

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20))

test('a gate closes once the calls under way have ended, calls inside them too; after that none begins', async () => {
  const gate = newGate()
  useGate(gate)
  let end = (): void => {}
  const outer = native(async () => {
    await new Promise<void>((resolve) => {
      end = resolve
    })
    return native(async () => 'inner')
  })
  const closing = closeGate(gate)
  expect(await Promise.race([closing.then(() => 'closed'), turn().then(() => 'open')])).toBe('open')
  end()
  expect(await outer).toBe('inner')
  await closing

  let begun = false
  void native(async () => {
    begun = true
  })
  await turn()
  expect(begun).toBe(false)
})

test('a call that fails leaves the gate free to close', async () => {
  const gate = newGate()
  useGate(gate)
  await expect(native(() => Promise.reject(new Error('disk')))).rejects.toThrow('disk')
  await closeGate(gate)
})
