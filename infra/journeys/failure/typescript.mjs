// Lets Node 20 run TypeScript as it stands: `node --import ./typescript.mjs main.ts`. Types are checked by `npm run lint`.
import { readFile } from 'node:fs/promises'
import { register } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'
import ts from 'typescript'

if (isMainThread) register(import.meta.url)

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context)
  const source = await readFile(fileURLToPath(url), 'utf8')
  const compilerOptions = { target: 'ES2022', module: 'ESNext', inlineSourceMap: true }
  const { outputText } = ts.transpileModule(source, { compilerOptions, fileName: fileURLToPath(url) })
  return { format: 'module', source: outputText, shortCircuit: true }
}
