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

/** `open`, `pick` and `download` are between host and page; features see neither. */
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
  };
  readonly settings: { read: Plain<'settings.read'>; write: Calls['settings']['write'] };
  readonly register: {
    status: Plain<'register.status'>;
    commit: Calls['register']['commit'];
    read: Calls['register']['read'];
    history: Calls['register']['history'];
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
  readonly connection: ConnectionSource;
}

/** The bridge over a transport. Rejects with `BridgeError`; expected failures are values. */
export function createBridge(transport: Transport): Bridge {
  const call =
    <C extends ChannelName>(channel: C) =>
    async (request: RequestOf<C>): Promise<AnswerOf<C>> => {
      const { response, edge } = channels[channel];
      return believe(edge ?? response, await transport.call(channel, request), channel);
    };
  const openWindow = call('app.openWindow');
  const choose = call('files.choose');
  const save = call('files.save');
  const hello = call('app.hello');
  const readSettings = call('settings.read');
  const status = call('register.status');

  return {
    app: {
      hello: () => hello({}),
      async openWindow(request) {
        const { open } = await openWindow(request);
        return open === null || transport.page.open(open)
          ? { ok: true }
          : { ok: false, reason: 'blocked' };
      },
    },
    settings: { read: () => readSettings({}), write: call('settings.write') },
    register: {
      status: () => status({}),
      commit: call('register.commit'),
      read: call('register.read'),
      history: call('register.history'),
    },
    blobs: { put: call('blobs.put'), get: call('blobs.get') },
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
