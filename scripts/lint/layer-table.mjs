// @ts-check
/**
 * The one-way table of imports: which layer may use which, and which packages belong to which
 * layer. It is the architecture in executable form; `layers.mjs` holds the tree to it and
 * `test/architecture/layers.test.ts` proves that it still bites.
 */

/**
 * @typedef {object} Layer
 * @property {string} path the folder (or single file), relative to the project
 * @property {string[]} uses layers whose values and types may be imported; `x/*` means all below x
 * @property {string[]} [types] layers of which only types may be imported
 * @property {boolean} [door] entered from outside only through its `index.ts`
 */

const PURE = ['assets'];
const RENDERER_BASE = ['shared/*', 'assets'];
const HOST = ['shared/*', 'assets', 'electron/register', 'electron/links', 'electron/delivery'];
const SERVICES = [...HOST, 'electron/settings', 'electron/protection'];

/** Longest path first wins, so a file's layer is the most specific one. @type {Layer[]} */
export const LAYERS = [
  { path: 'assets', uses: [] },

  { path: 'shared/operation', uses: PURE },
  { path: 'shared/i18n', uses: PURE },
  { path: 'shared/domain', uses: [...PURE, 'shared/operation'] },
  { path: 'shared/journal', uses: [...PURE, 'shared/operation', 'shared/domain'] },
  {
    path: 'shared/projections',
    uses: [...PURE, 'shared/operation', 'shared/domain', 'shared/journal'],
  },
  {
    path: 'shared/statistics',
    uses: [
      ...PURE,
      'shared/operation',
      'shared/domain',
      'shared/journal',
      'shared/projections',
      'shared/i18n',
    ],
  },
  {
    path: 'shared/codecs',
    uses: [
      ...PURE,
      'shared/operation',
      'shared/domain',
      'shared/journal',
      'shared/projections',
      'shared/statistics',
      'shared/i18n',
    ],
  },
  { path: 'shared/matching', uses: [...PURE, 'shared/operation', 'shared/domain'] },
  { path: 'shared/sync', uses: [...PURE, 'shared/operation', 'shared/journal'] },
  {
    path: 'shared/contract',
    uses: [...PURE, 'shared/operation', 'shared/domain', 'shared/journal', 'shared/sync'],
    types: ['shared/*'],
  },

  { path: 'electron/main.ts', uses: ['shared/*', 'assets', 'electron/*'] },
  { path: 'electron/preload.ts', uses: ['shared/contract'], types: ['shared/*'] },
  { path: 'electron/register', uses: ['shared/*', 'assets'] },
  { path: 'electron/settings', uses: ['shared/*', 'assets'] },
  { path: 'electron/protection', uses: ['shared/*', 'assets', 'electron/register'] },
  { path: 'electron/links', uses: ['shared/*', 'assets', 'electron/register'] },
  { path: 'electron/delivery', uses: ['shared/*', 'assets', 'electron/register'] },
  { path: 'electron/bridge', uses: SERVICES },
  { path: 'electron/shell', uses: [...SERVICES, 'electron/bridge'] },
  { path: 'electron/web', uses: [...SERVICES, 'electron/bridge'] },

  { path: 'renderer/bridge', uses: RENDERER_BASE },
  { path: 'renderer/ui', uses: ['assets', 'shared/i18n'] },
  { path: 'renderer/db', uses: [...RENDERER_BASE, 'renderer/bridge'] },
  { path: 'renderer/workers', uses: [...RENDERER_BASE, 'renderer/db'] },
  {
    path: 'renderer/features',
    uses: [
      ...RENDERER_BASE,
      'renderer/bridge',
      'renderer/ui',
      'renderer/db',
      'renderer/workers',
      'renderer/features',
    ],
    door: true,
  },
  { path: 'renderer/app', uses: [...RENDERER_BASE, 'renderer/*'] },
  { path: 'renderer/main.tsx', uses: [...RENDERER_BASE, 'renderer/*'] },
  { path: 'renderer/styles', uses: [] },
  { path: 'renderer/main.tsx', uses: [...RENDERER_BASE, 'renderer/*'] },
];

/** Folders whose files may import anything: nothing of the program may import them. */
export const OUTSIDE = ['test', 'scripts'];

/** Packages that have no platform in them, and so may be used by `shared/`. */
export const PURE_PACKAGES = [
  '@date-fns/tz',
  '@noble/ciphers',
  '@noble/hashes',
  'date-fns',
  'diff',
  'docx',
  'fflate',
  'hucre',
  'i18next',
  'minisearch',
  'papaparse',
  'qr',
  'uuid',
  'zod',
];

/**
 * Packages with an owner: a file outside `only` may not import them.
 * @type {{ packages: RegExp; only: string[]; because: string }[]}
 */
export const OWNED_PACKAGES = [
  {
    packages: /^electron(\/|$)/,
    only: ['electron/shell', 'electron/main.ts', 'electron/preload.ts'],
    because: 'only electron/shell, electron/main.ts and electron/preload.ts know Electron',
  },
  {
    packages: /^electron-store(\/|$)/,
    only: ['electron/shell', 'electron/settings', 'electron/main.ts'],
    because: 'electron-store needs Electron; settings are reached through electron/settings',
  },
  {
    packages: /^dexie(-react-hooks)?(\/|$)/,
    only: ['renderer/db'],
    because: 'only renderer/db knows Dexie; ask it through a query',
  },
  {
    packages:
      /^(react|react-dom|react-router|react-i18next|react-hook-form|recharts|@mantine\/.+|@tabler\/.+|@tanstack\/.+|@fontsource.+)(\/|$)/,
    only: ['renderer'],
    because: 'the interface lives in renderer/',
  },
  {
    packages: /^(ws|conf|bonjour-service|webdav)(\/|$)/,
    only: ['electron'],
    because: 'the network and the disk belong to electron/',
  },
];

/** @param {string} file @param {string} path */
const within = (file, path) => file === path || file.startsWith(`${path}/`);

/**
 * The layer of a file, `null` outside the program (test, scripts, configuration), `undefined`
 * when the file lies in the program but in no known layer.
 * @param {string} file project-relative, with forward slashes
 * @returns {Layer | null | undefined}
 */
export function layerOf(file) {
  const found = LAYERS.find((layer) => within(file, layer.path) || isModule(file, layer.path));
  if (found !== undefined) return found;
  return ['shared', 'electron', 'renderer'].some((top) => within(file, top)) ? undefined : null;
}

/** `electron/preload` names the layer `electron/preload.ts`. @param {string} file @param {string} path */
const isModule = (file, path) => path.endsWith('.ts') && file === path.slice(0, -'.ts'.length);

/** @param {string[]} list @param {string} path */
const listed = (list, path) =>
  list.some((entry) =>
    entry.endsWith('/*') ? path.startsWith(entry.slice(0, -1)) : entry === path,
  );

/** The feature a file belongs to (`desk`), or `null`. @param {string} file */
function featureOf(file) {
  return /^renderer\/features\/([^/]+)/.exec(file)?.[1] ?? null;
}

/**
 * Why `from` may not import `to`, or `null` when it may.
 * @param {string} from project-relative file
 * @param {string} to project-relative file or folder, extension optional
 * @param {boolean} typeOnly
 * @returns {string | null}
 */
export function whyNot(from, to, typeOnly) {
  const source = layerOf(from);
  if (source === null) return null;
  if (source === undefined)
    return `${from} is in no layer: add its folder to scripts/lint/layer-table.mjs`;
  if (OUTSIDE.some((path) => within(to, path))) return `the program may not import ${to}`;
  const target = layerOf(to);
  if (target === undefined)
    return `${to} is in no layer: add its folder to scripts/lint/layer-table.mjs`;
  if (target === null) return to === 'package.json' ? null : `${to} is not part of the program`;
  if (source === target) return target.door ? throughDoor(from, to) : null;
  if (listed(source.uses, target.path)) return target.door ? throughDoor(from, to) : null;
  if (typeOnly && listed(source.types ?? [], target.path)) return null;
  if (listed(source.types ?? [], target.path))
    return `${source.path} may import only types from ${target.path}`;
  return `${source.path} may not import ${target.path}`;
}

/** @param {string} from @param {string} to */
function throughDoor(from, to) {
  const feature = featureOf(to);
  if (feature === null || featureOf(from) === feature) return null;
  const door = `renderer/features/${feature}`;
  if ([door, `${door}/index`, `${door}/index.ts`].includes(to)) return null;
  // Whatever the app reaches without waiting is in the first load. A feature that lends parts to
  // others therefore gives the app its pages, which are fetched when they are opened, by themselves.
  if (within(from, 'renderer/app') && to === `${door}/pages`) return null;
  return `the feature ${feature} is entered only through ${door}/index.ts`;
}

/**
 * Why `from` may not import the package `name`, or `null` when it may.
 * @param {string} from project-relative file
 * @param {string} name the specifier as written
 * @param {boolean} builtin whether it is a module of Node itself
 * @returns {string | null}
 */
export function whyNotPackage(from, name, builtin) {
  if (layerOf(from) === null) return null;
  if (builtin)
    return within(from, 'electron') && !within(from, 'electron/preload.ts')
      ? null
      : `${name} is Node's: only electron/ (and not its preload) may use it`;
  for (const { packages, only, because } of OWNED_PACKAGES)
    if (packages.test(name) && !only.some((path) => within(from, path)))
      return `${name}: ${because}`;
  if (within(from, 'shared') && !PURE_PACKAGES.some((pure) => within(name, pure)))
    return `${name} is not on the list of packages that shared/ may use`;
  return null;
}
