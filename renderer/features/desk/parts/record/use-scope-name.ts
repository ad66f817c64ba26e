import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@shared/domain/meeting/types';
import { formatDay } from '@shared/i18n/format';

/** Where an arrival holds, in words. */
export function useScopeName(sessions: readonly Session[]): (scope: string) => string {
  const { t, i18n } = useTranslation('desk');
  return useCallback(
    (scope) => {
      const [kind, value = ''] = scope.split(':');
      if (kind === 'day') return t('scope.day', { day: formatDay(value, i18n.language, 'short') });
      if (kind === 'session') {
        return sessions.find(({ id }) => id === value)?.name ?? t('scope.goneSession');
      }
      return t('scope.reception');
    },
    [t, i18n.language, sessions],
  );
}
