/**
 * Stands in for the module `electron` under plain Node: it records what the shell asks for and lets a
 * test play the user and the page. Only what the shell uses; nothing here decides anything.
 */
import { EventEmitter } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Frame {
  url: string;
}
type Handler = (event: unknown, argument: unknown) => unknown;
type Answerer = (request: { method: string; url: string }) => Promise<Response>;

class Session {
  readonly schemes = new Map<string, Answerer>();
  requestHandler:
    | ((
        contents: { getURL: () => string } | null,
        permission: string,
        answer: (yes: boolean) => void,
        details: { isMainFrame: boolean; mediaTypes?: string[] },
      ) => void)
    | null = null;
  checkHandler:
    | ((
        contents: { getURL: () => string } | null,
        permission: string,
        origin: string,
        details: { isMainFrame: boolean; mediaType?: string },
      ) => boolean)
    | null = null;
  deviceHandler: (() => boolean) | null = null;
  displayHandler: ((request: null, answer: (streams: object) => void) => void) | null = null;
  beforeRequest:
    ((details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void) | null =
    null;

  readonly cleared: unknown[] = [];

  async clearStorageData(options: unknown): Promise<void> {
    this.cleared.push(options);
  }
  readonly protocol = {
    handle: (scheme: string, answerer: Answerer) => void this.schemes.set(scheme, answerer),
  };
  readonly webRequest = {
    onBeforeRequest: (listener: NonNullable<Session['beforeRequest']>) => {
      this.beforeRequest = listener;
    },
  };
  setPermissionRequestHandler(handler: NonNullable<Session['requestHandler']>): void {
    this.requestHandler = handler;
  }
  setPermissionCheckHandler(handler: NonNullable<Session['checkHandler']>): void {
    this.checkHandler = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.deviceHandler = handler;
  }
  setDisplayMediaRequestHandler(handler: NonNullable<Session['displayHandler']>): void {
    this.displayHandler = handler;
  }
}

export const session = { defaultSession: new Session() };

class WebContents extends EventEmitter {
  static last = 0;
  readonly id = (WebContents.last += 1);
  readonly mainFrame: Frame = { url: '' };
  readonly sent: unknown[] = [];
  readonly session: Session;
  openHandler: (() => { action: string }) | null = null;
  printed: unknown = null;

  constructor(partition: string | undefined) {
    super();
    this.session = partition === undefined ? session.defaultSession : new Session();
  }
  getURL(): string {
    return this.mainFrame.url;
  }
  isDestroyed(): boolean {
    return false;
  }
  send(name: string, value: unknown): void {
    this.sent.push([name, value]);
  }
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openHandler = handler;
  }
  async printToPDF(options: unknown): Promise<Buffer> {
    this.printed = options;
    return Buffer.from('%PDF-1.7 stand-in');
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly opened: BrowserWindow[] = [];
  static readonly alive = new Set<BrowserWindow>();
  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.alive];
  }
  readonly options: { webPreferences?: { partition?: string } };
  readonly webContents: WebContents;
  readonly calls: string[] = [];
  minimized = false;

  constructor(options: BrowserWindow['options']) {
    super();
    this.options = options;
    this.webContents = new WebContents(options.webPreferences?.partition);
    BrowserWindow.opened.push(this);
    BrowserWindow.alive.add(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url;
    this.emit('ready-to-show');
  }
  show(): void {
    this.calls.push('show');
  }
  focus(): void {
    this.calls.push('focus');
  }
  restore(): void {
    this.calls.push('restore');
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  destroy(): void {
    BrowserWindow.alive.delete(this);
  }
}

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly paths: Record<string, string> = {};
  sandboxed = false;
  firstInstance = true;
  locale = 'en-GB';
  exited: number | null = null;

  enableSandbox(): void {
    this.sandboxed = true;
  }
  setPath(name: string, path: string): void {
    this.paths[name] = path;
  }
  getPath(name: string): string {
    return this.paths[name] ?? '';
  }
  getVersion(): string {
    return '0.1.0';
  }
  getLocale(): string {
    return this.locale;
  }
  requestSingleInstanceLock(): boolean {
    return this.firstInstance;
  }
  async whenReady(): Promise<void> {
    return Promise.resolve();
  }
  /** As Electron does it: a listener may prevent it and quit again when it is ready. */
  quit(): void {
    const event = { prevented: false, preventDefault: () => void (event.prevented = true) };
    this.emit('will-quit', event);
    if (!event.prevented) this.exit(0);
  }
  exit(code: number): void {
    this.exited = code;
    this.emit('exited', code);
  }
}
export const app = new App();

const handlers = new Map<string, Handler>();
export const ipcMain = Object.assign(new EventEmitter(), {
  handlers,
  handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
});

export const protocol = {
  privileged: [] as unknown[],
  registerSchemesAsPrivileged(schemes: unknown[]): void {
    protocol.privileged.push(...schemes);
  },
};

/** What the user does in the next dialog, and what dialogs were asked for. */
export const dialog = {
  asked: [] as unknown[],
  choose: [] as string[],
  saveTo: '',
  errors: [] as string[][],
  showOpenDialog: async (...options: unknown[]) => {
    dialog.asked.push(options.at(-1));
    return { canceled: dialog.choose.length === 0, filePaths: dialog.choose };
  },
  showSaveDialog: async (...options: unknown[]) => {
    dialog.asked.push(options.at(-1));
    return { canceled: dialog.saveTo === '', filePath: dialog.saveTo };
  },
  showErrorBox: (...text: string[]) => void dialog.errors.push(text),
};

const SEAL = 'sealed:';
/** Seals by turning the text round. */
export const safeStorage = {
  available: true,
  backend: 'basic_text',
  isAsyncEncryptionAvailable: async () => safeStorage.available,
  getSelectedStorageBackend: () => safeStorage.backend,
  encryptStringAsync: async (text: string) => Buffer.from(SEAL + [...text].reverse().join('')),
  decryptStringAsync: async (sealed: Buffer) => {
    const text = sealed.toString();
    if (!text.startsWith(SEAL)) throw new Error('not sealed here');
    const result = [...text.slice(SEAL.length)].reverse().join('');
    return { shouldReEncrypt: false, result };
  },
};

export const Menu = {
  application: null as unknown,
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => {
    Menu.application = menu;
  },
};

export const shell = { openPath: async () => '' };

export const exposed: Record<string, unknown> = {};
export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown) => {
    exposed[name] = api;
  },
};
export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoked: [] as unknown[][],
  invoke: async (...call: unknown[]) => {
    ipcRenderer.invoked.push(call);
    return 'answer';
  },
});

/** A file for a dialog to find. */
export function fileIn(folder: string, name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export default { app, ipcMain, shell };
