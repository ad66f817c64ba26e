import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period } from '@shared/domain/party/rules';
import { formatDay } from '@shared/i18n/format';

/** A period in words: "since 1 January 2010", "until 1 July 2024", "dates not known". */
export function usePeriodWords(): (period: Period) => string {
  const { t, i18n } = useTranslation('parties');
  return useCallback(
    ({ from, to }) => {
      const day = (one: string) => formatDay(one, i18n.language, 'medium');
      if (from !== null && to !== null) {
        return t('period.both', { from: day(from), to: day(to) });
      }
      if (from !== null) return t('period.since', { from: day(from) });
      return to === null ? t('period.unknown') : t('period.until', { to: day(to) });
    },
    [t, i18n.language],
  );
}
