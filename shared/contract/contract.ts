import { z } from 'zod';
import { appChannels } from './app';
import { blobsChannels } from './blobs';
import type { Channel } from './channel';
import { filesChannels } from './files';
import { operatorsChannels } from './operators';
import { printChannels } from './print';
import { protectionChannels, protectionEvents } from './protection';
import { registerChannels } from './register';
import { settingsChannels } from './settings';
import { textsChannels } from './texts';

/**
 * The bridge between the pages and the host: every channel with the schema of what goes and what comes
 * back. Preload, router and client are each checked against this table; there is no other way across.
 */
export const contract = {
  ...appChannels,
  ...settingsChannels,
  ...registerChannels,
  ...blobsChannels,
  ...filesChannels,
  ...printChannels,
  ...protectionChannels,
  ...operatorsChannels,
  ...textsChannels,
};

/** What the host tells every window unasked. */
export const events = {
  /**
   * Operations up to local ordinal `last` are on disk. Also sent to the window that committed them.
   * `epoch`: see `register.status`.
   */
  'register.committed': z.strictObject({
    last: z.number().int().nonnegative(),
    epoch: z.number().int().nonnegative(),
  }),
  ...protectionEvents,
};

export type Contract = typeof contract;
export type ChannelName = keyof Contract;
/** What a caller hands over. */
export type RequestOf<C extends ChannelName> = z.input<Contract[C]['request']>;
/** What a handler receives: parsed. */
export type ParsedRequestOf<C extends ChannelName> = z.output<Contract[C]['request']>;
export type AnswerOf<C extends ChannelName> = z.output<Contract[C]['response']>;

/** The same table, in the form that generic code over one channel can be checked against. */
export const channels: {
  readonly [C in ChannelName]: Channel<
    z.ZodType<ParsedRequestOf<C>, RequestOf<C>>,
    z.ZodType<AnswerOf<C>>
  >;
} = contract;

export type EventName = keyof typeof events;
export type EventOf<E extends EventName> = z.output<(typeof events)[E]>;

/** `register` of `register.commit`. */
export type Prefix = ChannelName extends infer C
  ? C extends `${infer P}.${string}`
    ? P
    : never
  : never;
/** All channels of one prefix. */
export type ChannelsOf<P extends Prefix> = Extract<ChannelName, `${P}.${string}`>;
type MethodOf<P extends Prefix> =
  ChannelsOf<P> extends infer C ? (C extends `${P}.${infer M}` ? M : never) : never;
type ChannelOf<P extends Prefix, M extends string> = Extract<ChannelName, `${P}.${M}`>;

/** The bridge as one typed function a channel, grouped by prefix: `calls.register.commit({ drafts })`. */
export type Calls = {
  [P in Prefix]: {
    [M in MethodOf<P>]: (request: RequestOf<ChannelOf<P, M>>) => Promise<AnswerOf<ChannelOf<P, M>>>;
  };
};

/** True for a name that the contract has itself (and not through a prototype). */
export function isChannel(name: string): name is ChannelName {
  return Object.hasOwn(contract, name);
}

/** True for the name of an event that the contract has. */
export function isEvent(name: string): name is EventName {
  return Object.hasOwn(events, name);
}
