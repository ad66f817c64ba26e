import { useMemo } from 'react';
import { scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import { useMeetingDates } from './meeting-dates';
import { newestFirst } from './order';

/** Meetings to choose from, latest first: title and days, because titles repeat. */
export function useMeetingChoices(
  meetings: readonly Meeting[],
): { value: string; label: string }[] {
  const dates = useMeetingDates();
  return useMemo(
    () =>
      newestFirst(meetings).map((one) => ({
        value: one.id,
        label: `${one.title} · ${dates(scheduleOf(one), 'medium')}`,
      })),
    [meetings, dates],
  );
}
