import './browser';
import { render, type RenderResult } from '@testing-library/react';
import { randomUUID } from 'node:crypto';
import { createMemoryRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import type { PreloadBridge } from '@shared/contract/preload';
import { defaultSettings, type Settings } from '@shared/contract/settings';
import { createI18n } from '@shared/i18n/i18n';
import type { Draft } from '@shared/operation/operation';
import { ProjectionDatabase } from '@renderer/db/database';
import { rebuild } from '@renderer/db/rebuild';
import { Store } from '@renderer/db/store';
import { MemoryRegister } from '../../support/memory-register';
import { MemoryStorage } from '../../support/memory-storage';
import { UNPROTECTED } from '../../support/protection-states';
import { HostPins } from './host-pins';

/**
 * A window of the program in jsdom: the real providers, pages and projections over a register in
 * memory. The bridge is put where Electron's preload script would put it, before anything reads it.
 */
export interface TestWindow {
  readonly view: RenderResult;
  readonly register: MemoryRegister;
  readonly store: Store;
  /** The settings as the host holds them now. */
  readonly settings: () => Settings;
  /** The host's PINs; there are none at first. */
  readonly pins: HostPins;
  /** Where the window is. */
  readonly path: () => string;
}

interface TestWindowOptions {
  routes: RouteObject[];
  at: string;
  settings?: Partial<Settings>;
  /** What the register holds when the window opens. */
  drafts?: Draft[];
  /** The data of an earlier window: this one is opened on it after that one was closed. */
  store?: Store;
}

/** Who acts when a window opens. */
export const OPERATOR = randomUUID();
const host = {
  register: new MemoryRegister(randomUUID(), Date.now),
  settings: freshSettings(),
  pins: new HostPins(),
};

function freshSettings(): Settings {
  return {
    ...defaultSettings({ operatorId: OPERATOR, locale: 'en-GB' }),
    started: true,
    deskName: 'Test desk',
  };
}

const nothing = () => Promise.reject(new Error('not in this test'));
const preload: PreloadBridge = {
  app: {
    hello: () =>
      Promise.resolve({
        version: '0.0.0',
        shell: 'electron' as const,
        platform: 'linux',
        locale: 'en-GB',
        development: true,
      }),
    openWindow: nothing,
    clearStorage: nothing,
  },
  settings: {
    read: () => Promise.resolve(host.settings),
    write: ({ patch }) => Promise.resolve((host.settings = { ...host.settings, ...patch })),
  },
  register: {
    status: () =>
      Promise.resolve({
        life: host.register.life,
        last: host.register.operations.length,
        clock: null,
        operations: host.register.operations.length,
        epoch: host.register.epoch,
        verified: null,
        backup: { state: 'current' as const, at: null },
        recovery: null,
      }),
    commit: ({ drafts }) => host.register.commit(drafts as Draft[]),
    read: ({ after, limit }) => host.register.read(after, limit),
    history: ({ record }) =>
      Promise.resolve({
        operations: host.register.operations.filter(({ operation: { body, subjects } }) => {
          return body['id'] === record || subjects.includes(record);
        }),
      }),
    journal: () => Promise.resolve({ operations: [], more: false }),
    verify: nothing,
    erasure: nothing,
  },
  protection: {
    status: () => Promise.resolve(UNPROTECTED),
    page: () => Promise.resolve({ database: 'rostrum', key: null }),
    prepare: nothing,
    setUp: nothing,
    unlock: nothing,
    lock: () => Promise.resolve({ ok: false as const, reason: 'no-way' as const }),
    changePassphrase: nothing,
    renewRecovery: nothing,
    useKeyStore: nothing,
  },
  operators: {
    signIn: ({ operator, pin }) => {
      const answer = host.pins.check(operator, pin);
      if (answer.ok) {
        host.settings = { ...host.settings, operator: { id: operator } };
        host.pins.signedIn.push(operator);
      }
      return Promise.resolve(answer);
    },
    setPin: async ({ operator, current, pin }) => {
      const own = operator === host.settings.operator.id;
      const answer = own ? host.pins.check(operator, current) : { ok: true as const };
      if (!answer.ok) return answer;
      await host.register.commit([host.pins.keep(operator, pin, host.register.operations)]);
      return { ok: true };
    },
  },
  texts: {
    keep: nothing,
    kept: () => Promise.resolve({ texts: [] }),
    drop: nothing,
  },
  blobs: { put: nothing, get: nothing, discard: nothing },
  files: { choose: nothing, read: nothing, save: nothing },
  print: { pdf: nothing },
  events: {
    'register.committed': (listener) =>
      host.register.onCommitted((last, epoch) => listener({ last, epoch })),
    'protection.changed': () => () => undefined,
    'protection.progress': () => () => undefined,
  },
};
Object.assign(window, { rostrum: preload });

/** Opens a window. Pages are imported by the test after this module, so that they find the bridge. */
export async function openWindow(options: TestWindowOptions): Promise<TestWindow> {
  const { SettingsProvider } = await import('@renderer/features/settings');
  const { Providers } = await import('@renderer/app/providers');
  host.pins = new HostPins();
  if (options.store === undefined) host.register = new MemoryRegister(randomUUID(), Date.now);
  host.settings = { ...freshSettings(), ...options.settings };
  if (options.drafts) await host.register.commit(options.drafts);

  const { register } = host;
  const store = options.store ?? (await openStore(register));

  const words = createI18n({ language: host.settings.language, strict: true });
  const router = createMemoryRouter(options.routes, { initialEntries: [options.at] });
  const view = render(
    <SettingsProvider initial={host.settings} hello={await preload.app.hello({})}>
      <Providers words={words} store={store}>
        <RouterProvider router={router} />
      </Providers>
    </SettingsProvider>,
  );
  return {
    view,
    register,
    store,
    settings: () => host.settings,
    pins: host.pins,
    path: () => router.state.location.pathname,
  };
}

async function openStore(register: MemoryRegister): Promise<Store> {
  const db = new ProjectionDatabase(`test-${randomUUID()}`);
  const store = new Store(
    db,
    register,
    new MemoryStorage(),
    (following, readPage, onProgress) => rebuild(db, following, readPage, onProgress),
    () => Date.now(),
  );
  await store.start();
  return store;
}
