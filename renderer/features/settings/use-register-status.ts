import { useEffect, useState } from 'react';
import type { RegisterStatus } from '@shared/contract/register';
import { bridge } from '@renderer/bridge/client';

/** At most one question in this time, however fast operations come in. */
const PAUSE_MS = 1000;
/** The backup moves on without a commit of ours. */
const REFRESH_MS = 30_000;

/** How the register is: asked at the start, after commits, and now and then. `null` until known. */
export function useRegisterStatus(): RegisterStatus | null {
  const [status, setStatus] = useState<RegisterStatus | null>(null);
  useEffect(() => {
    let gone = false;
    let timer: number | undefined;
    const ask = () => {
      timer = undefined;
      bridge.register.status().then(
        (answer) => {
          if (!gone) setStatus(answer);
        },
        // The host is away: the connection's own mark says so, and what was known stays.
        () => undefined,
      );
    };
    const soon = () => {
      timer ??= window.setTimeout(ask, PAUSE_MS);
    };
    ask();
    const stop = bridge.on('register.committed', soon);
    const interval = window.setInterval(ask, REFRESH_MS);
    return () => {
      gone = true;
      stop();
      window.clearTimeout(timer);
      window.clearInterval(interval);
    };
  }, []);
  return status;
}
