import { useSyncExternalStore } from 'react';

/** What screen readers are told. `assertive` interrupts: for the answer to a scan, not for news. */
type Urgency = 'polite' | 'assertive';

interface Spoken {
  readonly polite: string;
  readonly assertive: string;
}

const listeners = new Set<() => void>();
let spoken: Spoken = { polite: '', assertive: '' };

/** Says something to whoever cannot see it. The same words twice are heard twice. */
export function announce(message: string, urgency: Urgency = 'polite'): void {
  // A live region is silent when its text does not change; an invisible sign makes it differ.
  const text = spoken[urgency] === message ? `${message}\u00a0` : message;
  spoken = { ...spoken, [urgency]: text };
  for (const listener of [...listeners]) listener();
}

/** Nothing of what was said stays in the window. */
export function forgetAnnounced(): void {
  spoken = { polite: '', assertive: '' };
  for (const listener of [...listeners]) listener();
}

function useSpoken(): Spoken {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => spoken,
  );
}

/** The live regions. Mounted once, before anything is announced. */
export function Announcer() {
  const { polite, assertive } = useSpoken();
  return (
    <div className="visually-hidden">
      <div aria-live="polite" role="status">
        {polite}
      </div>
      <div aria-live="assertive" role="alert">
        {assertive}
      </div>
    </div>
  );
}
