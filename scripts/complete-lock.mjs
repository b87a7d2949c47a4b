// A registry may lack some packages' builds for other platforms. npm then leaves them out of the lockfile and `npm ci` refuses it.
// This adds each missing optional dependency as an entry that only its own platform will fetch. Run after every change of the lockfile.
import { readFileSync, writeFileSync } from 'node:fs'

const SYSTEMS = new Map([
  ['linux', 'linux'],
  ['linuxmusl', 'linux'],
  ['darwin', 'darwin'],
  ['win32', 'win32'],
  ['windows', 'win32'],
  ['win', 'win32'],
  ['android', 'android'],
  ['freebsd', 'freebsd'],
  ['netbsd', 'netbsd'],
  ['openbsd', 'openbsd'],
  ['openharmony', 'openharmony'],
  ['ohos', 'openharmony'],
  ['aix', 'aix'],
  ['sunos', 'sunos'],
])
const PROCESSORS = new Map(
  ['arm64', 'x64', 'ia32', 'arm', 'riscv64', 'ppc64', 's390x', 'loong64', 'wasm32', 'mips64el', 'mipsel'].map((p) => [
    p,
    p,
  ]),
)
PROCESSORS.set('x86', 'ia32').set('armv7', 'arm').set('armv6', 'arm').set('armhf', 'arm')

const path = process.argv[2] ?? 'package-lock.json'
const lock = JSON.parse(readFileSync(path, 'utf8'))
const packages = lock.packages
let added = 0

for (const [at, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (packages[`node_modules/${name}`] || packages[`${at}/node_modules/${name}`]) continue
    const words = name.split('/').at(-1).split(/[-_.]/)
    const os = words.map((word) => SYSTEMS.get(word)).find(Boolean)
    const cpu = words.map((word) => PROCESSORS.get(word.replace(/(gnu|musl)?eabi(hf)?$/, ''))).find(Boolean)
    if (!os && !cpu) console.warn(`no platform in the name of ${name}`)
    packages[`node_modules/${name}`] = {
      version: range.replace(/^[~^]/, ''),
      ...(cpu ? { cpu: [cpu] } : {}),
      ...(dev ? { dev: true } : {}),
      ...(os === 'linux' ? { libc: [/musl/.test(name) ? 'musl' : 'glibc'] } : {}),
      optional: true,
      ...(os ? { os: [os] } : {}),
    }
    added++
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} entries added`)
