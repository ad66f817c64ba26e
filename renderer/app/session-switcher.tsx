import { Menu, UnstyledButton } from '@mantine/core';
import { IconClock, IconSelector } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Meeting, Session } from '@shared/domain/meeting/types';
import { formatDay, formatTime } from '@shared/i18n/format';
import { useCurrentSession } from '@renderer/features/meetings';
import classes from './top-bar.module.css';

/** The sitting that is meant now: the clock's, until somebody chooses another. */
export function SessionSwitcher({ meeting }: { meeting: Meeting }) {
  const { t, i18n } = useTranslation('app');
  const { sessions, session, byHand, choose } = useCurrentSession(meeting.id);
  if (sessions.length === 0) return null;
  const hours = (one: Session) =>
    [one.start, one.end]
      .map((instant) => formatTime(instant, i18n.language, meeting.timeZone))
      .join('–');
  const days = [...new Set(sessions.map((one) => one.date))];

  return (
    <>
      <span className={classes.divider} aria-hidden="true" />
      <Menu position="bottom-start" width={300} shadow="md">
        <Menu.Target>
          <UnstyledButton className={`${classes.switcher ?? ''} ${classes.session ?? ''}`}>
            <span className="visually-hidden">{t('session.label')}</span>
            <span className={classes.switcherText}>
              <span className={classes.switcherTitle}>
                {session === null ? t('session.before') : session.name}
              </span>
              <span className={classes.switcherDetail}>
                {session === null
                  ? t('session.beforeDetail')
                  : `${formatDay(session.date, i18n.language, 'medium')} · ${hours(session)}`}
              </span>
            </span>
            <IconSelector className={classes.chevron} size={18} stroke={1.6} aria-hidden="true" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {days.map((day) => (
            <div key={day}>
              <Menu.Label>{formatDay(day, i18n.language, 'weekday')}</Menu.Label>
              {sessions
                .filter((one) => one.date === day)
                .map((one) => (
                  <Menu.Item
                    key={one.id}
                    onClick={() => choose(one.id)}
                    aria-current={one.id === session?.id}
                    rightSection={<span className={classes.menuDetail}>{hours(one)}</span>}
                  >
                    {one.name}
                  </Menu.Item>
                ))}
            </div>
          ))}
          <Menu.Divider />
          <Menu.Item
            disabled={!byHand}
            leftSection={<IconClock size={18} stroke={1.6} aria-hidden="true" />}
            onClick={() => choose(null)}
          >
            {t('session.followClock')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
