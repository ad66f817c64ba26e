import { useTranslation } from 'react-i18next';
import type { WalkInRefusal } from '@shared/domain/nomination/walk-in';
import { useRefusal } from '@renderer/features/operators';

export type Refusal = WalkInRefusal | 'not-permitted' | 'not-saved';

/** Why somebody could not be written down, and what to do. */
export function useRefusedWords(): (reason: Refusal) => string {
  const { t } = useTranslation('walkIn');
  const refusal = useRefusal();
  return (reason) =>
    reason === 'not-permitted'
      ? (refusal({ reason }) ?? t('refused.not-saved'))
      : t(`refused.${reason}`);
}
