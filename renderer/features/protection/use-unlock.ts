import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '@shared/contract/contract';
import type { ProtectionStatus, UnlockWay } from '@shared/contract/protection';
import { bridge } from '@renderer/bridge/client';
import { useWaits } from '@renderer/ui/use-wait';
import { noteOpenedWithSheet } from './opened-with-sheet';

/** Why a passphrase, PIN, code or key store did not open anything. `lost`: the host did not answer. */
export type NotOpened = Extract<AnswerOf<'protection.unlock'>, { ok: false }>['reason'] | 'lost';

interface Problem {
  readonly kind: UnlockWay['kind'];
  readonly reason: NotOpened;
}

/** A reason in words, with what helps. */
export function useNotOpenedWords(): (kind: UnlockWay['kind'], reason: NotOpened) => string {
  const { t } = useTranslation('protection');
  return (kind, reason) => {
    if (reason === 'wrong') return t(`notOpened.wrong.${kind}`);
    if (reason === 'refused') return t('notOpened.refused');
    return t(`notOpened.${reason}`);
  };
}

/** What wrong tries are counted for: every way by itself, and every operator. */
export const gateOf = (
  way: { kind: Exclude<UnlockWay['kind'], 'pin'> } | { kind: 'pin'; operator: string },
): string => (way.kind === 'pin' ? way.operator : way.kind);

/** The host tells how long the passphrase must wait; without one, the sheet. */
export const waitOf = (status: ProtectionStatus | null) => ({
  gate: status?.ways.passphrase === true ? 'passphrase' : 'recovery',
  ms: status?.waitMs ?? 0,
});

interface Unlock {
  /** The host is at it, or has opened and the window is about to change. */
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** Seconds until the next try at a gate. */
  readonly left: (gate: string) => number;
  readonly unlock: (way: UnlockWay) => Promise<boolean>;
  readonly forget: () => void;
}

/** Opens the desk one way or another. */
export function useUnlock(status: ProtectionStatus): Unlock {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { left, start } = useWaits(waitOf(status));

  const unlock = async (way: UnlockWay): Promise<boolean> => {
    setBusy(true);
    const answer = await bridge.protection
      .unlock({ way })
      .catch(() => ({ ok: false, reason: 'lost', waitMs: 0 }) as const);
    if (answer.ok) {
      if (way.kind === 'recovery') noteOpenedWithSheet(true);
      else if (way.kind === 'passphrase') noteOpenedWithSheet(false);
      return true;
    }
    setBusy(false);
    setProblem({ kind: way.kind, reason: answer.reason });
    start(gateOf(way), answer.waitMs);
    return false;
  };
  return { busy, problem, left, unlock, forget: () => setProblem(null) };
}
