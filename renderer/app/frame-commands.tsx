import { spotlight } from '@mantine/spotlight';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { scheduleOf } from '@shared/domain/meeting/rules';
import { useRecords } from '@renderer/db/hooks';
import { newestFirst, useMeetingDates } from '@renderer/features/meetings';
import { QuickSwitch } from '@renderer/features/operators';
import { useCommands, type Command } from '@renderer/ui/commands';
import { MEETING_PAGES, PROGRAMME_PAGES } from './pages';
import { ShortcutSheet } from './shortcut-sheet';
import { useRailMeeting } from './use-rail-meeting';

/** What can be done from everywhere: go to any page or meeting, open palette and sheet. */
export function FrameCommands() {
  const [sheet, setSheet] = useState(false);
  usePageCommands(() => setSheet(true));
  useMeetingCommands();
  return (
    <>
      <ShortcutSheet opened={sheet} onClose={() => setSheet(false)} />
      <QuickSwitch />
    </>
  );
}

function usePageCommands(openSheet: () => void): void {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const meeting = useRailMeeting();
  const [open] = useState(() => openSheet);
  const commands = useMemo(() => {
    const group = t('palette.pages');
    const list: Command[] = PROGRAMME_PAGES.map(({ to, name, keys }) => ({
      id: `app.page.${name}`,
      label: t(`rail.${name}`),
      group,
      ...(keys === undefined ? {} : { keys }),
      run: () => void navigate(to),
    }));
    if (meeting !== null) {
      const pages = MEETING_PAGES.map(({ path, name, keys }) => ({
        id: `app.page.${name}`,
        label: t(`rail.${name}`),
        group,
        ...(keys === undefined ? {} : { keys }),
        run: () => void navigate(`/m/${meeting}/${path}`),
      }));
      list.unshift(...pages);
    }
    const help = t('palette.help');
    return [
      ...list,
      {
        id: 'app.new-meeting',
        label: t('palette.newMeeting'),
        group: t('palette.actions'),
        run: () => void navigate('/meetings/new'),
      },
      {
        id: 'app.palette',
        label: t('palette.open'),
        group: help,
        keys: 'Mod+K',
        hidden: true,
        run: spotlight.toggle,
      },
      { id: 'app.shortcuts', label: t('shortcuts.title'), group: help, keys: '?', run: open },
    ];
  }, [t, navigate, meeting, open]);
  useCommands(commands);
}

/** Every meeting under its title, to go to from the palette. */
function useMeetingCommands(): void {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const meetings = useRecords('meetings');
  const dates = useMeetingDates();
  const commands = useMemo(() => {
    if (meetings.state !== 'ready') return [];
    return newestFirst(meetings.value).map((meeting): Command => ({
      id: `app.meeting.${meeting.id}`,
      label: meeting.title,
      group: t('palette.meetings'),
      detail: [dates(scheduleOf(meeting)), meeting.city].filter(Boolean).join(' · '),
      run: () => void navigate(`/m/${meeting.id}/desk`),
    }));
  }, [t, navigate, meetings, dates]);
  useCommands(commands);
}
