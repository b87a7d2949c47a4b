import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'

/** An experiment as DVC tells it; files are joined, a nested key is `train.width`. */
export interface DvcExperiment {
  /** Commit, or `workspace`: what lies in the folder now. */
  readonly rev: string
  readonly name: string | null
  /** ISO 8601. */
  readonly at: string | null
  readonly params: ReadonlyMap<string, string>
  readonly metrics: ReadonlyMap<string, number>
}

type DvcAnswer =
  | { readonly status: 'read'; readonly experiments: readonly DvcExperiment[] }
  /** There is no program `dvc`. */
  | { readonly status: 'absent' }
  | { readonly status: 'failed'; readonly reason: string }

/** DVC starts in a second or two and reads every experiment's files from Git. */
const TIMEOUT_MS = 30_000
const MOST_BYTES = 1 << 26

const files = z.record(z.string(), z.looseObject({ data: z.unknown().optional() })).nullish()
const state = z.looseObject({
  rev: z.string().nullish(),
  name: z.string().nullish(),
  data: z.looseObject({ timestamp: z.string().nullish(), params: files, metrics: files }).nullish(),
})
type State = z.infer<typeof state>
const shown = z.array(
  state.extend({ experiments: z.array(z.looseObject({ revs: z.array(state).nullish() })).nullish() }),
)

/** Leaves of a tree under their joined keys. */
function leaves(tree: unknown, path: string, add: (path: string, leaf: unknown) => void): void {
  if (typeof tree === 'object' && tree !== null && !Array.isArray(tree))
    for (const [key, below] of Object.entries(tree)) leaves(below, path === '' ? key : `${path}.${key}`, add)
  else add(path, tree)
}

function experimentOf({ rev, name, data }: State): DvcExperiment {
  const params = new Map<string, string>()
  const metrics = new Map<string, number>()
  for (const file of Object.values(data?.params ?? {}))
    leaves(file.data, '', (path, leaf) => {
      if (leaf !== null && leaf !== undefined) params.set(path, typeof leaf === 'string' ? leaf : JSON.stringify(leaf))
    })
  for (const file of Object.values(data?.metrics ?? {}))
    leaves(file.data, '', (path, leaf) => {
      if (typeof leaf === 'number') metrics.set(path, leaf)
    })
  return { rev: rev ?? '', name: name ?? null, at: data?.timestamp ?? null, params, metrics }
}

/** What `dvc exp show --json` (DVC 3) wrote; `undefined` where it is of another form. */
export function parseDvcExperiments(json: unknown): readonly DvcExperiment[] | undefined {
  const parsed = shown.safeParse(json)
  if (!parsed.success) return undefined
  // Of an experiment with checkpoints the first revision is the last one.
  return parsed.data.flatMap((baseline) => [
    experimentOf(baseline),
    ...(baseline.experiments ?? []).flatMap(({ revs }) => (revs?.[0] ? [experimentOf(revs[0])] : [])),
  ])
}

/** Experiments of a folder that is a project of DVC, where DVC is installed. */
export async function readDvcExperiments(folder: string): Promise<DvcAnswer> {
  try {
    const { stdout } = await promisify(execFile)('dvc', ['exp', 'show', '--json'], {
      cwd: folder,
      timeout: TIMEOUT_MS,
      maxBuffer: MOST_BYTES,
      env: { ...process.env, DVC_NO_ANALYTICS: '1' },
    })
    const experiments = parseDvcExperiments(JSON.parse(stdout))
    return experiments === undefined ? { status: 'failed', reason: 'form' } : { status: 'read', experiments }
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: unknown }
    if (code === 'ENOENT') return { status: 'absent' }
    const said = typeof stderr === 'string' ? stderr.trim().split('\n').at(-1) : ''
    return { status: 'failed', reason: said || String(error) }
  }
}
