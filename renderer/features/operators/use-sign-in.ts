import { useTranslation } from 'react-i18next';
import type { AnswerOf } from '@shared/contract/contract';
import { bridge } from '@renderer/bridge/client';
import { useSettings } from '@renderer/features/settings';

type Refused = Extract<AnswerOf<'operators.signIn'>, { ok: false }>;
export type PinRefusal = Refused['reason'];

/** What the host answered, or `failed` when it could not be asked. */
export async function asked(
  answer: Promise<AnswerOf<'operators.signIn'>>,
): Promise<AnswerOf<'operators.signIn'>> {
  try {
    return await answer;
  } catch {
    return { ok: false, reason: 'failed', waitMs: 0 };
  }
}

/** Makes somebody the acting operator here; resolves when the whole window knows. */
export function useSignIn(): (
  operator: string,
  pin: string | null,
) => Promise<AnswerOf<'operators.signIn'>> {
  const { refresh } = useSettings();
  return async (operator, pin) => {
    const answer = await asked(bridge.operators.signIn({ operator, pin }));
    // The host has switched; if its settings cannot be read now, the next reading tells.
    if (answer.ok) await refresh().catch(() => undefined);
    return answer;
  };
}

/** Why a PIN was not taken. */
export function usePinWords(): (reason: PinRefusal) => string {
  const { t } = useTranslation('operators');
  return (reason) => t(`refused.${reason}`);
}
