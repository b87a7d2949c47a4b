import { Attribute, Dataset, File, Group, ready } from 'h5wasm/node'

/** HDF5 on this thread, its errors thrown instead of printed. */
async function start(): Promise<void> {
  const library = await ready
  library.activate_throwing_error_handler()
}

/** Runs with an open file and closes it. */
function within<T>(path: string, mode: 'r' | 'w', run: (file: File) => T): T {
  const file = new File(path, mode)
  try {
    return run(file)
  } finally {
    file.close()
  }
}

export async function readFrom<T>(path: string, run: (file: File) => T): Promise<T> {
  await start()
  return within(path, 'r', run)
}

/** HDF5 stamps every data set with the second it was made in, and h5wasm has no switch for it: the clock stands still for as long as it writes. */
export async function writeTo(path: string, run: (file: File) => void): Promise<void> {
  await start()
  const clock = Date.now
  Date.now = () => 0
  try {
    within(path, 'w', run)
  } finally {
    Date.now = clock
  }
}

/** Groups of a path made where they are not there; the last component stays. */
export function groupFor(group: Group, path: readonly string[]): Group {
  let at = group
  for (const name of path) {
    const found = at.keys().includes(name) ? at.get(name) : at.create_group(name)
    if (!(found instanceof Group)) throw new Error(`${name} is no group`)
    at = found
  }
  return at
}

/** A link may lead out of the file; h5wasm's `get` follows it, and its types hide that there is `null` for no link. */
function isLink(group: Group, name: string): boolean {
  const path = `${group.path === '/' ? '' : group.path}/${name}`
  const target: unknown = group.get_link(path)
  return target !== null || 'filename' in group.get_external_link(path)
}

/** What lies at a path of plain groups; links are not followed. */
export function lookUp(group: Group, path: readonly string[]): Group | Dataset | undefined {
  let at: Group | Dataset = group
  for (const name of path) {
    if (!(at instanceof Group) || !at.keys().includes(name) || isLink(at, name)) return undefined
    const next = at.get(name)
    if (!(next instanceof Group) && !(next instanceof Dataset)) return undefined
    at = next
  }
  return at
}

const strings = (attribute: Attribute): readonly string[] => {
  const { value } = attribute
  // An empty list of texts is kept as an empty list of numbers.
  return (Array.isArray(value) ? value : [value]).filter((x) => typeof x === 'string')
}

/** A list of texts; Keras splits one that is too long for an object header into `key0`, `key1`, …. */
export function listAttribute(group: Group, key: string): readonly string[] {
  const { attrs } = group
  const whole = attrs[key]
  if (whole) return strings(whole)
  const parts: string[] = []
  for (let i = 0; ; i++) {
    const part = attrs[`${key}${i}`]
    if (!part) return parts
    parts.push(...strings(part))
  }
}

export function textAttribute(group: Group, key: string): string | undefined {
  const attribute = group.attrs[key]
  return attribute && strings(attribute)[0]
}
