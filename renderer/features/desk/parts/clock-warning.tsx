import { IconClockExclamation } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '@shared/i18n/format';
import { stampTime } from '@shared/operation/clock';
import { useRecords } from '../../../db/hooks';
import { useNow } from '../../../ui/use-now';
import { useRegisterStatus } from '../../settings';
import { isAhead, isBehind, latestElsewhere } from '../acts/clock';
import { useAtMostEvery } from '../acts/use-at-most-every';
import classes from '../desk.module.css';
import type { DeskModel } from '../use-desk';

const STEP_MS = 15_000;

/** Says quietly that this machine's clock, or another desk's, cannot be right, with both times. */
export const ClockWarning = memo(function ClockWarning({ model }: { readonly model: DeskModel }) {
  const { t, i18n } = useTranslation('desk');
  const status = useRegisterStatus();
  const desks = useRecords('desks');
  const now = useNow(STEP_MS);
  const { meeting } = model;
  // Everybody's events are looked through for it: not after every arrival.
  const attendance = useAtMostEvery(model.attendance, STEP_MS);
  const life = status?.life ?? null;
  const elsewhere = useMemo(
    () => (life === null ? null : latestElsewhere(attendance.values(), life)),
    [attendance, life],
  );
  const at = (instant: string) => formatInstant(instant, i18n.language, meeting.timeZone);
  const words = ((): string | null => {
    const last = status?.clock ?? null;
    if (last !== null && isBehind(now, last)) {
      return t('clockWrong', { now: at(now), last: at(stampTime(last)) });
    }
    if (elsewhere === null || !isAhead(elsewhere, now)) return null;
    const all = desks.state === 'ready' ? desks.value : [];
    const desk = all.find(({ id }) => id.startsWith(elsewhere.replica))?.name ?? '';
    const times = { now: at(now), last: at(elsewhere.when) };
    return desk === '' ? t('clockElsewhere', times) : t('clockOfDesk', { ...times, desk });
  })();
  if (words === null) return null;
  return (
    <p className={classes.notice} role="status">
      <IconClockExclamation size={20} aria-hidden />
      <span>{words}</span>
    </p>
  );
});
