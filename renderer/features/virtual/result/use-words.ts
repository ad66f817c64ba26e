import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { clip, type Interval } from '@shared/domain/attendance/intervals';
import { formatDay, formatTime } from '@shared/i18n/format';
import type { OnlineResult } from '@shared/statistics/virtual/online-result';
import { writtenMargin, type Margin } from '@shared/statistics/virtual/margin';
import type { ReadyModel } from '../use-virtual';

/** Times, sessions and margins of a meeting in words. */
export interface ResultWords {
  /** On the meeting's clock. */
  readonly time: (instant: number) => string;
  readonly span: (interval: Interval) => string;
  /** All stays within the windows; the day before those of each when there are several. */
  readonly stays: (stays: readonly Interval[], windows: readonly Interval[]) => string;
  readonly day: (date: string) => string;
  /** Name of a session, by its place in the result. */
  readonly session: (at: number) => string;
  readonly margin: (margin: Margin) => string;
  /** The same where the state stands beside it. */
  readonly shortMargin: (margin: Margin) => string;
}

export function useResultWords(
  { meeting, sessions }: Pick<ReadyModel, 'meeting' | 'sessions'>,
  result: OnlineResult,
): ResultWords {
  const { t, i18n } = useTranslation('virtualResult');
  const { language } = i18n;
  const { timeZone } = meeting;
  const { sittings } = result;
  return useMemo((): ResultWords => {
    const names = new Map(sessions.map(({ id, name }) => [id, name]));
    const time = (instant: number) =>
      formatTime(new Date(instant).toISOString(), language, timeZone);
    const span = ([start, end]: Interval) => `${time(start)}–${time(end)}`;
    const dayAt = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
    const day = (date: string) => formatDay(date, language, 'short');
    return {
      time,
      span,
      day,
      stays: (stays, windows) =>
        windows
          .map((window): [Interval, string] => [window, clip(stays, window).map(span).join(', ')])
          .filter(([, text]) => text !== '')
          .map(([window, text]) =>
            windows.length > 1 ? `${day(dayAt.format(window[0]))}: ${text}` : text,
          )
          .join('; '),
      session: (at) => names.get(sittings[at]?.id ?? '') ?? '',
      margin: (margin) =>
        t(margin.reached ? 'margin.reached' : 'margin.missed', { ...writtenMargin(margin) }),
      shortMargin: (margin) => t('margin.short', { ...writtenMargin(margin) }),
    };
  }, [t, language, timeZone, sessions, sittings]);
}
