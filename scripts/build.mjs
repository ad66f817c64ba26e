// @ts-check
/**
 * `npm run build`: builds what is stale. `--force` builds everything; `--bar` fails when the first
 * load is over its bar.
 * Inputs of each part are hashed; the hash and the files written are kept in build/.stamp.
 */
import { existsSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { FIRST_LOAD_BAR, firstLoad } from './lib/first-load.mjs';
import { ensureInstalled, onProjectNode } from './lib/install.mjs';
import { at, hashOf, isMain, Plain, readJson, run, seconds, writeJson } from './lib/project.mjs';

const COMMON = [
  'package.json',
  'package-lock.json',
  'scripts/build.mjs',
  'scripts/lib/first-load.mjs',
  'tsconfig.json',
  'scripts/lib/vite-base.mjs',
];

/** @type {{ name: string; entry: string; result: string; inputs: string[] }[]} */
const PARTS = [
  {
    name: 'main',
    entry: 'electron/main.ts',
    result: 'build/main/main.js',
    inputs: ['electron', 'shared', 'assets'],
  },
  {
    name: 'preload',
    entry: 'electron/preload.ts',
    result: 'build/preload/preload.cjs',
    inputs: ['electron/preload.ts', 'shared', 'assets'],
  },
  {
    name: 'web',
    entry: 'electron/web/main.ts',
    result: 'build/web/main.js',
    inputs: ['electron', 'shared', 'assets'],
  },
  {
    name: 'renderer',
    entry: 'renderer/index.html',
    result: 'build/renderer/index.html',
    inputs: ['renderer', 'shared', 'assets'],
  },
];

/** @param {string} name */
const stampFile = (name) => at('build', '.stamp', `${name}.json`);

/** @param {(typeof PARTS)[number]} part */
const inputHash = (part) => hashOf([...part.inputs, ...COMMON, `vite.${part.name}.config.ts`]);

/** @param {(typeof PARTS)[number]} part */
function isFresh(part) {
  const stamp = readJson(stampFile(part.name));
  return (
    stamp !== null &&
    stamp.files.every((/** @type {string} */ file) => existsSync(at(file))) &&
    stamp.inputs === inputHash(part)
  );
}

/** The parts whose inputs changed since they were built, or whose results are gone. */
const staleParts = () => PARTS.filter((part) => !isFresh(part));

/** @param {(typeof PARTS)[number]} part */
async function buildPart(part) {
  if (!existsSync(at(part.entry)))
    throw new Plain(`Cannot build "${part.name}": its entry ${part.entry} is missing.`);
  const started = performance.now();
  const inputs = inputHash(part);
  // The stamp goes first: a build that dies half-way must not look finished.
  rmSync(stampFile(part.name), { force: true });
  const { build } = await import('vite');
  const result = await build({
    configFile: at(`vite.${part.name}.config.ts`),
    // Writes nothing beside the configuration: node_modules may belong to somebody else.
    configLoader: 'runner',
  }).catch((error) => {
    throw new Plain(`Cannot build "${part.name}": ${plainText(error.message)}`);
  });
  if (Array.isArray(result) || !('output' in result))
    throw new Error(`vite built "${part.name}" in an unexpected form`);
  const dir = at('build', part.name);
  const size = part.name === 'renderer' ? firstLoad(result.output, dir) : undefined;
  writeJson(stampFile(part.name), {
    inputs,
    files: result.output.map(({ fileName }) => `build/${part.name}/${fileName}`),
    firstLoad: size,
  });
  console.log(`built ${part.name} in ${seconds(started)}${size ? `, ${describe(size.gzip)}` : ''}`);
}

/** @param {string} message */
const plainText = (message) =>
  (process.stderr.isTTY ? message : stripVTControlCharacters(message)).trim();

/** @param {number} gzip */
const describe = (gzip) =>
  `first load ${(gzip / 1000).toFixed(0)} kB gzip (bar ${FIRST_LOAD_BAR / 1000} kB)`;

/** Bytes of the first load as last built, or null. @returns {number | null} */
const builtFirstLoad = () => readJson(stampFile('renderer'))?.firstLoad?.gzip ?? null;

/**
 * Build what is stale. Every part is tried, so that all failures are seen.
 * @param {{ force?: boolean }} [options]
 */
export async function build({ force = false } = {}) {
  const parts = force ? PARTS : staleParts();
  process.env.NODE_ENV = 'production';
  const outcomes = await Promise.allSettled(parts.map(buildPart));
  const failures = outcomes.flatMap((o) => (o.status === 'rejected' ? [o.reason] : []));
  for (const failure of failures)
    console.error(failure instanceof Plain ? failure.message : failure);
  if (failures.length > 0)
    throw new Plain(`The build failed: ${failures.length} of ${parts.length} parts.`);
  return parts.map(({ name }) => name);
}

if (isMain(import.meta.url))
  await run(async () => {
    ensureInstalled();
    const code = await onProjectNode();
    if (code !== null) return code;
    const built = await build({ force: process.argv.includes('--force') });
    if (built.length === 0) console.log('everything is built already');
    const size = builtFirstLoad() ?? 0;
    if (process.argv.includes('--bar') && size > FIRST_LOAD_BAR)
      throw new Plain(`The interface is too large: ${describe(size)}.`);
    return 0;
  });
