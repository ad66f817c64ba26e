// @ts-check
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { layers } from './scripts/lint/layers.mjs';

const PROGRAM = ['electron/**/*.{ts,tsx}', 'renderer/**/*.{ts,tsx}', 'shared/**/*.ts'];

/** @param {string} selector @param {string} message */
const never = (selector, message) => ({ selector, message });

const time = 'shared/ reads no clock: take the time as an argument';
const chance = 'shared/ makes no randomness: take ids and random values as arguments';

const purity = [
  never('CallExpression[callee.object.name="Date"][callee.property.name="now"]', time),
  never('NewExpression[callee.name="Date"][arguments.length=0]', time),
  never('CallExpression[callee.name="Date"]', time),
  never('MemberExpression[object.name="performance"]', time),
  never('MemberExpression[object.name="Math"][property.name="random"]', chance),
  never('MemberExpression[property.name=/^(randomUUID|getRandomValues)$/]', chance),
  never('CallExpression[callee.name=/^(uuid)?v[1467]$/i][arguments.length=0]', chance),
];

const bridgeOnly = [
  never(
    'MemberExpression[property.name="rostrum"], MemberExpression[property.value="rostrum"]',
    'only renderer/bridge/client.ts reads window.rostrum',
  ),
  never(
    'VariableDeclarator[init.name=/^(window|globalThis|self)$/] > ObjectPattern > Property[key.name="rostrum"]',
    'only renderer/bridge/client.ts reads window.rostrum',
  ),
];

const honestTests = [
  never(
    'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|todo|fails|fixme)$/]',
    'a test is run, whole',
  ),
  never(
    'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name="skip"][arguments.0.type="Literal"]',
    'skip only on a condition, with its reason: skipIf, or skip(condition, reason)',
  ),
  never(
    'CallExpression[callee.property.name="waitForTimeout"], ImportDeclaration[source.value=/timers.promises$/]',
    'no sleeps: wait for what is expected',
  ),
  never(
    'NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"]',
    'no sleeps: wait for what is expected',
  ),
];

const platformGlobals = [
  ...['window', 'document', 'navigator', 'location', 'self', 'localStorage', 'sessionStorage'],
  ...['indexedDB', 'fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'File', 'FileReader'],
  ...['process', 'Buffer', 'require', '__dirname', '__filename', 'global'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'requestAnimationFrame', 'alert', 'console'],
].map((name) => ({ name, message: 'shared/ runs anywhere: no DOM, no Node, no timers' }));

/**
 * The architecture alone, without type information: quick, and what
 * `test/architecture/layers.test.ts` runs its planted violations against.
 */
export const architecture = defineConfig(
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { rostrum: { rules: { layers } } },
    rules: { 'rostrum/layers': 'error' },
  },
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...purity],
      'no-restricted-globals': ['error', ...platformGlobals],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['renderer/bridge/client.ts'],
    rules: { 'no-restricted-syntax': ['error', ...bridgeOnly] },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    // Support may have time limits; a test may not even look as if it slept.
    ignores: ['test/support/**', 'test/e2e/support/**'],
    rules: { 'no-restricted-syntax': ['error', ...honestTests] },
  },
);

export default defineConfig(
  globalIgnores([
    'build/',
    'dist/',
    'test/fixtures/',
    'test-results/',
    'playwright-report/',
    'coverage/',
  ]),
  { linterOptions: { noInlineConfig: true } },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      'no-else-return': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-self-compare': 'error',
      'no-constant-binary-expression': 'error',
      'no-unreachable-loop': 'error',
      'max-lines': ['error', 400],
    },
  },
  architecture,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 },
      ],
      // Numbers in messages are what a template is for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Taking a name apart by code points is what matching does.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // A handler of an interface may be async without awaiting (`async` makes it throw later).
      '@typescript-eslint/require-await': 'off',
      // Rows keep fields in plain dictionaries: they are stored as they are.
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}', 'test/interface/**/*.tsx'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      'react-hooks/exhaustive-deps': 'error',
      // Event handlers of React may return promises: the event system ignores them.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
    },
  },
  {
    files: PROGRAM,
    rules: { 'no-console': 'error', 'no-alert': 'error', 'no-debugger': 'error' },
  },
  {
    files: ['electron/web/main.ts'],
    // Its console is its protocol: the ready line, and why it could not start.
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // An assertion that fails on `undefined` is a failing test, which is what a test is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Playwright's fixtures hand over with a function named `use`; it is no React hook.
    files: ['test/e2e/**/*.ts'],
    rules: { 'no-empty-pattern': 'off' },
  },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.strict],
  },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
);
