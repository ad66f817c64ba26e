import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { contract, events as contractEvents } from '@shared/contract/contract';
import type * as StandIn from './support/electron-stand-in';

vi.mock('electron', () => import('./support/electron-stand-in'));

const electron = (await import('electron')) as unknown as typeof StandIn;
const { guardNavigation } = await import('@electron/shell/navigation');
const { isOwnUrl, pageUrl } = await import('@electron/shell/origin');
const { windowOptions, openWindow, showFirstWindow } = await import('@electron/shell/windows');
const { checkSender } = await import('@electron/shell/ipc');
const { answerPage, declareScheme } = await import('@electron/shell/protocol');
const { createDialogs } = await import('@electron/shell/dialogs');
const { createPrinter } = await import('@electron/shell/printing');
const { electronKeyStore } = await import('@electron/shell/key-store');
const { createElectronShell } = await import('@electron/shell/shell');
const { logFault } = await import('@electron/shell/log');
const { menuTemplate } = await import('@electron/shell/menu');

const base = mkdtempSync(join(tmpdir(), 'rostrum-shell-'));
const pages = join(base, 'renderer');
mkdirSync(join(pages, 'assets'), { recursive: true });
writeFileSync(join(pages, 'index.html'), '<meta name="style-nonce" content="__STYLE_NONCE__">');
writeFileSync(join(pages, 'assets', 'main.js'), 'export {};');
writeFileSync(join(base, 'secret.json'), '{}');
afterAll(() => rmSync(base, { recursive: true }));

beforeEach(() => {
  electron.BrowserWindow.opened.length = 0;
  electron.BrowserWindow.alive.clear();
  electron.app.removeAllListeners();
});

const foreign = [
  ...['https://example.org/', 'http://127.0.0.1/', 'file:///etc/passwd', 'data:text/html,x'],
  ...['javascript:alert(1)', 'about:blank', 'rostrum://other/', 'rostrum://app.example.org/'],
  ...['rostrum://user@app/', 'rostrum://app:80/', 'rostrumx://app/', 'blob:rostrum://app/x', ''],
];
const own = ['rostrum://app/', 'rostrum://app/#/desk', 'rostrum://app/index.html#/people?x=1'];

describe('the origin', () => {
  it.each(own)('%s is ours', (url) => expect(isOwnUrl(url)).toBe(true));
  it.each(foreign)('%j is not', (url) => expect(isOwnUrl(url)).toBe(false));
  it('is that of every page', () => expect(isOwnUrl(pageUrl('/projector'))).toBe(true));
});

describe('a window', () => {
  it('is sandboxed, isolated and without Node', () => {
    expect(windowOptions('/preload.cjs').webPreferences).toMatchObject({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
    });
  });

  it('opens on its route and is shown when there is something to see', async () => {
    await openWindow('/preload.cjs', '/projector');
    const [window] = electron.BrowserWindow.opened;
    expect(window?.webContents.getURL()).toBe('rostrum://app/#/projector');
    expect(window?.calls).toEqual(['show']);
  });

  it('comes to the front when the program is started again', async () => {
    await openWindow('/preload.cjs', '/');
    const [window] = electron.BrowserWindow.opened;
    window!.minimized = true;
    showFirstWindow();
    expect(window!.calls).toEqual(['show', 'restore', 'show', 'focus']);
  });
});

describe('the guard of navigation', () => {
  const openMail = vi.fn<(link: string) => void>();
  const guarded = () => {
    openMail.mockClear();
    guardNavigation(electron.app as never, openMail);
    return new electron.BrowserWindow({}).webContents;
  };
  const prevented = (event: string, details: object): boolean => {
    const preventDefault = vi.fn();
    guarded().emit(event, { ...details, preventDefault });
    return preventDefault.mock.calls.length > 0;
  };

  it.each(own)('lets the page go to %s', (url) =>
    expect(prevented('will-frame-navigate', { url, isMainFrame: true })).toBe(false),
  );
  it.each(foreign)('keeps the page from %j', (url) =>
    expect(prevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true),
  );
  it('keeps every other frame from going anywhere', () =>
    expect(prevented('will-frame-navigate', { url: own[0], isMainFrame: false })).toBe(true));
  it.each(['will-redirect', 'will-attach-webview'])('prevents %s', (event) =>
    expect(prevented(event, { url: own[0] })).toBe(true),
  );
  it.each([
    ['mailto:ada@example.org?subject=A&body=B', true, true],
    ['mailto:ada@example.org?subject=A', false, false],
    [`mailto:ada@example.org?body=${'A'.repeat(2000)}`, true, false],
    ['mailto:ada@example.org?attach=/etc/passwd', true, false],
    ['https://example.org/', true, false],
  ])(
    'hands %j to the mail program only as a draft of the page itself',
    (url, isMainFrame, opens) => {
      expect(prevented('will-frame-navigate', { url, isMainFrame })).toBe(true);
      expect(openMail.mock.calls).toEqual(opens ? [[url]] : []);
    },
  );
  it('denies pop-ups', () => expect(guarded().openHandler?.()).toEqual({ action: 'deny' }));
});

describe('the check of the sender', () => {
  const main = (url: string) => ({ url });
  it.each(own)('lets a page at %s call', (url) => {
    const frame = main(url);
    expect(() =>
      checkSender({ senderFrame: frame, sender: { mainFrame: frame } } as never),
    ).not.toThrow();
  });
  it.each(foreign)('refuses a page at %j', (url) => {
    const frame = main(url);
    expect(() =>
      checkSender({ senderFrame: frame, sender: { mainFrame: frame } } as never),
    ).toThrow('bridge(refused)');
  });
  it('refuses a frame inside the page', () => {
    const event = { senderFrame: main(own[0]!), sender: { mainFrame: main(own[0]!) } };
    expect(() => checkSender(event as never)).toThrow('bridge(refused)');
  });
  it('refuses a frame that has gone', () => {
    const event = { senderFrame: null, sender: { mainFrame: main(own[0]!) } };
    expect(() => checkSender(event as never)).toThrow('bridge(refused)');
  });
});

describe('the protocol', () => {
  const get = (url: string, method = 'GET') => answerPage({ method, url }, pages);

  it('is declared without a way around the policy', () => {
    declareScheme();
    expect(electron.protocol.privileged).toEqual([
      {
        scheme: 'rostrum',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ]);
  });

  it('serves the page with a policy and a nonce', async () => {
    const response = await get('rostrum://app/');
    expect(response.status).toBe(200);
    const nonce = /content="([^"]+)"/.exec(await response.text())?.[1];
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain(`'nonce-${nonce!}'`);
    expect(policy).toContain("script-src 'self'");
  });

  it.each(['rostrum://app/assets/main.js', 'rostrum://app/assets/main.js?v=1#x'])(
    'serves what was built: %s',
    async (url) => expect((await get(url)).status).toBe(200),
  );

  it.each([
    ...['rostrum://app/../secret.json', 'rostrum://app/%2e%2e/secret.json', 'rostrum://other/'],
    ...[
      'rostrum://app/assets/../../secret.json',
      'rostrum://app//etc/passwd',
      'file:///etc/passwd',
    ],
    ...['https://example.org/', 'rostrum://app/nothing.js', 'rostrum://app/assets/'],
  ])('serves nothing at %s', async (url) => expect((await get(url)).status).toBe(404));

  it.each(['POST', 'PUT', 'HEAD'])('answers no %s', async (method) =>
    expect((await get('rostrum://app/', method)).status).toBe(404),
  );
});

describe('dialogs', () => {
  const caller = { window: null };

  it('give tokens and names, never paths; a token reads once', async () => {
    const dialogs = createDialogs(() => 0);
    electron.dialog.choose = [electron.fileIn(base, 'list.csv', 'Name\n')];
    const { files } = await dialogs.chooseFiles({ accept: ['csv'], multiple: false }, caller);
    expect(files).toMatchObject([{ name: 'list.csv', size: 5 }]);
    expect(JSON.stringify(files)).not.toContain(base);
    expect(electron.dialog.asked.at(-1)).toEqual({
      properties: ['openFile'],
      filters: [{ name: 'csv', extensions: ['csv'] }],
    });
    const { token } = files[0]!;
    const read = await dialogs.readFile(token);
    expect(read).toMatchObject({ ok: true, name: 'list.csv' });
    expect(read.ok && Buffer.from(read.bytes).toString()).toBe('Name\n');
    expect(await dialogs.readFile(token)).toEqual({ ok: false, reason: 'unknown-token' });
  });

  it('take a path for no token', async () => {
    const path = electron.fileIn(base, 'other.csv', 'x');
    const answer = await createDialogs(() => 0).readFile(path);
    expect(answer).toEqual({ ok: false, reason: 'unknown-token' });
  });

  it('say that a file has become unreadable', async () => {
    const dialogs = createDialogs(() => 0);
    electron.dialog.choose = [join(base, 'gone.csv')];
    const { files } = await dialogs.chooseFiles({ accept: [], multiple: true }, caller);
    expect(await dialogs.readFile(files[0]!.token)).toEqual({ ok: false, reason: 'unreadable' });
  });

  it('save the whole file under its name, with nothing beside it', async () => {
    const folder = join(base, 'saved');
    mkdirSync(folder);
    electron.dialog.saveTo = join(folder, 'Отчёт.csv');
    const bytes = new TextEncoder().encode('x;y\n');
    const answer = await createDialogs(() => 0).saveFile({ name: 'list.csv', bytes }, caller);
    expect(answer).toEqual({ ok: true, saved: true, name: 'Отчёт.csv', download: null });
    expect(readdirSync(folder)).toEqual(['Отчёт.csv']);
    expect(readFileSync(electron.dialog.saveTo, 'utf8')).toBe('x;y\n');
  });

  it('save nothing when the user thinks better of it', async () => {
    electron.dialog.saveTo = '';
    const request = { name: 'list.csv', bytes: new Uint8Array() };
    const answer = await createDialogs(() => 0).saveFile(request, caller);
    expect(answer).toEqual({ ok: true, saved: false, name: 'list.csv', download: null });
  });

  it('say why a file could not be saved', async () => {
    electron.dialog.saveTo = join(base, 'nowhere', 'list.csv');
    const request = { name: 'list.csv', bytes: new Uint8Array() };
    const answer = await createDialogs(() => 0).saveFile(request, caller);
    expect(answer).toEqual({ ok: false, reason: 'failed' });
  });
});

describe('printing', () => {
  it('happens in a hidden window without scripts that may load its document alone', async () => {
    const scratch = join(base, 'scratch');
    mkdirSync(scratch);
    const answer = await createPrinter({ memory: null, scratch })('<p>Synthetic</p>');
    expect(answer.ok && Buffer.from(answer.bytes).toString()).toBe('%PDF-1.7 stand-in');
    const [window] = electron.BrowserWindow.opened;
    expect(window?.options).toMatchObject({
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
      },
    });
    expect(window?.options.webPreferences).not.toHaveProperty('preload');
    const { webContents } = window!;
    expect(webContents.printed).toMatchObject({ preferCSSPageSize: true, generateTaggedPDF: true });
    const verdict = (url: string) => {
      const answers: boolean[] = [];
      webContents.session.beforeRequest?.({ url }, ({ cancel }) => answers.push(cancel));
      return answers;
    };
    expect(verdict(webContents.getURL())).toEqual([false]);
    expect(verdict('data:image/png;base64,AAAA')).toEqual([false]);
    for (const url of foreign.filter((address) => !address.startsWith('data:'))) {
      expect(verdict(url)).toEqual([true]);
    }
    expect(electron.BrowserWindow.getAllWindows()).toEqual([]);
    expect(readdirSync(scratch)).toEqual([]);
  });
});

describe('the key store', () => {
  const key = new Uint8Array([0, 1, 254, 255]);
  beforeEach(() => Object.assign(electron.safeStorage, { available: true, backend: 'kwallet6' }));

  it.each<[boolean, string, NodeJS.Platform, string]>([
    [true, 'gnome_libsecret', 'linux', 'available'],
    [true, 'basic_text', 'linux', 'plain-text'],
    [true, 'unknown', 'linux', 'plain-text'],
    [false, 'basic_text', 'linux', 'none'],
    [true, '', 'darwin', 'available'],
    [true, '', 'win32', 'available'],
    [false, '', 'win32', 'none'],
  ])('there: %s, %s on %s is %s', async (available, backend, platform, expected) => {
    Object.assign(electron.safeStorage, { available, backend });
    expect(await electronKeyStore(platform).state()).toBe(expected);
  });

  it('opens what it sealed, and nothing else', async () => {
    const store = electronKeyStore('linux');
    const sealed = await store.seal(key);
    expect(sealed).not.toEqual(key);
    expect(await store.open(sealed)).toEqual(key);
    await expect(store.open(key)).rejects.toThrow();
  });
});

describe('what pages keep', () => {
  it('is removed by the host itself, for the pages of the app alone', async () => {
    const shell = createElectronShell({
      ...{ preload: '/preload.cjs', now: () => 0 },
      places: { memory: null, scratch: base },
    });
    expect(await shell.clearStorage()).toEqual({ fetch: null });
    expect(electron.session.defaultSession.cleared).toEqual([
      { origin: 'rostrum://app', storages: ['indexdb'] },
    ]);
  });
});

describe('the log', () => {
  it('holds a fault without its message', () => {
    const written: string[] = [];
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    logFault('register.commit', new TypeError('Sesame Synthetic is not a function'));
    spy.mockRestore();
    expect(written.join('')).toMatch(/^rostrum: register\.commit: TypeError\n {4}at /);
    expect(written.join('')).not.toContain('Synthetic');
  });
});

describe('the menu', () => {
  it.each([
    ['en', 'Edit'],
    ['ru', 'Правка'],
  ] as const)('is in the language of the desk: %s', (language, first) => {
    expect(menuTemplate(language, 'linux', false)[0]?.label).toBe(first);
    expect(menuTemplate(language, 'darwin', false)[0]).toEqual({ role: 'appMenu' });
  });

  it('has developer tools in development alone', () => {
    const tools = (development: boolean) =>
      JSON.stringify(menuTemplate('en', 'linux', development)).includes('toggleDevTools');
    expect([tools(false), tools(true)]).toEqual([false, true]);
  });
});

describe('the preload script', () => {
  it('puts one function a channel into the page, and nothing else', async () => {
    await import('@electron/preload');
    expect(Object.keys(electron.exposed)).toEqual(['rostrum']);
    const api = electron.exposed['rostrum'] as Record<string, Record<string, unknown>>;
    const { events, ...groups } = api;
    const channels = Object.entries(groups).flatMap(([group, functions]) =>
      Object.keys(functions).map((name) => `${group}.${name}`),
    );
    expect(channels.sort()).toEqual(Object.keys(contract).sort());
    for (const channel of channels) {
      const [group = '', name = ''] = channel.split('.');
      await (groups[group]?.[name] as (request: unknown) => Promise<unknown>)({ x: 1 });
      expect(electron.ipcRenderer.invoked.at(-1)).toEqual([channel, { x: 1 }]);
    }
    expect(Object.keys(events!)).toEqual(Object.keys(contractEvents));
  });

  it('hands on the value of an event without the event, until it is told to stop', () => {
    const api = electron.exposed['rostrum'] as {
      events: Record<string, (listener: (...heard: unknown[]) => void) => () => void>;
    };
    const heard: unknown[][] = [];
    const stop = api.events['register.committed']!((...given) => heard.push(given));
    electron.ipcRenderer.emit('register.committed', { sender: 'secret' }, { last: 3 });
    stop();
    electron.ipcRenderer.emit('register.committed', {}, { last: 4 });
    expect(heard).toEqual([[{ last: 3 }]]);
  });
});
