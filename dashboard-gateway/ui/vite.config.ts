import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { themeCss } from './build/theme-css.ts'
import { wizardPage } from './build/wizard-page.ts'
import { mockApi } from './testing/mock-api.ts'

export default defineConfig(({ mode }) => ({
  base: '/dashboard/',
  plugins: [react(), themeCss(), wizardPage(), ...(mode === 'mock' ? [mockApi()] : [])],
  build: {
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // Clerk's part, which only those load who sign in with Clerk.
    chunkSizeWarningLimit: 1000,
    target: 'es2022',
    // Inlined assets would need data: in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'frame', test: /node_modules[\\/](react|react-dom|scheduler|@mantine|@tanstack)[\\/]/ }],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: mode === 'mock' ? undefined : { '/api': { target: process.env.ACCUEIL_GATEWAY ?? 'http://localhost:8080' } },
  },
  test: {
    environment: 'jsdom',
    testTimeout: 30_000,
    setupFiles: ['./src/testing/setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
}))
