import { readdirSync } from 'node:fs'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import { importX } from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

// app → features → live, ui → lib. What is not named here is a feature.
const layers = ['app', 'live', 'ui', 'lib', 'testing']
const features = readdirSync('./src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !layers.includes(entry.name))
  .map((entry) => entry.name)
const inside = (...names) => names.map((name) => `./src/${name}`)

const zones = [
  ...features.map((feature) => ({
    target: inside(feature),
    from: inside('app', ...features.filter((other) => other !== feature)),
    message: 'A feature imports live, ui and lib, never another feature nor the app: let the app hand it in.',
  })),
  {
    target: inside('live', 'ui'),
    from: inside('app', ...features),
    message: 'live and ui know no feature: the app hands them in.',
  },
  { target: inside('ui'), from: inside('live'), message: 'ui knows lib alone.' },
  { target: inside('live'), from: inside('ui'), message: 'live knows lib alone.' },
  { target: inside('lib'), from: inside('app', 'live', 'ui', ...features), message: 'lib imports nothing of ours.' },
]

export default tseslint.config(
  { ignores: ['dist', 'src/lib/api-schema.ts'] },
  ...tseslint.configs.strictTypeChecked,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    settings: {
      ...importX.flatConfigs.typescript.settings,
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      // Warns of libraries that the React compiler must leave alone; we do not run it.
      'react-hooks/incompatible-library': 'off',
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // The router throws its redirects.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  {
    // Tests and the mock server may hand in any feature and any shape.
    files: ['**/*.test.{ts,tsx}', 'src/testing/**', 'testing/**'],
    rules: { 'import-x/no-restricted-paths': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['**/*.js'], ...tseslint.configs.disableTypeChecked },
)
