import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '@shared/domain/operator/types';
import { useRecord } from '@renderer/db/hooks';
import { useSettings } from '@renderer/features/settings';

/** Who acts at this desk. */
export interface ActingOperator {
  readonly id: string;
  /** Empty until the operator was given a name; see `useOperatorName`. */
  readonly name: string;
  /** Null: no role, or there are no roles (see `usePermission`). */
  readonly role: Role | null;
  /** The journal knows this operator. The first start's does not, until it is named. */
  readonly known: boolean;
}

/** The acting operator, as the journal knows them now. */
export function useOperator(): ActingOperator {
  const { id } = useSettings().settings.operator;
  const record = useRecord('operators', id);
  return useMemo(() => {
    const found = record.state === 'ready' ? record.value : null;
    return { id, name: found?.name ?? '', role: found?.role ?? null, known: found !== null };
  }, [id, record]);
}

/** An operator's name; a word for one who has none. */
export function useOperatorName(): (operator: { name: string }) => string {
  const { t } = useTranslation('operators');
  return useCallback(({ name }) => (name === '' ? t('unnamed') : name), [t]);
}
