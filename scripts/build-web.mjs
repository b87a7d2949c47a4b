// Builds the page when its sources, or the lockfile, are not those of the last build. Run by `npm start` and by the tests.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const STAMP = `${root}web/dist/.stamp`
const LOCK = `${root}node_modules/.building-web`
/** A build takes seconds: a lock this old was left by one that was killed. */
const FORGOTTEN_MS = 120_000
// Whoever calls: the page that is tested is the page that is shipped.
process.env.NODE_ENV = 'production'

/** What decides the bytes of the page: its own sources, those of this project it imports, and the packages. */
const SOURCES = [
  'web/index.html',
  'web/vite.config.ts',
  'web/src',
  'src/messages',
  'src/model',
  'src/kernel',
  'package-lock.json',
]

function files(path) {
  try {
    return readdirSync(root + path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .sort()
  } catch {
    return [root + path]
  }
}

const hash = createHash('sha256')
for (const file of SOURCES.flatMap(files)) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file))
const stamp = hash.digest('hex')

const last = () => {
  try {
    return readFileSync(STAMP, 'utf8')
  } catch {
    return ''
  }
}

/** One build at a time: it empties the folder first. */
function lock() {
  for (;;)
    try {
      mkdirSync(LOCK)
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      if (Date.now() - since > FORGOTTEN_MS) rmSync(LOCK, { recursive: true, force: true })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
}

async function buildPage() {
  const { build } = await import('vite')
  const { default: config } = await import('../web/vite.config.ts')
  const began = performance.now()
  rmSync(STAMP, { force: true })
  await build({ ...config, configFile: false, logLevel: 'warn' })
  writeFileSync(STAMP, stamp)
  console.error(`página construida en ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

if (last() !== stamp) {
  lock()
  try {
    if (last() !== stamp) await buildPage()
  } finally {
    rmSync(LOCK, { recursive: true, force: true })
  }
}
