import { convertCssVariables, defaultCssVariablesResolver, mergeMantineTheme, DEFAULT_THEME } from '@mantine/core'
import type { Plugin } from 'vite'
import { theme, tokens } from '../src/ui/theme.ts'

const NAME = 'virtual:theme.css'

/**
 * Writes the theme's variables into a style sheet at build time. Mantine would otherwise put them into a `<style>` element at
 * run time, which our content security policy (`style-src 'self'`) refuses.
 */
export function themeCss(): Plugin {
  return {
    name: 'accueil:theme-css',
    resolveId: (id) => (id === NAME ? NAME : undefined),
    load: (id) => (id === NAME ? css() : undefined),
  }
}

function css(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme)
  const ofMantine = defaultCssVariablesResolver(merged)
  const ours = tokens(merged)
  return convertCssVariables({
    variables: { ...ofMantine.variables, ...ours.variables },
    light: { ...ofMantine.light, ...ours.light },
    dark: { ...ofMantine.dark, ...ours.dark },
  })
}
