import { contextBridge, ipcRenderer } from 'electron';
import type { AnswerOf, ChannelName, EventName, RequestOf } from '@shared/contract/contract';
import type { Listen, PreloadBridge } from '@shared/contract/preload';

/** A function for one channel. The page gets these and never one that takes a channel's name. */
const call =
  <C extends ChannelName>(channel: C) =>
  (request: RequestOf<C>): Promise<AnswerOf<C>> =>
    // What comes back is parsed in the page, where the schemas are.
    ipcRenderer.invoke(channel, request) as Promise<AnswerOf<C>>;

const listen =
  <E extends EventName>(name: E): Listen<E> =>
  (listener) => {
    const heard = (_: unknown, value: Parameters<typeof listener>[0]): void => listener(value);
    ipcRenderer.on(name, heard);
    return () => void ipcRenderer.off(name, heard);
  };

contextBridge.exposeInMainWorld('rostrum', {
  app: {
    hello: call('app.hello'),
    openWindow: call('app.openWindow'),
    clearStorage: call('app.clearStorage'),
  },
  settings: { read: call('settings.read'), write: call('settings.write') },
  register: {
    status: call('register.status'),
    commit: call('register.commit'),
    read: call('register.read'),
    history: call('register.history'),
    journal: call('register.journal'),
    verify: call('register.verify'),
    erasure: call('register.erasure'),
  },
  blobs: { put: call('blobs.put'), get: call('blobs.get'), discard: call('blobs.discard') },
  files: { choose: call('files.choose'), read: call('files.read'), save: call('files.save') },
  print: { pdf: call('print.pdf') },
  protection: {
    status: call('protection.status'),
    page: call('protection.page'),
    prepare: call('protection.prepare'),
    setUp: call('protection.setUp'),
    unlock: call('protection.unlock'),
    lock: call('protection.lock'),
    changePassphrase: call('protection.changePassphrase'),
    renewRecovery: call('protection.renewRecovery'),
    useKeyStore: call('protection.useKeyStore'),
  },
  operators: { signIn: call('operators.signIn'), setPin: call('operators.setPin') },
  texts: { keep: call('texts.keep'), kept: call('texts.kept'), drop: call('texts.drop') },
  events: {
    'register.committed': listen('register.committed'),
    'protection.changed': listen('protection.changed'),
    'protection.progress': listen('protection.progress'),
  },
} satisfies PreloadBridge);
