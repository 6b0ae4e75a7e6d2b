import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const files = import.meta.glob<string>('../**/*.words.ts', { query: '?raw', import: 'default', eager: true })
const BREAKABLE = /(?:^|\S) [?!;»]|\S :(?:\s|$)|« /u

/** Every piece of text of the French half of a file of words, without the code between them. */
function frenchOf(source: string): string[] {
  const texts: string[] = []
  const visit = (node: ts.Node, isFrench: boolean): void => {
    if (isFrench && (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node))) texts.push(node.text)
    const begins = ts.isPropertyAssignment(node) && node.name.getText() === 'fr'
    ts.forEachChild(node, (child) => visit(child, isFrench || begins))
  }
  visit(ts.createSourceFile('words.ts', source, ts.ScriptTarget.Latest, true), false)
  return texts
}

const breakable = (source: string) => frenchOf(source).filter((text) => BREAKABLE.test(text))

describe('French spacing', () => {
  it.each(Object.entries(files))('breaks no line before a sign in %s', (_, source) => {
    expect(breakable(source)).toEqual([])
  })

  it('sees what could break', () => {
    expect(breakable("const w = { fr: { a: 'Vraiment ?', b: `« ${x} »` }, en: { a: 'Really ?' } }")).toHaveLength(3)
  })
})
