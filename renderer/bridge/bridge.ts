import { z } from 'zod';
import {
  channels,
  events,
  type AnswerOf,
  type Calls,
  type ChannelName,
  type EventName,
  type EventOf,
  type RequestOf,
} from '@shared/contract/contract';
import { BridgeError } from '@shared/contract/failure';
import { chosenFileSchema, type ChosenFile } from '@shared/contract/files';
import type { ConnectionSource } from './connection';
import type { Transport } from './transport';

/** `open`, `pick`, `download` and `fetch` are between host and page; features see neither. */
export type OpenWindowAnswer = { ok: true } | { ok: false; reason: 'blocked' };
export type SaveAnswer =
  { ok: true; saved: boolean; name: string } | Extract<AnswerOf<'files.save'>, { ok: false }>;

/** A channel that wants nothing is called with nothing. */
type Plain<C extends ChannelName> = () => Promise<AnswerOf<C>>;

/** The host as features see it, the same in both shells. Everything it hands back has been parsed. */
export interface Bridge {
  readonly app: {
    hello: Plain<'app.hello'>;
    openWindow(request: RequestOf<'app.openWindow'>): Promise<OpenWindowAnswer>;
    /** Resolves when nothing that pages kept in the browser is left, databases that were open included. */
    clearStorage(): Promise<void>;
  };
  readonly settings: { read: Plain<'settings.read'>; write: Calls['settings']['write'] };
  readonly register: {
    status: Plain<'register.status'>;
    commit: Calls['register']['commit'];
    read: Calls['register']['read'];
    history: Calls['register']['history'];
    journal: Calls['register']['journal'];
    verify: Plain<'register.verify'>;
    erasure: Calls['register']['erasure'];
  };
  readonly protection: {
    status: Plain<'protection.status'>;
    page: Plain<'protection.page'>;
    prepare: Plain<'protection.prepare'>;
    setUp: Calls['protection']['setUp'];
    unlock: Calls['protection']['unlock'];
    lock: Plain<'protection.lock'>;
    changePassphrase: Calls['protection']['changePassphrase'];
    renewRecovery: Calls['protection']['renewRecovery'];
    useKeyStore: Calls['protection']['useKeyStore'];
  };
  readonly operators: Calls['operators'];
  readonly texts: {
    keep: Calls['texts']['keep'];
    kept: Plain<'texts.kept'>;
    drop: Plain<'texts.drop'>;
  };
  readonly blobs: Calls['blobs'];
  readonly files: {
    choose(request: RequestOf<'files.choose'>): Promise<{ files: ChosenFile[] }>;
    read: Calls['files']['read'];
    save(request: RequestOf<'files.save'>): Promise<SaveAnswer>;
  };
  readonly print: Calls['print'];
  /** Calls back with every event of this name from now on; returns the way to stop. */
  on<E extends EventName>(name: E, listener: (value: EventOf<E>) => void): () => void;
  /** Calls back when a call was refused because the desk is locked, before whoever called hears it. */
  onLocked(listener: () => void): () => void;
  readonly connection: ConnectionSource;
}

/** The bridge over a transport. Rejects with `BridgeError`; expected failures are values. */
export function createBridge(transport: Transport): Bridge {
  const whenLocked = new Set<() => void>();
  const ask = async (channel: ChannelName, request: unknown): Promise<unknown> => {
    try {
      return await transport.call(channel, request);
    } catch (error) {
      if (error instanceof BridgeError && error.code === 'locked') {
        for (const listener of [...whenLocked]) listener();
      }
      throw error;
    }
  };
  const call =
    <C extends ChannelName>(channel: C) =>
    async (request: RequestOf<C>): Promise<AnswerOf<C>> => {
      const { response, edge } = channels[channel];
      return believe(edge ?? response, await ask(channel, request), channel);
    };
  const openWindow = call('app.openWindow');
  const choose = call('files.choose');
  const save = call('files.save');
  const clearStorage = call('app.clearStorage');
  /** A channel that wants nothing. */
  const plain = <C extends ChannelName>(channel: C, nothing: RequestOf<C>): Plain<C> => {
    const asking = call(channel);
    return () => asking(nothing);
  };

  return {
    app: {
      hello: plain('app.hello', {}),
      async openWindow(request) {
        const { open } = await openWindow(request);
        return open === null || transport.page.open(open)
          ? { ok: true }
          : { ok: false, reason: 'blocked' };
      },
      async clearStorage() {
        const { fetch } = await clearStorage({});
        if (fetch !== null) await transport.page.fetch(fetch);
      },
    },
    settings: { read: plain('settings.read', {}), write: call('settings.write') },
    register: {
      status: plain('register.status', {}),
      commit: call('register.commit'),
      read: call('register.read'),
      history: call('register.history'),
      journal: call('register.journal'),
      verify: plain('register.verify', {}),
      erasure: call('register.erasure'),
    },
    protection: {
      status: plain('protection.status', {}),
      page: plain('protection.page', {}),
      prepare: plain('protection.prepare', {}),
      setUp: call('protection.setUp'),
      unlock: call('protection.unlock'),
      lock: plain('protection.lock', {}),
      changePassphrase: call('protection.changePassphrase'),
      renewRecovery: call('protection.renewRecovery'),
      useKeyStore: call('protection.useKeyStore'),
    },
    operators: { signIn: call('operators.signIn'), setPin: call('operators.setPin') },
    texts: {
      keep: call('texts.keep'),
      kept: plain('texts.kept', {}),
      drop: plain('texts.drop', {}),
    },
    blobs: { put: call('blobs.put'), get: call('blobs.get'), discard: call('blobs.discard') },
    files: {
      async choose(request) {
        const { files, pick } = await choose(request);
        if (!pick) return { files };
        const picked = await transport.page.pick(request);
        return { files: believe(z.array(chosenFileSchema), picked, 'files.choose') };
      },
      read: call('files.read'),
      async save(request) {
        const answer = await save(request);
        if (!answer.ok) return answer;
        const { saved, name, download } = answer;
        if (download !== null) transport.page.download(download, name);
        return { ok: true, saved, name };
      },
    },
    print: { pdf: call('print.pdf') },
    on: (name, listener) =>
      transport.listen(name, (value) => listener(believe(eventSchema(name), value, name))),
    onLocked(listener) {
      whenLocked.add(listener);
      return () => void whenLocked.delete(listener);
    },
    connection: transport.connection,
  };
}

const eventSchema = <E extends EventName>(name: E): z.ZodType<EventOf<E>> => eventSchemas[name];
const eventSchemas: { readonly [E in EventName]: z.ZodType<EventOf<E>> } = events;

function believe<T>(schema: z.ZodType<T>, value: unknown, channel: string): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new BridgeError('bad-answer', channel);
  return parsed.data;
}
