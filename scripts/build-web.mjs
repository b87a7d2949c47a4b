// Builds the page when its sources, or the lockfile, are not those of the last build. Run by `npm start` and by the tests.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const STAMP = `${root}web/dist/.stamp`

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

if (last() !== stamp) {
  const { build } = await import('vite')
  const { default: config } = await import('../web/vite.config.ts')
  const began = performance.now()
  rmSync(STAMP, { force: true })
  await build({ ...config, configFile: false, logLevel: 'warn' })
  writeFileSync(STAMP, stamp)
  console.error(`página construida en ${((performance.now() - began) / 1000).toFixed(1)} s`)
}
