/** Cells of the memory that a thread and the one that may end it share. */
const INSIDE = 0
const STOPPING = 1
const POLL_MS = 5

let gate: Int32Array | undefined

export const newGate = (): Int32Array => new Int32Array(new SharedArrayBuffer(8))

/** In the thread that may be ended: its native calls are counted from now on. */
export function useGate(shared: Int32Array): void {
  gate = shared
}

/** Runs a native call to its end: a thread that is ended inside one takes the whole process with it. Once it is to end, none begins. */
export async function native<T>(call: () => Promise<T>): Promise<T> {
  if (gate === undefined) return call()
  const before = Atomics.add(gate, INSIDE, 1)
  if (before === 0 && Atomics.load(gate, STOPPING) === 1) {
    Atomics.sub(gate, INSIDE, 1)
    return new Promise<T>(() => {})
  }
  try {
    return await call()
  } finally {
    Atomics.sub(gate, INSIDE, 1)
  }
}

/** In the other thread: lets no native call begin, and resolves once none is under way. */
export async function closeGate(shared: Int32Array): Promise<void> {
  Atomics.store(shared, STOPPING, 1)
  while (Atomics.load(shared, INSIDE) > 0) await new Promise((resolve) => setTimeout(resolve, POLL_MS))
}
