import { useState } from 'react';
import type { Verification } from '@shared/contract/register';
import { bridge } from '../../bridge/client';

export type Verifying =
  | { readonly state: 'idle' | 'running' | 'failed' }
  | { readonly state: 'done'; readonly result: Verification };

/** Verifies the journal when somebody asks for it. */
export function useVerification() {
  const [verifying, setVerifying] = useState<Verifying>({ state: 'idle' });
  const verify = async (): Promise<void> => {
    if (verifying.state === 'running') return;
    setVerifying({ state: 'running' });
    try {
      setVerifying({ state: 'done', result: await bridge.register.verify() });
    } catch {
      setVerifying({ state: 'failed' });
    }
  };
  return { verifying, verify, putAway: () => setVerifying({ state: 'idle' }) };
}
