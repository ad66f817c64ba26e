import type {
  AnswerOf,
  ChannelName,
  ChannelsOf,
  ParsedRequestOf,
  Prefix,
} from '@shared/contract/contract';
import type { Hello } from '@shared/contract/app';
import type { Settings, SettingsPatch } from '@shared/contract/settings';
import type { BlobPort, RegisterPort } from './register-port';
import type { Caller, Shell } from './shell-port';

/** Settings as the bridge needs them; `electron/settings` keeps them. */
export interface SettingsPort {
  read(): Settings;
  /** Writes the given fields to disk and answers with all of them. */
  write(patch: SettingsPatch): Settings;
}

/** What the handlers work with: one host, whichever shell it is in. */
export interface Host {
  readonly facts: Omit<Hello, 'shell'>;
  readonly settings: SettingsPort;
  readonly register: RegisterPort;
  readonly blobs: BlobPort;
  readonly shell: Shell;
  /** Tells whoever keeps the log of a fault that the page only learns the code of. */
  readonly report: (channel: string, fault: unknown) => void;
}

export type Handler<C extends ChannelName> = (
  request: ParsedRequestOf<C>,
  caller: Caller,
) => AnswerOf<C> | Promise<AnswerOf<C>>;

/** One handler for every channel of a prefix, no more and no fewer. */
export type Handlers<P extends Prefix> = { readonly [C in ChannelsOf<P>]: Handler<C> };
