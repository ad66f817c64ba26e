import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schedule } from '@shared/domain/meeting/types';
import { formatDays } from '@shared/i18n/format';

/** The days of a schedule as the interface's language writes them; says so when none is known. */
export function useMeetingDates(): (schedule: Schedule, style?: 'long' | 'medium') => string {
  const { t, i18n } = useTranslation('meetings');
  return useCallback(
    ({ start, end }, style = 'long') => {
      if (start === null) return t('datesOpen');
      return formatDays(start, end ?? start, i18n.language, style);
    },
    [t, i18n.language],
  );
}
