import type { z } from 'zod';
import {
  channels,
  events,
  isChannel,
  type AnswerOf,
  type ChannelName,
  type EventName,
  type EventOf,
} from '@shared/contract/contract';
import { BridgeError } from '@shared/contract/failure';
import { shapeProblem } from '@shared/contract/shape';
import { appHandlers } from './app-handlers';
import { blobsHandlers } from './blobs-handlers';
import { filesHandlers } from './files-handlers';
import type { Handler, Host } from './host';
import { ANSWERS_LOCKED } from './locked-channels';
import { operatorsHandlers } from './operators-handlers';
import { printHandlers } from './print-handlers';
import { protectionHandlers } from './protection-handlers';
import { registerHandlers } from './register-handlers';
import { settingsHandlers } from './settings-handlers';
import type { Caller } from './shell-port';
import { textsHandlers } from './texts-handlers';

type HandlerTable = { readonly [C in ChannelName]: Handler<C> };

/** Sends an event to every window there is. */
export type Send = <E extends EventName>(name: E, value: EventOf<E>) => void;

export interface Router {
  /**
   * Answers one call. Both sides are parsed here: what comes from a page is not believed, and what goes
   * to one is checked as well. Throws `BridgeError` for an unknown channel, a bad argument, or a channel
   * that does not answer while the desk is locked; nothing else leaves this function.
   */
  call(channel: string, argument: unknown, caller: Caller): Promise<unknown>;
  /** Whether anything but what unlocks the desk may be asked now. */
  isOpen(): boolean;
  /** Passes the host's events on; returns the way to stop. */
  forward(send: Send): () => void;
}

/** All handlers over one host. `satisfies` makes a channel without a handler an error, and the reverse. */
export function handlersOf(host: Host) {
  return {
    ...appHandlers(host),
    ...settingsHandlers(host),
    ...registerHandlers(host),
    ...blobsHandlers(host),
    ...filesHandlers(host),
    ...printHandlers(host),
    ...protectionHandlers(host),
    ...operatorsHandlers(host),
    ...textsHandlers(host),
  } satisfies HandlerTable;
}

export function createRouter(host: Host): Router {
  const handlers: HandlerTable = handlersOf(host);

  async function answer<C extends ChannelName>(
    channel: C,
    argument: unknown,
    caller: Caller,
  ): Promise<AnswerOf<C>> {
    const handler: Handler<C> = handlers[channel];
    const request = parse(channels[channel].request, argument, 'bad-argument', channel);
    const response = await handler(request, caller);
    return parse(channels[channel].response, response, 'bad-answer', channel);
  }

  return {
    async call(channel, argument, caller) {
      if (!isChannel(channel)) throw new BridgeError('unknown-channel', 'there is no such channel');
      const problem = shapeProblem(argument);
      if (problem !== null) throw new BridgeError('bad-argument', `${channel}: ${problem}`);
      if (!ANSWERS_LOCKED[channel] && !host.protection.isOpen()) {
        throw new BridgeError('locked', channel);
      }
      try {
        return await answer(channel, argument, caller);
      } catch (fault) {
        if (fault instanceof BridgeError && fault.code !== 'bad-answer') throw fault;
        host.report(channel, fault);
        // The page learns the code alone: a fault's text may name paths or persons.
        const code = fault instanceof BridgeError ? fault.code : 'failed';
        throw new BridgeError(code, channel);
      }
    },
    isOpen: () => host.protection.isOpen(),
    forward(send) {
      const stops = [
        host.register.onCommitted((last, epoch) => {
          send('register.committed', events['register.committed'].parse({ last, epoch }));
        }),
        host.protection.onChanged((state) => {
          send('protection.changed', events['protection.changed'].parse({ state }));
        }),
        host.protection.onProgress((progress) => {
          send('protection.progress', events['protection.progress'].parse(progress));
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

function parse<T>(
  schema: z.ZodType<T>,
  value: unknown,
  code: 'bad-argument' | 'bad-answer',
  channel: string,
): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  // A page may hear where its own argument is wrong. Of an answer, which is logged, no more than its
  // member is named: deeper down a path may lead over somebody's words.
  const path = code === 'bad-answer' ? issue?.path.slice(0, 1) : issue?.path;
  const where = path?.map(String).join('.') ?? '';
  throw new BridgeError(code, `${channel}: ${where} ${issue?.code ?? ''}`.trim());
}
