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
  app: { hello: call('app.hello'), openWindow: call('app.openWindow') },
  settings: { read: call('settings.read'), write: call('settings.write') },
  register: {
    status: call('register.status'),
    commit: call('register.commit'),
    read: call('register.read'),
    history: call('register.history'),
  },
  blobs: { put: call('blobs.put'), get: call('blobs.get') },
  files: { choose: call('files.choose'), read: call('files.read'), save: call('files.save') },
  print: { pdf: call('print.pdf') },
  events: { 'register.committed': listen('register.committed') },
} satisfies PreloadBridge);
