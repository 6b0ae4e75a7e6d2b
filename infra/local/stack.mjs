// What the commands beside this file share: where the running stack is.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '../..')

/** Ends the command with a sentence. */
export function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** A setting, from the environment or from .env. */
export function setting(name, otherwise) {
  return process.env[name] || dotEnv()[name] || otherwise
}

/** `.local/`, or what ACCUEIL_HOME says. */
export function home() {
  const folder = setting('ACCUEIL_HOME', '.local')
  return isAbsolute(folder) ? folder : join(root, folder)
}

/** What `stack.json` says. */
export function readStack() {
  const file = join(home(), 'stack.json')
  if (!existsSync(file)) fail(`There is no ${file}: the stack does not run, or is not healthy yet. Start it with "make run".`)
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** The demo customers, to be written as by name. */
export function readCustomers() {
  const file = setting('ACCUEIL_DEMO_FILE', join(here, 'demo/workspaces.json'))
  return JSON.parse(readFileSync(resolve(root, file), 'utf8')).customers ?? []
}

/** The options `--name value` and what else there is. */
export function readArguments(words) {
  const options = {}
  const rest = []
  for (let i = 0; i < words.length; i++) {
    if (words[i].startsWith('--')) options[words[i].slice(2)] = words[++i] ?? ''
    else rest.push(words[i])
  }
  return { options, rest }
}

function dotEnv() {
  const file = join(root, '.env')
  if (!existsSync(file)) return {}
  const lines = readFileSync(file, 'utf8').matchAll(/^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*)$/gm)
  return Object.fromEntries([...lines].map(([, name, value]) => [name, unquote(value.trim())]))
}

function unquote(value) {
  const quoted = /^(["'])(.*?)\1/.exec(value)
  return quoted ? quoted[2] : value.replace(/\s+#.*$/, '')
}
