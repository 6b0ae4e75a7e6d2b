// Builds the React app into ui/dist, from where Maven puts it into the jar. Does only what is needed: installs when the
// lock file changed, builds when a source is newer than the last build.
// Usage: node build-ui.mjs [where Maven copied the last build to, to be emptied]
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const ui = join(dirname(fileURLToPath(import.meta.url)), 'ui')
const dist = join(ui, 'dist')
const stamp = join(dist, '.built')
const copied = process.argv[2]
const installed = join(ui, 'node_modules', '.package-lock.json')
const notSources = new Set(['node_modules', 'dist', 'coverage', 'test-results', 'playwright-report'])
const compressible = new Set(['.html', '.css', '.js', '.svg', '.json', '.webmanifest', '.txt'])
const worthCompressing = 1024
// npm writes both of its lock files within one run.
const together = 5_000

if (!existsSync(join(ui, 'package.json')) || !existsSync(join(ui, 'package-lock.json'))) {
  console.log('There is no React app in ui/ yet: nothing to build.')
  process.exit(0)
}
if (!existsSync(installed) || modified(installed) + together < modified(join(ui, 'package-lock.json'))) {
  run('npm', 'ci', '--no-audit', '--no-fund')
}
if (existsSync(stamp) && modified(stamp) > newest(ui)) {
  console.log('The React app is built already.')
} else {
  run('npm', 'run', 'build')
  files(dist).forEach(compress)
  writeFileSync(stamp, '')
}
// Maven only adds: files of builds before this one would stay.
if (copied) rmSync(copied, { recursive: true, force: true })

function run(command, ...args) {
  console.log(`ui: ${[command, ...args].join(' ')}`)
  const { status, error } = spawnSync(command, args, { cwd: ui, stdio: 'inherit' })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

function modified(file) {
  return statSync(file).mtimeMs
}

function newest(folder) {
  const times = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !notSources.has(entry.name))
    .map((entry) => join(folder, entry.name))
    .map((path) => (statSync(path).isDirectory() ? newest(path) : modified(path)))
  return Math.max(0, ...times)
}

function files(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

// Once here instead of at each request; the gateway sends what the browser takes.
function compress(file) {
  const content = readFileSync(file)
  if (!compressible.has(extname(file)) || content.length < worthCompressing) return
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }))
}
