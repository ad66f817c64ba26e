import type { Calls, EventName, EventOf } from './contract';

/** Calls back with every event of a name; returns the way to stop. */
export type Listen<E extends EventName> = (listener: (value: EventOf<E>) => void) => () => void;

/** What the preload script puts on `window.rostrum`: one function a channel and one an event. */
export type PreloadBridge = Calls & {
  readonly events: { readonly [E in EventName]: Listen<E> };
};
