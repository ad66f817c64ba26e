import './browser';
import { MantineProvider } from '@mantine/core';
import { act, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { vi } from 'vitest';
import type { AnswerOf, EventOf, RequestOf } from '@shared/contract/contract';
import type { ProtectionStatus } from '@shared/contract/protection';
import { defaultSettings, type Settings } from '@shared/contract/settings';
import { createI18n } from '@shared/i18n/i18n';
import { UNPROTECTED } from '../../support/protection-states';

/**
 * A window without a store, as it is while the desk is locked, over a host whose protection answers
 * what the test says.
 */
export const RECOVERY = 'AB12-CD34-EF56-GH78-JK9M-NP0Q-RS1T-VW2X-YZ3A';

type Channel = 'prepare' | 'setUp' | 'unlock' | 'lock' | 'changePassphrase' | 'renewRecovery';
type Mocks = {
  [C in Channel | 'useKeyStore']: ReturnType<
    typeof vi.fn<(request: RequestOf<`protection.${C}`>) => Promise<AnswerOf<`protection.${C}`>>>
  >;
};

const done = () => Promise.resolve({ ok: true } as const);
const pdf = new Uint8Array([37, 80, 68, 70]);

function freshMocks() {
  const protection: Mocks = {
    prepare: vi.fn(() => Promise.resolve({ recovery: RECOVERY })),
    setUp: vi.fn(done),
    unlock: vi.fn(done),
    lock: vi.fn(done),
    changePassphrase: vi.fn(done),
    renewRecovery: vi.fn(done),
    useKeyStore: vi.fn(done),
  };
  return {
    ...protection,
    pdf: vi.fn((_request: RequestOf<'print.pdf'>) =>
      Promise.resolve<AnswerOf<'print.pdf'>>({ ok: true, bytes: pdf }),
    ),
    save: vi.fn(({ name }: RequestOf<'files.save'>) =>
      Promise.resolve<AnswerOf<'files.save'>>({ ok: true, saved: true, name, download: null }),
    ),
  };
}

export const OPEN: ProtectionStatus = {
  ...UNPROTECTED,
  state: 'open',
  ways: { passphrase: true, keyStore: false, recovery: true },
};
export const LOCKED: ProtectionStatus = { ...OPEN, state: 'locked', lock: 'start' };

const changed = new Set<(value: EventOf<'protection.changed'>) => void>();
const progressed = new Set<(value: EventOf<'protection.progress'>) => void>();

/** The host of the test: its answers can be replaced, and its calls are counted. */
export const host = {
  ...freshMocks(),
  status: UNPROTECTED,
  /** What asking for the status throws, when it does. */
  fault: null as Error | null,
  settings: freshSettings(),
};

function freshSettings(): Settings {
  return {
    ...defaultSettings({ operatorId: '01935a3e-0000-7000-8000-000000000001', locale: 'en-GB' }),
    started: true,
    deskName: 'Reception A',
  };
}

const listen =
  <T,>(listeners: Set<(value: T) => void>) =>
  (listener: (value: T) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

Object.assign(window, {
  rostrum: {
    settings: {
      write: ({ patch }: RequestOf<'settings.write'>) =>
        Promise.resolve((host.settings = { ...host.settings, ...patch })),
    },
    protection: {
      status: () =>
        host.fault === null ? Promise.resolve(host.status) : Promise.reject(host.fault),
      prepare: (request: RequestOf<'protection.prepare'>) => host.prepare(request),
      setUp: (request: RequestOf<'protection.setUp'>) => host.setUp(request),
      unlock: (request: RequestOf<'protection.unlock'>) => host.unlock(request),
      lock: (request: RequestOf<'protection.lock'>) => host.lock(request),
      changePassphrase: (request: RequestOf<'protection.changePassphrase'>) =>
        host.changePassphrase(request),
      renewRecovery: (request: RequestOf<'protection.renewRecovery'>) =>
        host.renewRecovery(request),
      useKeyStore: (request: RequestOf<'protection.useKeyStore'>) => host.useKeyStore(request),
    },
    print: { pdf: (request: RequestOf<'print.pdf'>) => host.pdf(request) },
    files: { save: (request: RequestOf<'files.save'>) => host.save(request) },
    events: {
      'protection.changed': listen(changed),
      'protection.progress': listen(progressed),
    },
  },
});

/** The host's state of protection changes, and every window hears of it. */
export async function turn(status: ProtectionStatus): Promise<void> {
  host.status = status;
  await act(async () => {
    for (const listener of [...changed]) listener({ state: status.state });
    await Promise.resolve();
  });
}

export function progress(value: EventOf<'protection.progress'>): void {
  act(() => {
    for (const listener of [...progressed]) listener(value);
  });
}

interface WindowOptions {
  status: ProtectionStatus;
  fault?: Error;
  settings?: Partial<Settings>;
}

/** Shows something of the protection feature. */
export async function show(element: ReactNode, options: WindowOptions): Promise<RenderResult> {
  const { SettingsProvider } = await import('@renderer/features/settings');
  const { Announcer } = await import('@renderer/ui/announcer');
  const { Toasts } = await import('@renderer/ui/toasts');
  Object.assign(host, freshMocks());
  host.status = options.status;
  host.fault = options.fault ?? null;
  host.settings = { ...freshSettings(), ...options.settings };
  const words = createI18n({ language: host.settings.language, strict: true });
  const hello = {
    version: '0.0.0',
    shell: 'electron',
    platform: 'linux',
    locale: 'en-GB',
    development: true,
  } as const;
  return render(
    <SettingsProvider initial={host.settings} hello={hello}>
      <I18nextProvider i18n={words}>
        <MantineProvider>
          {element}
          <Toasts />
          <Announcer />
        </MantineProvider>
      </I18nextProvider>
    </SettingsProvider>,
  );
}
