import { ActionIcon } from '@mantine/core';
import {
  IconBuilding,
  IconCalendarClock,
  IconCalendarRepeat,
  IconClipboardList,
  IconRepeat,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { nameIn } from '@shared/domain/language';
import { scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import type { Programme } from '@shared/domain/programme/operations';
import { formatNumber } from '@shared/i18n/format';
import { useCount } from '@renderer/db/counts';
import { Hint } from '@renderer/ui/key-hint';
import { Tag } from '@renderer/ui/tag';
import { useMeetingDates } from './meeting-dates';
import { StateTag } from './state-tag';
import { usePlace } from './use-place';
import classes from './meetings.module.css';

interface MeetingCardProps {
  meeting: Meeting;
  programme: Programme | null;
  recommendations: number;
  /** The meeting that this one reconvenes, if it is here. */
  reconvened: Meeting | null;
}

/** One meeting in the list: when, what, where, how far, and how much there is. */
export function MeetingCard(props: MeetingCardProps) {
  const { meeting, programme, recommendations, reconvened } = props;
  const { t, i18n } = useTranslation('meetings');
  const { t: word } = useTranslation('domain');
  const dates = useMeetingDates();
  const place = usePlace();
  const schedule = scheduleOf(meeting);
  const body = programme?.bodies.find((one) => one.id === meeting.body);
  const moved =
    meeting.planned.start !== null && meeting.planned.start !== schedule.start
      ? dates(meeting.planned, 'medium')
      : null;

  return (
    <li className={classes.card}>
      <DateBlock date={schedule.start} end={schedule.end} />
      <div className={classes.cardMain}>
        <div className={classes.cardTags}>
          {body !== undefined && (
            <Tag tone="accent">
              <span title={nameIn(body.names, i18n.language)}>{body.abbreviation}</span>
            </Tag>
          )}
          <StateTag state={meeting.state} />
          {schedule.format !== null && <Tag>{word(`format.${schedule.format}`)}</Tag>}
        </div>
        <Link className={classes.cardTitle} to={`/m/${meeting.id}/desk`}>
          {meeting.title}
        </Link>
        <p className={classes.cardLine}>
          {[dates(schedule), place(meeting)].join(' · ')}
          {moved !== null && (
            <Tag tone="warning" icon={<IconCalendarRepeat size={13} stroke={1.8} />}>
              {t('movedFrom', { dates: moved })}
            </Tag>
          )}
        </p>
        {reconvened !== null && (
          <p className={classes.cardLine}>
            <IconRepeat size={15} stroke={1.7} aria-hidden="true" />
            {t('reconvene.of', { title: reconvened.title })}
          </p>
        )}
        {meeting.hosts.length > 0 && (
          <p className={classes.cardLine}>
            <IconBuilding size={15} stroke={1.7} aria-hidden="true" />
            {meeting.hosts.map((host) => host.name).join(' · ')}
          </p>
        )}
      </div>
      <Counts meeting={meeting.id} recommendations={recommendations} />
      <Hint label={t('setup')}>
        <ActionIcon
          className={classes.cardAction}
          component={Link}
          to={`/m/${meeting.id}/setup`}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('setupOf', { title: meeting.title })}
        >
          <IconSettings size={20} stroke={1.6} />
        </ActionIcon>
      </Hint>
    </li>
  );
}

function DateBlock({ date, end }: { date: string | null; end: string | null }) {
  const { i18n } = useTranslation('meetings');
  if (date === null || date.length < 7) {
    return (
      <div className={classes.date} aria-hidden="true">
        <span className={classes.month}>{date ?? '—'}</span>
      </div>
    );
  }
  const month = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, {
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${date.slice(0, 7)}-01T12:00:00Z`));
  if (date.length < 10) {
    return (
      <div className={classes.date} aria-hidden="true">
        <span className={classes.month}>{month.replace('.', '')}</span>
      </div>
    );
  }
  const days =
    end !== null && end !== date && end.slice(0, 7) === date.slice(0, 7)
      ? `${Number(date.slice(8))}–${Number(end.slice(8))}`
      : String(Number(date.slice(8)));
  return (
    <div className={classes.date} aria-hidden="true">
      <span className={classes.days}>{days}</span>
      <span className={classes.month}>{month.replace('.', '')}</span>
    </div>
  );
}

function Counts({ meeting, recommendations }: { meeting: string; recommendations: number }) {
  const { t, i18n } = useTranslation('meetings');
  const nominations = useCount('nominations', meeting);
  const sittings = useCount('sessions', meeting);
  const figures = [
    { Icon: IconUsers, name: t('counts.nominations'), value: nominations },
    { Icon: IconCalendarClock, name: t('counts.sessions'), value: sittings },
    { Icon: IconClipboardList, name: t('counts.recommendations'), value: recommendations },
  ];
  return (
    <dl className={classes.counts}>
      {figures.map(({ Icon, name, value }) => (
        <div key={name} className={classes.figure}>
          <dt>
            <Icon size={15} stroke={1.6} aria-hidden="true" />
            {name}
          </dt>
          <dd>{value === null ? '…' : formatNumber(value, i18n.language)}</dd>
        </div>
      ))}
    </dl>
  );
}
