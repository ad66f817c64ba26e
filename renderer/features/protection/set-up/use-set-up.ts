import { useState } from 'react';
import type { AnswerOf } from '@shared/contract/contract';
import type { ProtectionStatus } from '@shared/contract/protection';
import { bridge } from '@renderer/bridge/client';
import { strengthOf } from '../passphrase-strength';
import { prepareRecovery, type Recovery } from '../sheet/prepare';
import { checkTyped, type Typed } from '../sheet/typed';

type Step = 'ways' | 'sheet' | 'work' | 'done';

export type SetUpProblem =
  Extract<AnswerOf<'protection.setUp'>, { ok: false }>['reason'] | 'not-prepared';

/** What somebody has chosen and typed; it lives no longer than the dialog. */
export interface Ways {
  readonly withPassphrase: boolean;
  readonly passphrase: string;
  readonly again: string;
  readonly keyStore: boolean;
}

/** What is wrong with the ways as they are chosen; null when one can go on. */
export type WaysProblem = 'no-way' | 'too-short' | 'repetitive' | 'not-the-same';

export function waysProblem(ways: Ways): WaysProblem | null {
  if (!ways.withPassphrase) return ways.keyStore ? null : 'no-way';
  const strength = strengthOf(ways.passphrase);
  if (strength !== 'good') return strength;
  return ways.passphrase === ways.again ? null : 'not-the-same';
}

const NOTHING_TYPED: Typed = ['', ''];

/** Where each refusal can be put right. */
const STEP_OF: Readonly<Record<SetUpProblem, Step>> = {
  'too-short': 'ways',
  'no-way': 'ways',
  'key-store-refused': 'ways',
  'not-prepared': 'ways',
  'unknown-recovery': 'sheet',
  'disk-full': 'sheet',
  failed: 'sheet',
  already: 'done',
};

/** The three steps of switching protection on. A refusal keeps everything that was typed. */
export function useSetUp(status: ProtectionStatus) {
  const store = status.keyStore === 'available';
  const [step, setStep] = useState<Step>('ways');
  const [ways, setWays] = useState<Ways>({
    withPassphrase: true,
    passphrase: '',
    again: '',
    keyStore: store,
  });
  const [recovery, setRecovery] = useState<Recovery | null>(null);
  const [typed, setTyped] = useState<Typed>(NOTHING_TYPED);
  const [problem, setProblem] = useState<SetUpProblem | null>(null);
  const [busy, setBusy] = useState(false);

  const fail = (reason: SetUpProblem) => {
    setProblem(reason);
    setStep(STEP_OF[reason]);
  };
  const prepare = async (because: SetUpProblem | null): Promise<void> => {
    setRecovery(null);
    setTyped(NOTHING_TYPED);
    setBusy(true);
    try {
      setRecovery(await prepareRecovery());
      setProblem(because);
      setStep('sheet');
    } catch {
      fail('not-prepared');
    }
    setBusy(false);
  };
  const toSheet = async () => {
    if (busy || waysProblem(ways) !== null) return;
    // A sheet that has been printed stays good when somebody goes back a step.
    if (recovery === null) await prepare(null);
    else {
      setProblem(null);
      setStep('sheet');
    }
  };
  const protect = async () => {
    if (recovery === null || !checkTyped(recovery, typed)) return;
    setProblem(null);
    setStep('work');
    const { withPassphrase, passphrase, keyStore } = ways;
    const answer = await bridge.protection
      .setUp({
        passphrase: withPassphrase ? passphrase : null,
        keyStore,
        recovery: recovery.code,
      })
      .catch(() => ({ ok: false, reason: 'failed' }) as const);
    if (answer.ok || answer.reason === 'already') {
      setWays({ ...ways, passphrase: '', again: '' });
      setRecovery(null);
      setTyped(NOTHING_TYPED);
    }
    if (answer.ok) setStep('done');
    else if (answer.reason === 'unknown-recovery') await prepare('unknown-recovery');
    else fail(answer.reason);
  };
  return {
    step,
    ways,
    recovery,
    typed,
    problem,
    busy,
    setWays,
    setTyped,
    toSheet,
    toWays: () => setStep('ways'),
    protect,
  };
}
