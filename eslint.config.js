import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importDirections } from './eslint/boundaries.js';

export default defineConfig(
  globalIgnores(['**/node_modules', '**/dist', '**/coverage', 'bench/results', '**/test-results']),
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  typedBy('{contract,coach}/**/*.ts', 'contract', 'coach', 'backend'),
  typedBy('animations/**/*.ts', 'animations'),
  typedBy('backend/**/*.ts', 'backend'),
  typedBy('frontend/**/*.ts', 'frontend', 'frontend/tsconfig.tools.json'),
  typedBy('e2e/**/*.ts', 'e2e'),
  typedBy('stack/**/*.ts', 'stack'),
  typedBy('bench/**/*.ts', 'bench'),
  typedBy('{eslint/,}*.ts', 'eslint'),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // `== null` asks for both kinds of nothing at once.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      // `text || fallback` is meant where an empty text counts as none.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true, number: true, boolean: true } },
      ],
      // Ports and services are closures: nothing of ours uses `this`, so their functions may be handed on.
      '@typescript-eslint/unbound-method': 'off',
      // `as Account` says what is there; `!` only says that something is.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // The compiler looks for unknown names itself, and knows the types of the globals.
      'no-undef': 'off',
    },
  },
  {
    files: ['{contract,coach,animations,backend,frontend}/src/**/*.ts'],
    rules: {
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration',
          message: 'No barrel files: import from the file itself, so that a reader lands where the thing is.',
        },
      ],
    },
  },
  {
    files: ['backend/src/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    // Vitest types its matchers (`expect.any`) as any.
    files: ['**/*.test.ts', '**/suite.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  importDirections,
  {
    files: ['coach/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'console', 'setTimeout', 'setInterval', 'performance', 'crypto'].map((name) => ({
          name,
          message: 'coach/ is pure: values in, values out.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'Date',
          property: 'now',
          message: 'coach/ has no clock: take the day or the instant as an argument.',
        },
        { object: 'Math', property: 'random', message: 'coach/ has no randomness: take a seed as an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'coach/ has no clock: take the day or the instant as an argument.',
        },
        {
          selector: 'CallExpression[callee.name="Date"]',
          message: 'coach/ has no clock: take the day or the instant as an argument.',
        },
        {
          selector: 'ExportAllDeclaration',
          message: 'No barrel files: import from the file itself, so that a reader lands where the thing is.',
        },
      ],
    },
  },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
);

/**
 * Named one by one: the tests of contract/ and coach/ belong to the project of backend/, which a search from the file
 * upwards does not find.
 */
function typedBy(files, ...projects) {
  return {
    files: [files],
    languageOptions: {
      parserOptions: {
        project: projects.map((path) => (path.endsWith('.json') ? path : `${path}/tsconfig.json`)),
        tsconfigRootDir: import.meta.dirname,
      },
    },
  };
}
