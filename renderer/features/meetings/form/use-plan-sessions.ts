import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { placePattern, type PatternSession } from '@shared/domain/meeting/copy';
import { planSessions, wallClock, type Sitting } from '@shared/domain/meeting/plan-sessions';
import type { MeetingForm, SessionRow } from './schema';

/** A morning and an afternoon, as most meetings sit. */
const USUAL_SITTINGS: readonly Sitting[] = [
  { from: '09:30', to: '12:30' },
  { from: '14:00', to: '17:00' },
];

/**
 * Rows for the days of the form: the pattern of an earlier meeting, else a morning and an afternoon
 * of every day, named after day and part of the day.
 */
export function usePlannedRows(pattern: readonly PatternSession[]): () => SessionRow[] {
  const { t } = useTranslation('meetings');
  const { getValues } = useFormContext<MeetingForm>();
  return () => {
    const { precision, start, end, timeZone } = getValues();
    if (precision !== 'day' || start === '' || end === '' || end < start) return [];
    if (pattern.length > 0) {
      const placed = placePattern(pattern, start).filter(({ date }) => date <= end);
      return placed.map((row) => ({ record: null, ...row }));
    }
    const sittings = USUAL_SITTINGS;
    const planned = planSessions({
      start,
      end,
      timeZone,
      sittings,
      name: (day, sitting) => t(`form.sessionName.${partOfDay(sittings[sitting - 1])}`, { day }),
    });
    return planned.map((session) => ({
      record: null,
      name: session.name,
      date: session.date,
      from: wallClock(session.start, timeZone).time,
      to: wallClock(session.end, timeZone).time,
    }));
  };
}

function partOfDay(sitting: Sitting | undefined): 'morning' | 'afternoon' | 'evening' {
  const hour = Number((sitting?.from ?? '09').slice(0, 2));
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}

/** Fills in the sessions when the days change, as long as nobody has touched them. */
export function usePlanSessions(pattern: readonly PatternSession[]): () => void {
  const { getValues, setValue, getFieldState, formState } = useFormContext<MeetingForm>();
  const rows = usePlannedRows(pattern);
  return () => {
    const sessions = getValues('sessions');
    const committed = sessions.some((row) => row.record !== null);
    if (committed || getFieldState('sessions', formState).isTouched) return;
    setValue('sessions', rows());
  };
}
