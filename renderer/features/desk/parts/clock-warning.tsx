import { IconClockExclamation } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Meeting } from '@shared/domain/meeting/types';
import { formatInstant } from '@shared/i18n/format';
import { stampTime } from '@shared/operation/clock';
import { useNow } from '../../../ui/use-now';
import { useRegisterStatus } from '../../settings';
import { isBehind } from '../acts/clock';
import classes from '../desk.module.css';

const STEP_MS = 15_000;

/** Says quietly that this machine's clock cannot be right, with both times. */
export const ClockWarning = memo(function ClockWarning({ meeting }: { readonly meeting: Meeting }) {
  const { t, i18n } = useTranslation('desk');
  const status = useRegisterStatus();
  const now = useNow(STEP_MS);
  const last = status?.clock ?? null;
  if (last === null || !isBehind(now, last)) return null;
  const at = (instant: string) => formatInstant(instant, i18n.language, meeting.timeZone);
  return (
    <p className={classes.notice} role="status">
      <IconClockExclamation size={20} aria-hidden />
      <span>{t('clockWrong', { now: at(now), last: at(stampTime(last)) })}</span>
    </p>
  );
});
