import { useState } from 'react';
import type { RegisterStatus, Verification } from '@shared/contract/register';
import { bridge } from '../../bridge/client';

export type Verifying =
  | { readonly state: 'idle' | 'running' | 'failed' }
  | { readonly state: 'done'; readonly result: Verification };

/** What a verification has found, as far as it is told. */
export type Told = Pick<Verification, 'at' | 'operations' | 'faults' | 'healed'> & {
  /** How many faults there are, those that are not told included. */
  readonly count: number;
  readonly backup: Verification['backup'] | null;
};

/**
 * Verifies the journal when somebody asks for it, and tells what the verification after the start
 * has found when that is a fault.
 */
export function useVerification(status: RegisterStatus | null) {
  const [verifying, setVerifying] = useState<Verifying>({ state: 'idle' });
  const [away, setAway] = useState<string | null>(null);
  const verify = async (): Promise<void> => {
    if (verifying.state === 'running') return;
    setVerifying({ state: 'running' });
    try {
      setVerifying({ state: 'done', result: await bridge.register.verify() });
    } catch {
      setVerifying({ state: 'failed' });
    }
  };
  const found = status?.verified ?? null;
  const told = (): Told | null => {
    if (verifying.state === 'done') {
      return { ...verifying.result, count: verifying.result.faults.length };
    }
    if (found === null || found.faults === 0 || found.at === away) return null;
    return { ...found, faults: found.named, count: found.faults, backup: null };
  };
  const putAway = () => {
    setVerifying({ state: 'idle' });
    setAway(found?.at ?? null);
  };
  return { verifying, told: told(), verify, putAway };
}
