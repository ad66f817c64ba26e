import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { architecture } from '../../eslint.config.js';

/**
 * The tree being clean is shown by `npm run test:lint`. Here violations are planted, one for every
 * sentence of the architecture, to prove that the rules still bite; and what is allowed is planted
 * too, to prove that they do not bite everything.
 */
const root = join(import.meta.dirname, '..', '..');
const linter = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: architecture,
  ignore: false,
});

async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await linter.lintText(code, { filePath: join(root, filePath) });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId ?? 'parse'}: ${message}`);
}

const layer = (why: string) => `rostrum/layers: ${why}`;

describe('imports point one way', () => {
  it.each([
    ['shared/operation/x.ts', '../domain/person/types', 'shared/operation may not import'],
    ['shared/domain/person/x.ts', '../../journal/catalogue', 'shared/domain may not import'],
    ['shared/domain/person/x.ts', '@shared/matching/fold', 'shared/domain may not import'],
    ['shared/journal/x.ts', '../projections/person', 'shared/journal may not import'],
    ['shared/projections/x.ts', '../statistics/parties', 'shared/projections may not import'],
    ['shared/statistics/x.ts', '../codecs/csv/parse', 'shared/statistics may not import'],
    ['shared/matching/x.ts', '../projections/person', 'shared/matching may not import'],
    ['shared/sync/x.ts', '../domain/person/types', 'shared/sync may not import'],
    ['shared/i18n/x.ts', '../domain/person/types', 'shared/i18n may not import'],
    ['shared/domain/x.ts', '@electron/register/open', 'shared/domain may not import'],
    ['shared/domain/x.ts', '../../renderer/db/database', 'shared/domain may not import'],
    ['electron/register/x.ts', '@renderer/db/database', 'electron/register may not import'],
    ['electron/register/x.ts', '../bridge/router', 'electron/register may not import'],
    ['electron/bridge/x.ts', '../shell/window', 'electron/bridge may not import'],
    ['electron/bridge/x.ts', '../web/server', 'electron/bridge may not import'],
    ['electron/web/x.ts', '../shell/window', 'electron/web may not import'],
    ['electron/shell/x.ts', '../web/server', 'electron/shell may not import'],
    ['electron/preload.ts', './register/open', 'electron/preload.ts may not import'],
    ['renderer/app/x.tsx', '@electron/register/open', 'renderer/app may not import'],
    ['renderer/ui/x.tsx', '@shared/domain/person/types', 'renderer/ui may not import'],
    ['renderer/ui/x.tsx', '../features/desk', 'renderer/ui may not import'],
    ['renderer/db/x.ts', '../app/providers', 'renderer/db may not import'],
    ['renderer/workers/x.ts', '../bridge/client', 'renderer/workers may not import'],
    ['renderer/features/desk/x.tsx', '../../app/routes', 'renderer/features may not import'],
    ['renderer/app/x.tsx', '../../test/support/shared-data', 'the program may not import test'],
  ])('%s ✗ %s', async (file, module, why) => {
    const [complaint, ...others] = await complaints(file, `import { x } from '${module}';\nx();`);
    expect(complaint).toContain(layer(why));
    expect(others).toEqual([]);
  });

  it.each([
    ['shared/domain/person/x.ts', '../../operation/operation'],
    ['shared/domain/person/x.ts', '../meeting/types'],
    ['shared/codecs/csv/x.ts', '@shared/operation/operation'],
    ['shared/sync/x.ts', '../journal/chain'],
    ['electron/main.ts', './shell/window'],
    ['electron/main.ts', 'electron'],
    ['electron/shell/window.ts', 'electron'],
    ['electron/register/x.ts', 'node:sqlite'],
    ['electron/web/x.ts', 'ws'],
    ['renderer/db/x.ts', 'dexie'],
    ['renderer/app/routes.tsx', '../features/desk'],
    ['renderer/features/desk/page.tsx', './parts/search'],
    ['renderer/features/desk/page.tsx', '../people'],
    ['renderer/features/desk/page.tsx', '@renderer/db/queries/people'],
    ['test/unit/operation/x.test.ts', '@electron/register/open'],
  ])('%s ✓ %s', async (file, module) => {
    expect(await complaints(file, `import { x } from '${module}';\nx();`)).toEqual([]);
  });
});

describe('every form of import counts', () => {
  it.each([
    ['a type import', `import type { P } from '../domain/person/types';`],
    ['an inline type import', `import { type P } from '../domain/person/types';`],
    ['an import for its effect', `import '../domain/person/types';`],
    ['a re-export', `export { p } from '../domain/person/types';`],
    ['a re-export of all', `export * from '../domain/person/types';`],
    ['a type re-export', `export type { P } from '../domain/person/types';`],
    ['a dynamic import', `export const p = () => import('../domain/person/types');`],
    ['a dynamic import by template', 'export const p = () => import(`../domain/person/types`);'],
    ['an import() type', `export type P = import('../domain/person/types').P;`],
    ['an import assignment', `import p = require('../domain/person/types');`],
    ['require', `const p = require('../domain/person/types');`],
    ['a path in disguise', `import '../operation/../domain/person/types';`],
    ['an alias', `import '@shared/domain/person/types';`],
    ['a query', `import '../domain/person/types?raw';`],
    ['a worker', `new URL('../domain/person/types.ts', import.meta.url);`],
    ['a glob', `import.meta.glob(['../domain/*.ts']);`],
  ])('%s', async (_form, code) => {
    expect(await complaints('shared/operation/x.ts', code)).toContain(
      layer('shared/operation may not import shared/domain'),
    );
  });

  it('a computed name is refused, since nobody could check it', async () => {
    const [complaint] = await complaints('shared/operation/x.ts', 'void import(name);');
    expect(complaint).toContain('must name its module as a constant');
  });

  it('the contract may use any types of shared, but not their values', async () => {
    const types = `import type { F } from '../statistics/figures';\nexport type G = F;`;
    const values = `export { f } from '../statistics/figures';`;
    expect(await complaints('shared/contract/x.ts', types)).toEqual([]);
    expect(await complaints('shared/contract/x.ts', values)).toEqual([
      layer('shared/contract may import only types from shared/statistics'),
    ]);
  });

  it('a folder that no table knows is refused', async () => {
    const [complaint] = await complaints('shared/utils/x.ts', `import 'zod';import './y';`);
    expect(complaint).toContain('is in no layer');
  });
});

describe('a feature has one door', () => {
  it.each([
    ['renderer/features/desk/page.tsx', '../people/parts/card'],
    ['renderer/features/desk/parts/x.tsx', '../../people/hooks'],
    ['renderer/app/routes.tsx', '@renderer/features/people/page'],
    ['renderer/features/desk/page.tsx', '../people/pages'],
  ])('%s ✗ %s', async (file, module) => {
    expect(await complaints(file, `void import('${module}');`)).toEqual([
      layer('the feature people is entered only through renderer/features/people/index.ts'),
    ]);
  });
});

describe('the app gets the pages of a feature that lends parts', () => {
  it('by themselves', async () => {
    const pages = `void import('@renderer/features/people/pages');`;
    expect(await complaints('renderer/app/pages.ts', pages)).toEqual([]);
  });
});

describe('packages and globals have owners', () => {
  it.each([
    ['electron in the register', 'electron/register/x.ts', `import { app } from 'electron';`],
    ['electron/main in the bridge', 'electron/bridge/x.ts', `import 'electron/main';`],
    ['electron in the renderer', 'renderer/app/x.ts', `import type { I } from 'electron';`],
    ['electron-store in the web shell', 'electron/web/x.ts', `import S from 'electron-store';`],
    ['dexie in a feature', 'renderer/features/desk/x.ts', `import type { T } from 'dexie';`],
    ['dexie hooks in a feature', 'renderer/features/desk/x.ts', `import 'dexie-react-hooks';`],
    ['React in shared', 'shared/domain/x.ts', `import 'react';`],
    ['React in electron', 'electron/web/x.ts', `import 'react-dom/server';`],
    ['Node in shared', 'shared/journal/x.ts', `import 'node:crypto';`],
    ['Node without prefix in shared', 'shared/journal/x.ts', `import 'fs';`],
    ['Node in the renderer', 'renderer/db/x.ts', `import 'node:fs';`],
    ['Node in the preload', 'electron/preload.ts', `import 'node:fs';`],
    ['an unlisted package in shared', 'shared/journal/x.ts', `import 'left-pad';`],
    ['the network in the renderer', 'renderer/bridge/x.ts', `import 'ws';`],
  ])('%s', async (_what, file, code) => {
    const found = await complaints(file, code);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^rostrum\/layers: /);
  });

  it.each([
    ['window.rostrum', 'window.rostrum.get();'],
    ["window['rostrum']", "window['rostrum'].get();"],
    ['a cast', '(window as unknown as W).rostrum.get();'],
    ['destructuring', 'const { rostrum } = window; rostrum.get();'],
  ])('only renderer/bridge/client.ts reads %s', async (_what, code) => {
    expect(await complaints('renderer/features/desk/x.ts', code)).toEqual([
      'no-restricted-syntax: only renderer/bridge/client.ts reads window.rostrum',
    ]);
    expect(await complaints('renderer/bridge/client.ts', code)).toEqual([]);
  });
});

describe('shared is pure', () => {
  it.each([
    'Date.now();',
    'new Date();',
    'Date();',
    'performance.now();',
    'Math.random();',
    'crypto.randomUUID();',
    'crypto.getRandomValues(bytes);',
    'v7();',
    'uuidv4();',
    'window.name;',
    'setTimeout(f, 1);',
    'process.env;',
    'fetch(x);',
    'localStorage.x;',
  ])('%s', async (code) => {
    const found = await complaints('shared/domain/x.ts', code);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^no-restricted-(syntax|globals): .*shared\/ /);
    expect(await complaints('electron/register/x.ts', code)).toEqual([]);
  });

  it('a given time and a given random value are welcome', async () => {
    const code = 'new Date(at); v7({ msecs, random }); Math.floor(x);';
    expect(await complaints('shared/domain/x.ts', code)).toEqual([]);
  });
});

describe('tests are honest', () => {
  it.each([
    `it.only('x', f);`,
    `describe.skip('x', f);`,
    `test.fixme('x', f);`,
    `await page.waitForTimeout(100);`,
    `await new Promise((r) => setTimeout(r, 10));`,
    `import { setTimeout } from 'node:timers/promises';`,
  ])('%s', async (code) => {
    const found = await complaints('test/unit/x.test.ts', code);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^no-restricted-syntax: /);
  });
});

describe('the whole configuration', () => {
  const whole = new ESLint({ cwd: root });
  type Rules = Record<string, [number, ...unknown[]]>;
  const rulesFor = async (file: string) =>
    ((await whole.calculateConfigForFile(join(root, file))) as { rules: Rules }).rules;

  it.each([
    ['shared/domain/x.ts', 'no-restricted-syntax'],
    ['shared/domain/x.ts', 'no-restricted-globals'],
    ['renderer/features/desk/x.tsx', 'no-restricted-syntax'],
    ['test/unit/x.test.ts', 'no-restricted-syntax'],
    ['electron/register/x.ts', '@typescript-eslint/no-explicit-any'],
    ['renderer/features/desk/x.tsx', 'react-hooks/rules-of-hooks'],
  ])('%s has the layers and %s as errors', async (file, rule) => {
    const rules = await rulesFor(file);
    expect(rules['rostrum/layers']?.[0]).toBe(2);
    expect(rules[rule]?.[0]).toBe(2);
  });

  it('keeps the selectors of each folder', async () => {
    for (const [file, word] of [
      ['shared/domain/x.ts', 'shared/ reads no clock'],
      ['renderer/app/x.tsx', 'window.rostrum'],
      ['test/e2e/x.spec.ts', 'no sleeps'],
    ] as const)
      expect(JSON.stringify((await rulesFor(file))['no-restricted-syntax'])).toContain(word);
  });

  it('listens to no comment that would switch a rule off', async () => {
    const config = (await whole.calculateConfigForFile(join(root, 'shared/domain/x.ts'))) as {
      linterOptions: { noInlineConfig?: boolean };
    };
    expect(config.linterOptions.noInlineConfig).toBe(true);
  });
});
