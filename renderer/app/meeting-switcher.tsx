import { Menu, UnstyledButton } from '@mantine/core';
import { IconCalendarEvent, IconPlus, IconSelector } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { scheduleOf } from '@shared/domain/meeting/rules';
import type { Meeting } from '@shared/domain/meeting/types';
import { useRecords } from '@renderer/db/hooks';
import { newestFirst, useMeetingDates } from '@renderer/features/meetings';
import classes from './top-bar.module.css';

/** So many meetings are offered at once; the rest is on the list. */
const OFFERED = 8;

/** The meeting on screen; another one opens on the same page. */
export function MeetingSwitcher({ meeting }: { meeting: Meeting | null }) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const meetings = useRecords('meetings');
  const dates = useMeetingDates();
  const offered = useMemo(
    () => (meetings.state === 'ready' ? newestFirst(meetings.value).slice(0, OFFERED) : []),
    [meetings],
  );
  const page = /^\/m\/[^/]+\/([^/]+)/.exec(pathname)?.[1] ?? 'desk';
  const describe = (one: Meeting) =>
    [dates(scheduleOf(one), 'medium'), one.city].filter((part) => part !== '').join(' · ');

  return (
    <Menu position="bottom-start" width={440} shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.switcher}>
          <span className="visually-hidden">{t('switcher.label')}</span>
          <span className={classes.switcherText}>
            <span className={classes.switcherTitle}>{meeting?.title ?? t('switcher.none')}</span>
            {meeting !== null && (
              <span className={classes.switcherDetail}>{describe(meeting)}</span>
            )}
          </span>
          <IconSelector className={classes.chevron} size={18} stroke={1.6} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map((one) => (
          <Menu.Item key={one.id} onClick={() => void navigate(`/m/${one.id}/${page}`)}>
            <span className={classes.menuTitle}>{one.title}</span>
            <span className={classes.menuDetail}>{describe(one)}</span>
          </Menu.Item>
        ))}
        {offered.length > 0 && <Menu.Divider />}
        <Menu.Item
          leftSection={<IconCalendarEvent size={18} stroke={1.6} aria-hidden="true" />}
          onClick={() => void navigate('/meetings')}
        >
          {t('switcher.all')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPlus size={18} stroke={1.6} aria-hidden="true" />}
          onClick={() => void navigate('/meetings/new')}
        >
          {t('palette.newMeeting')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
