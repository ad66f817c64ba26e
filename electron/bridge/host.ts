import type {
  AnswerOf,
  ChannelName,
  ChannelsOf,
  ParsedRequestOf,
  Prefix,
} from '@shared/contract/contract';
import type { Hello } from '@shared/contract/app';
import type { Settings, SettingsPatch } from '@shared/contract/settings';
import type { Protection } from '../protection/types';
import type { BlobPort, RegisterPort } from './register-port';
import type { Caller, Shell } from './shell-port';

/** Settings as the bridge needs them; `electron/settings` keeps them. */
export interface SettingsPort {
  read(): Settings;
  /** Writes the given fields to disk and answers with all of them. */
  write(patch: SettingsPatch): Settings;
  /** Makes this operator the one who acts here, from start to start. */
  actAs(operator: string): void;
}

/** Who sits at the desk; see operators.ts. */
export interface OperatorsPort {
  signIn(request: ParsedRequestOf<'operators.signIn'>): Promise<AnswerOf<'operators.signIn'>>;
  setPin(request: ParsedRequestOf<'operators.setPin'>): Promise<AnswerOf<'operators.setPin'>>;
  /** An operator has proven elsewhere who they are, with their PIN at a locked screen. */
  arrived(operator: string): void;
}

export type KeptText = ParsedRequestOf<'texts.keep'>['texts'][number];

/** Texts that pages hand over for a moment; see texts.ts. */
export interface TextsPort {
  /** Durable when it returns; of two with one key the one typed later stays. */
  keep(texts: readonly KeptText[]): void;
  kept(): KeptText[];
  drop(): void;
}

/** What the handlers work with: one host, whichever shell it is in. */
export interface Host {
  readonly facts: Omit<Hello, 'shell'>;
  readonly settings: SettingsPort;
  readonly register: RegisterPort;
  readonly blobs: BlobPort;
  readonly protection: Protection;
  readonly operators: OperatorsPort;
  readonly texts: TextsPort;
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
