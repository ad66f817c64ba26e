import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countdown, useWaits } from '@renderer/ui/use-wait';
import { useNotOpenedWords, type NotOpened } from '../use-unlock';
import type { ProofKind } from './proof';

/** The refusal of a proof in words, counting down to the next try. */
export function useProven(kind: ProofKind, wait: { gate: string; ms: number }) {
  const { t } = useTranslation('protection');
  const words = useNotOpenedWords();
  const [refusal, setRefusal] = useState<{ kind: ProofKind; reason: NotOpened } | null>(null);
  const waits = useWaits(wait);
  const left = waits.left(kind);
  const what = refusal?.kind === kind ? words(kind, refusal.reason) : '';
  const until = left > 0 ? t('lock.wait', { time: countdown(left) }) : '';
  const message = [what, until].filter(Boolean).join(' ');
  return {
    error: message === '' ? undefined : message,
    waiting: left > 0,
    refuse: (reason: NotOpened, ms: number) => {
      setRefusal({ kind, reason });
      waits.start(kind, ms);
    },
    forget: () => setRefusal(null),
  };
}
