import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'
import { HOME } from './stack.ts'

const LINES = 40

/**
 * Says at the very end, in a few lines, what went wrong and what the services complained of meanwhile: often the end of a
 * run's output is all that is kept of it.
 */
export default class LastWords implements Reporter {
  private readonly failed: { test: TestCase; result: TestResult }[] = []

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status !== test.expectedStatus && result.status !== 'skipped') this.failed.push({ test, result })
  }

  onEnd(_: FullResult): void {
    for (const { test, result } of this.failed) {
      const until = new Date(result.startTime.getTime() + result.duration)
      console.log(`\n${test.titlePath().filter(Boolean).join(' › ')}`)
      console.log(`  ${result.startTime.toISOString()} to ${until.toISOString()}`)
      for (const { message = '', location } of result.errors)
        console.log(
          indented(
            `${location ? `${location.file.split('/').at(-1) ?? ''}:${location.line}: ` : ''}${plain(message)}`,
            18,
          ),
        )
      console.log(indented(complaints(result.startTime, until).join('\n'), LINES))
    }
  }
}

function plain(text: string): string {
  return text.replace(/\u001b\[[0-9;]*m/g, '')
}

function indented(text: string, lines: number): string {
  return text
    .split('\n')
    .slice(0, lines)
    .map((line) => `  ${line.slice(0, 240)}`)
    .join('\n')
}

/** Warnings and errors of the services' logs in that time. */
function complaints(from: Date, until: Date): string[] {
  const folder = resolve(HOME, 'logs')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.log') && !/^(kafka|postgres|launcher)/.test(name))
    .flatMap((name) =>
      readFileSync(resolve(folder, name), 'utf8')
        .split('\n')
        .filter((line) => /^\S+Z\s+(WARN|ERROR)\b/.test(line))
        .filter((line) => {
          const at = Date.parse(line.slice(0, line.indexOf('Z') + 1))
          return at >= from.getTime() && at <= until.getTime()
        })
        .map((line) => `${name}: ${line.replace(/\s+/g, ' ')}`),
    )
}
