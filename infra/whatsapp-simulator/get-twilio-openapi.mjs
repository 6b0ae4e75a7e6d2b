// Puts Twilio's OpenAPI documents, which OpenApiTest checks the simulator's answers against, into a folder. Twilio
// publishes them in its npm package @twilio/cli-core (MIT); those of 8.3.2 are the files of twilio/twilio-oai 2.6.1.
// Only that one archive is fetched, once: nothing is installed, no script of it runs, and it must be the very one named
// here. A newer one: `npm view @twilio/cli-core version dist.integrity`.
// Usage: node get-twilio-openapi.mjs <folder>
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const version = '8.3.2'
const integrity = 'sha512-qRTAZS15i/nseKHu2zZIb1BD78WFRVOWM65iC9JqjZdNpz5KQaiEI1klsLcWDi1pwXH9JG6pbFXJrIiYRJw/dw=='
const inside = 'package/src/services/twilio-api'
const documents = ['twilio_api_v2010.json', 'twilio_messaging_v2.json', 'twilio_content_v1.json']

const folder = process.argv[2]
if (!folder) fail('Usage: node get-twilio-openapi.mjs <folder>')
const archive = join(folder, `twilio-cli-core-${version}.tgz`)

mkdirSync(folder, { recursive: true })
if (!existsSync(archive) || integrityOf(archive) !== integrity) {
  console.log(`Fetching Twilio's OpenAPI documents (@twilio/cli-core ${version}) from npm.`)
  run(
    'npm',
    'pack',
    `@twilio/cli-core@${version}`,
    '--ignore-scripts',
    '--prefer-offline',
    '--loglevel=error',
    '--pack-destination',
    folder,
  )
  const found = integrityOf(archive)
  if (found !== integrity) {
    rmSync(archive)
    fail(`@twilio/cli-core ${version} is not the archive that this build knows: ${found} instead of ${integrity}`)
  }
}
// From the checked archive each time: a document that someone changed or cut short does not stay.
run('tar', '-xzf', archive, '-C', folder, '--strip-components', '4', ...documents.map((name) => `${inside}/${name}`))

function integrityOf(file) {
  return `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`
}

function run(command, ...args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (error) fail(`${command} does not start: ${error.message}`)
  if (status !== 0) {
    fail(
      `Twilio's OpenAPI documents are not there, and OpenApiTest does not run without them: "${[command, ...args].join(' ')}"` +
        ` ended with ${status}. -DskipTests builds without them.\n${stdout}${stderr}`,
    )
  }
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
